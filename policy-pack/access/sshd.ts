/** What must hold for a directive of sshd. Source: sshd_config(5), CIS Amazon Linux 2023 benchmark §5.1. */
interface Demand {
    readonly directive: string;
    readonly isGood: (value: string) => boolean;
    /** Whether a host that people sign in to by SSH must say so, instead of relying on a default. */
    readonly mustBeSaid: boolean;
}

const off = (value: string): boolean => value.toLowerCase() === "no";

const demands: readonly Demand[] = [
    { directive: "PermitRootLogin", isGood: off, mustBeSaid: true },
    { directive: "PasswordAuthentication", isGood: off, mustBeSaid: true },
    { directive: "X11Forwarding", isGood: off, mustBeSaid: true },
    {
        directive: "MaxAuthTries",
        isGood: (value) => Number(value) >= 1 && Number(value) <= 3,
        mustBeSaid: true,
    },
    { directive: "PermitEmptyPasswords", isGood: off, mustBeSaid: false },
    { directive: "KbdInteractiveAuthentication", isGood: off, mustBeSaid: false },
    { directive: "ChallengeResponseAuthentication", isGood: off, mustBeSaid: false },
];

/** Other ways in which a boot script lets people sign in by password. */
const passwords: readonly (readonly [pattern: RegExp, what: string])[] = [
    [/^\s*ssh_pwauth:\s*["']?(?:true|yes|on|1)\b/im, "switches passwords on for SSH (ssh_pwauth)"],
    [/^\s*chpasswd:|\|\s*(?:sudo\s+)?chpasswd\b|\bpasswd\s+--stdin\b/im, "sets passwords (chpasswd)"],
    [/^\s*disable_root:\s*["']?(?:false|no|off|0)\b/im, "lets root sign in (disable_root)"],
];

/** What a boot script does that weakens sshd, whoever the host is for. */
export function weaknesses(script: string): readonly string[] {
    const said = demands.flatMap(({ directive, isGood }) =>
        [...new Set(valuesOf(directive, script))]
            .filter((value) => !isGood(value))
            .map((value) => `sets ${directive} to "${value}"`),
    );
    return [...said, ...passwords.filter(([pattern]) => pattern.test(script)).map(([, what]) => what)];
}

/** The directives that a host for SSH must set, and this script does not. */
export const unsaid = (script: string): readonly string[] =>
    demands
        .filter(({ directive, mustBeSaid }) => mustBeSaid && valuesOf(directive, script).length === 0)
        .map(({ directive }) => directive);

/** The values a script gives a directive, in a heredoc, an echo or a sed; comments do not count. */
function valuesOf(directive: string, script: string): string[] {
    const lines = script.split("\n").filter((line) => !/^\s*#/.test(line));
    const pattern = new RegExp(`\\b${directive}[ \\t=]+["']?([A-Za-z0-9-]+)`, "gi");
    return [...lines.join("\n").matchAll(pattern)].map(([, value]) => value!);
}
