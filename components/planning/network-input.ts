import type { NatStrategy, TierAccess } from "./network-plan";

/**
 * How subnets get their addresses. Under both, a tier and a zone have their place for good: what is
 * added, removed or renamed beside them never moves them.
 * - `seed`: 10.0.1.0/24 to 10.0.6.0/24 for public, app and db in zones a and b, in a /16. Everything
 *   beyond these six has no place in the pattern and is written out in `subnets`.
 * - `aligned`: every tier owns one block of the VPC and every zone one block of its tier.
 */
export type Addressing = "seed" | "aligned";

/** A network as its owner writes it down; nothing in it is checked yet. */
export interface NetworkInput {
    /** The AWS region, for example `us-east-1`; the zones must be in it. */
    readonly region: string;
    readonly cidr: string;
    readonly addressing: Addressing;
    /** AWS's zone id (`use1-az1`) by the letter that the network calls the zone by. */
    readonly zones: { readonly [letter: string]: string };
    readonly tiers: { readonly [key: string]: TierInput };
    /** Blocks by tier and zone letter, for subnets that the addressing gives no place or another one. */
    readonly subnets?: { readonly [tier: string]: { readonly [letter: string]: string } };
    /** Left out, it is `perZone` where a private tier exists and `none` elsewhere. */
    readonly nat?: NatStrategy;
    readonly ipv6?: boolean;
}

export interface TierInput {
    readonly access: TierAccess;
    /** The tier's place in the VPC, 0–15. Left out, it is 0 for `public`, 1 for `app`, 2 for `db`. */
    readonly slot?: number;
}
