import type * as pulumi from "@pulumi/pulumi";
import type { NatStrategy, TierAccess } from "../network/network-args";
import type { FlowArgs } from "../planning/flow-args";

/** Which ports the members of a group send from when they open a session; replies come back to them. */
export const ClientKind = {
    /** 1024 to 65535: load balancers, Lambda functions, anything. */
    Any: "any",
    /** 32768 to 60999, Linux's own range. */
    Linux: "linux",
    /** 49152 to 65535, the range of Windows since Server 2008. */
    Windows: "windows",
} as const;
export type ClientKind = (typeof ClientKind)[keyof typeof ClientKind];

/** Which way packets to a named range take. */
export const RangeVia = {
    /** Over the internet, for private tiers through NAT. */
    Internet: "internet",
    /** Through a VPC peering connection. */
    Peering: "peering",
    /** Through a transit gateway, to other VPCs or to the own premises. */
    TransitGateway: "transitGateway",
} as const;
export type RangeVia = (typeof RangeVia)[keyof typeof RangeVia];

/** A tier of subnets as the network made it. */
export interface SecurityTierArgs {
    /** What the tier may route to. */
    access: TierAccess;
    /**
     * The fewest blocks that hold the tier's subnets. One block a tier, as aligned addressing gives it,
     * needs the fewest network ACL entries.
     */
    cidrs: string[];
    /** The tier's subnets by zone letter. */
    subnetIds: Record<string, pulumi.Input<string>>;
}

/** A security group: who shares it may do the same. */
export interface GroupArgs {
    /** The tier of subnets that its members sit in. */
    tier: string;
    /** Which ports its members send from. Defaults to any. */
    clients?: ClientKind;
    /**
     * Whether its members pass their clients' own addresses on to their targets, as a network load
     * balancer does by default. Defaults to false.
     */
    preservesClientIp?: boolean;
}

/** Addresses with a name: the office, a peered VPC, the own premises. */
export interface RangeArgs {
    /** Its address blocks. */
    cidrs: string[];
    /** Which way packets to it take. Defaults to internet. */
    via?: RangeVia;
}

/** Arguments of SecurityTiers. */
export interface SecurityTiersArgs {
    /** The VPC. */
    vpcId: pulumi.Input<string>;
    /** The VPC's IPv4 block. What lies in it is reached by a group's key and never as the internet. */
    cidr: string;
    /** The tiers of subnets by key; each gets a network ACL. */
    tiers: Record<string, SecurityTierArgs>;
    /** The security groups by key. */
    groups: Record<string, GroupArgs>;
    /** Named address ranges by key. Defaults to none. */
    ranges?: Record<string, RangeArgs>;
    /** TCP ports by name, each written down once. A name goes before a well-known one such as ssh. */
    ports?: Record<string, number>;
    /** Who may open a session to whom, on what, and why. Nothing else is open. */
    flows: FlowArgs[];
    /** How private tiers get out; decides which public subnets their packets pass. */
    nat: NatStrategy;
    /** The group of the network's NAT instances, which then gets their rules; needed with nat: instance. */
    natGroupId?: pulumi.Input<string>;
    /** Whether the network has IPv6 too; then internet means ::/0 as well. Defaults to false. */
    ipv6?: boolean;
    /**
     * Ports of remote administration beside 22 and 3389. None of them ever opens to the internet, not
     * as a port that replies come back to either. Defaults to none.
     */
    adminPorts?: number[];
    /**
     * How many entries AWS allows in a network ACL each way, its own two included: 20, or up to 40 on
     * request. Defaults to 20.
     */
    naclEntryQuota?: number;
    /** Ids of the prefix lists of the gateway services in the flow table, by service. */
    prefixListIds?: Record<string, pulumi.Input<string>>;
    /** Tags of everything created; Name is added to groups and network ACLs. */
    tags?: Record<string, pulumi.Input<string>>;
}
