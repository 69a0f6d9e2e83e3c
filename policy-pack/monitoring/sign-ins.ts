import { admits, type EventPattern } from "./event-rules";

/** A sign that somebody tries to get in, and how a filter or an event rule catches it. */
export interface Sign {
    readonly what: string;
    /** What a filter's pattern must speak of, all of it. */
    readonly spoken: readonly RegExp[];
    /** Whether it shows in the account's trail; else in the logs of hosts. */
    readonly onTrail: boolean;
    readonly caughtBy?: (pattern: EventPattern) => boolean;
}

export const signs = {
    consoleFailures: {
        what: "failed sign-ins to the console",
        spoken: [/ConsoleLogin/, /Failed authentication/i],
        onTrail: true,
        caughtBy: (pattern) =>
            pattern["detail-type"] !== undefined &&
            admits(pattern, ["detail-type"], "AWS Console Sign In via CloudTrail") &&
            admits(pattern, ["detail", "responseElements", "ConsoleLogin"], "Failure"),
    },
    consoleWithoutMfa: {
        what: "sign-ins to the console without MFA",
        spoken: [/ConsoleLogin/, /MFAUsed/],
        onTrail: true,
    },
    rootUse: {
        what: "use of the root user",
        spoken: [/userIdentity\.type\s*=\s*"?Root/],
        onTrail: true,
    },
    unauthorizedCalls: {
        what: "refused API calls",
        spoken: [/UnauthorizedOperation/, /AccessDenied/],
        onTrail: true,
    },
    sshFailures: {
        what: "failed sign-ins by SSH",
        spoken: [
            /Failed (password|publickey)|Invalid user|authentication failure|Connection closed by authenticating/i,
        ],
        onTrail: false,
    },
} as const satisfies { readonly [name: string]: Sign };

export type SignName = keyof typeof signs;

export const signNames = Object.keys(signs) as readonly SignName[];
