import type { Cidr } from "../../packets/cidr";
import type { FlowArgs } from "./flow-args";
import type { NatStrategy, NetworkPlan, TierAccess, TierPlan } from "./network-plan";
import type { NamedPorts } from "./port";

/** Who may talk to whom in a network, as its owner writes it down; nothing in it is checked yet. */
export interface SecurityInput {
    readonly cidr: string;
    readonly tiers: { readonly [key: string]: SecurityTierInput };
    readonly groups: { readonly [key: string]: GroupInput };
    readonly ranges?: { readonly [key: string]: RangeInput };
    readonly flows: readonly FlowArgs[];
    readonly ports?: NamedPorts;
    readonly nat: NatStrategy;
    readonly ipv6?: boolean;
    /** Ports of remote administration beside 22 and 3389, such as the one sshd listens on. */
    readonly adminPorts?: readonly number[];
    /** Entries AWS allows a network ACL each way, its two default denies included. Left out, it is 20. */
    readonly naclEntryQuota?: number;
}

export interface SecurityTierInput {
    readonly access: TierAccess;
    readonly cidrs: readonly string[];
}

export interface GroupInput {
    readonly tier: string;
    /** Left out, it is `any`. */
    readonly clients?: ClientKind;
    readonly preservesClientIp?: boolean;
}

export interface RangeInput {
    readonly cidrs: readonly string[];
    /** Left out, it is `internet`. */
    readonly via?: RangeVia;
}

export type ClientKind = "any" | "linux" | "windows";
export type RangeVia = "internet" | "peering" | "transitGateway";

/** The network that flows run in, read and checked. A `NetworkPlan` is one. */
export type FlowNetwork = Pick<NetworkPlan, "cidr" | "nat" | "ipv6"> & {
    readonly tiers: readonly Pick<TierPlan, "key" | "access" | "cidrs">[];
};

export type FlowTier = FlowNetwork["tiers"][number];

/** Throws a TypeError for a tier that the network does not have; flows have been checked for it. */
export function tierOf(network: FlowNetwork, key: string): FlowTier {
    const tier = network.tiers.find((candidate) => candidate.key === key);
    if (tier === undefined) {
        throw new TypeError(`the network has no tier "${key}"`);
    }
    return tier;
}

export const anywhereIpv4: Cidr = { family: "ipv4", base: 0n, prefix: 0 };
export const anywhereIpv6: Cidr = { family: "ipv6", base: 0n, prefix: 0 };
