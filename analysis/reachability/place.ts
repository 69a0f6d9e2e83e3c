import type { Key, Subnet } from "../model/network-model";

/** Where a packet starts or is meant to end, as far as routes and network ACLs can tell. */
export type Place = SubnetPlace | CloudPlace | OutsidePlace;

/** An interface in a subnet. Who it is, only its groups care; that is judged per pair. */
export interface SubnetPlace {
    readonly kind: "subnet";
    readonly subnet: Subnet;
    /** Whether it has a public IPv4 address. */
    readonly publicIpv4: "yes" | "no" | "undecided";
    /** A gateway that translates addresses: what leaves it bears its own. */
    readonly natGateway?: Key;
    /** An appliance that forwards what is not for it. */
    readonly appliance?: Key;
    /** A Classic Load Balancer, whose packets network ACLs judge within its own subnet too. */
    readonly filteredWithinSubnet?: boolean;
    /** What leaves it bears the addresses of its clients, so it may not be recognized by its groups. */
    readonly hidesGroups?: boolean;
    /** Nodes of a load balancer that speak under their clients' addresses and take the replies. */
    readonly keepsClientAddresses?: boolean;
}

/** Beyond the internet gateways: the internet, and the public addresses of AWS services. */
export interface CloudPlace {
    readonly kind: "cloud";
}

/** Private addresses beyond this network: on premises, or somebody else's VPC. */
export interface OutsidePlace {
    readonly kind: "outside";
}

/** By which of its addresses the goal is spoken to; only public ones are reached over the internet. */
export type GoalFace = "private" | "public" | "ipv6";

export const cloud: CloudPlace = { kind: "cloud" };
export const outside: OutsidePlace = { kind: "outside" };
