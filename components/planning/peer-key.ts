/** Peers that the flow table knows without being told; no group and no range may take their names. */
export const internetKey = "internet";
export const serviceKeys = ["s3", "dynamodb"] as const;
export type ServiceKey = (typeof serviceKeys)[number];

export const isServiceKey = (key: string): key is ServiceKey =>
    (serviceKeys as readonly string[]).includes(key);

const keyPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const longestKey = 32;

export const peerKeyForm =
    `up to ${longestKey} lower-case letters, digits and single hyphens, beginning with a letter, ` +
    'without "in" or "out" as a word of its own';

/**
 * Whether a key may name a group or a range. Rules are called `<name>-<group>-in-<peer>-tcp-443`; a key
 * with a word "in" or "out" of its own could make two different rules share one name.
 */
export const isPeerKey = (key: string): boolean =>
    keyPattern.test(key) && key.length <= longestKey && !/(^|-)(in|out)(-|$)/.test(key);

/** Whether a key is spoken for: the internet, its IPv6 half in rule names, and the gateway services. */
export const isReservedKey = (key: string): boolean =>
    key === internetKey || key === "internet-ipv6" || isServiceKey(key);
