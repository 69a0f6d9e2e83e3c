/** CrossGuard's wrapper of a secret value (@pulumi/policy policy.ts). */
export interface SecretValue {
    readonly value: unknown;
}

/**
 * Whether a value is wrapped as secret. It goes by the class's name, so that it need not be loaded, and is
 * known where the SDK is installed twice.
 */
export const isSecretValue = (value: unknown): value is SecretValue =>
    typeof value === "object" &&
    value !== null &&
    typeof value.constructor === "function" &&
    value.constructor.name === "Secret";

/** Another value in the same wrapper, which is secret if the first one was. */
export const rewrapped = (before: unknown, after: unknown): unknown =>
    isSecretValue(before) ? new (before.constructor as new (value: unknown) => SecretValue)(after) : after;

/**
 * What CrossGuard's proxies guard. A policy's properties are behind one that throws at unknowns, a
 * remediation's behind another one that hides which are secret; from the second remediation of one
 * resource on, the first of them is gone (@pulumi/policy server.ts).
 */
export function behindProxies(value: unknown): unknown {
    let bare = value;
    for (let guard = guardOf(bare); guard?.__isSpecialProxy === true; guard = guardOf(bare)) {
        bare = guard.__getSpecialProxyTarget;
    }
    return bare;
}

interface Guard {
    readonly __isSpecialProxy?: unknown;
    readonly __getSpecialProxyTarget?: unknown;
}

const guardOf = (value: unknown): Guard | undefined =>
    typeof value === "object" && value !== null ? value : undefined;

/** The value without proxies, and without the wrappers of what is secret, to any depth. */
export function revealed(value: unknown): unknown {
    const bare = behindProxies(value);
    if (isSecretValue(bare)) {
        return revealed(bare.value);
    }
    if (Array.isArray(bare)) {
        return bare.map(revealed);
    }
    return typeof bare === "object" && bare !== null
        ? Object.fromEntries(Object.entries(bare).map(([key, inner]) => [key, revealed(inner)]))
        : bare;
}
