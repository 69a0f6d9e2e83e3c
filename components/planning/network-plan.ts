import type { Cidr } from "../../packets/cidr";

/**
 * What a tier of subnets may route to.
 * - `public`: the internet gateway, both ways, for what has a public address.
 * - `private`: out through NAT (and the egress-only gateway for IPv6), nothing in.
 * - `isolated`: inside the VPC only; no default route in any form.
 */
export type TierAccess = "public" | "private" | "isolated";

/** How private tiers get out. `perZone` is the production choice; `none` closes them. */
export type NatStrategy = "perZone" | "regional" | "single" | "instance" | "none";

/** A tier of subnets, one subnet a zone. Its key is its identity and never changes. */
export interface TierPlan {
    readonly key: string;
    readonly access: TierAccess;
    /** The fewest blocks that hold exactly the tier's subnets, or its one aligned block. */
    readonly cidrs: readonly Cidr[];
    readonly subnets: readonly SubnetPlan[];
}

export interface SubnetPlan {
    readonly tier: string;
    readonly zone: ZonePlan;
    readonly cidr: Cidr;
    /** Which /64 of the VPC's /56 it takes in a dual-stack network, 0–255; absent where its tier has no slot. */
    readonly ipv6Slot?: number;
}

/** A zone under the letter that this network calls it by; the letter is identity, the id is AWS's. */
export interface ZonePlan {
    readonly letter: string;
    readonly id: string;
}

export interface NetworkPlan {
    readonly cidr: Cidr;
    readonly zones: readonly ZonePlan[];
    readonly tiers: readonly TierPlan[];
    readonly nat: NatStrategy;
    readonly ipv6: boolean;
    /** For each zone letter that has a NAT of its own or is served by one: the zone letter of that NAT. */
    readonly natZoneOf: { readonly [zoneLetter: string]: string };
}
