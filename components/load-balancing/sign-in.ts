import type * as pulumi from "@pulumi/pulumi";

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

/** The listener action that comes before `forward`; none where nobody has to sign in. */
export function signInAction(signIn: SignInArgs | undefined) {
    if (signIn === undefined) {
        return [];
    }
    const shared = {
        onUnauthenticatedRequest: "authenticate",
        sessionTimeout: signIn.sessionSeconds ?? 28800,
    };
    if (signIn.userPoolArn !== undefined) {
        const pool = {
            userPoolArn: signIn.userPoolArn,
            userPoolClientId: signIn.userPoolClientId ?? "",
            userPoolDomain: signIn.userPoolDomain ?? "",
        };
        return [{ type: "authenticate-cognito", order: 1, authenticateCognito: { ...pool, ...shared } }];
    }
    const provider = {
        issuer: signIn.issuer ?? "",
        authorizationEndpoint: signIn.authorizationEndpoint ?? "",
        tokenEndpoint: signIn.tokenEndpoint ?? "",
        userInfoEndpoint: signIn.userInfoEndpoint ?? "",
        clientId: signIn.clientId ?? "",
        clientSecret: signIn.clientSecret ?? "",
    };
    return [{ type: "authenticate-oidc", order: 1, authenticateOidc: { ...provider, ...shared } }];
}
