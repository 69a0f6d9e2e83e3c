import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../planning/problem";

/** Who signs users in before a load balancer lets a request through: a Cognito pool or an OIDC provider. */
export interface SignInArgs {
    /** ARN of a Cognito user pool; with it the next two are needed and the OIDC ones are not. */
    userPoolArn?: pulumi.Input<string>;
    /** The pool's client for this load balancer. */
    userPoolClientId?: pulumi.Input<string>;
    /** The pool's domain prefix or own domain. */
    userPoolDomain?: pulumi.Input<string>;
    /** An OIDC provider's issuer; with it the next five are needed. */
    issuer?: pulumi.Input<string>;
    /** Its authorization endpoint. */
    authorizationEndpoint?: pulumi.Input<string>;
    /** Its token endpoint. */
    tokenEndpoint?: pulumi.Input<string>;
    /** Its user info endpoint. */
    userInfoEndpoint?: pulumi.Input<string>;
    /** The client's id there. */
    clientId?: pulumi.Input<string>;
    /** The client's secret there; give it as a Pulumi secret. */
    clientSecret?: pulumi.Input<string>;
    /** Seconds that a sign-in lasts. Defaults to 28800, eight hours. */
    sessionSeconds?: number;
}

const ofPool = ["userPoolArn", "userPoolClientId", "userPoolDomain"] as const;
const ofProvider = [
    "issuer",
    "authorizationEndpoint",
    "tokenEndpoint",
    "userInfoEndpoint",
    "clientId",
    "clientSecret",
] as const;

/** What is missing of a sign-in, or why it is none at all. */
export function signInProblems(signIn: SignInArgs | undefined): Problem[] {
    if (signIn === undefined) {
        return [];
    }
    const way = waysIn(signIn);
    if (way === undefined) {
        return [
            {
                path: "signIn",
                given: Object.keys(signIn).join(", ") || "nothing",
                allowed: "a userPoolArn or an issuer, and not both",
                change: "choose a Cognito user pool or an OIDC provider",
            },
        ];
    }
    return way
        .filter((key) => signIn[key] === undefined)
        .map((key) => ({
            path: `signIn.${key}`,
            given: "nothing",
            allowed: `a value beside ${way[0]}`,
            change: "add it",
        }));
}

function waysIn(signIn: SignInArgs): typeof ofPool | typeof ofProvider | undefined {
    const pool = signIn.userPoolArn !== undefined;
    const provider = signIn.issuer !== undefined;
    return pool === provider ? undefined : pool ? ofPool : ofProvider;
}

/** The listener action that comes before `forward`; none where nobody has to sign in. */
export function signInAction(signIn: SignInArgs | undefined) {
    if (signIn === undefined) {
        return [];
    }
    const shared = {
        onUnauthenticatedRequest: "authenticate",
        sessionTimeout: signIn.sessionSeconds ?? 28800,
    };
    const chosen = <Key extends keyof SignInArgs>(keys: readonly Key[]) =>
        Object.fromEntries(keys.map((key) => [key, signIn[key]!])) as Record<Key, pulumi.Input<string>>;
    return signIn.userPoolArn !== undefined
        ? [{ type: "authenticate-cognito", order: 1, authenticateCognito: { ...chosen(ofPool), ...shared } }]
        : [{ type: "authenticate-oidc", order: 1, authenticateOidc: { ...chosen(ofProvider), ...shared } }];
}
