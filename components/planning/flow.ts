import type { Cidr } from "../../packets/cidr";
import type { PortSet } from "../../packets/ports";

/** One line of the flow table: who may open a session to whom, on what, and why. */
export interface Flow {
    readonly from: FlowPeer;
    readonly to: FlowPeer;
    readonly traffic: FlowTraffic;
    /** The human reason; it becomes the description of every rule compiled from the flow. */
    readonly because: string;
}

export interface FlowTraffic {
    readonly protocol: "tcp" | "udp" | "icmp" | "icmpv6" | "all";
    /** Destination ports, for TCP and UDP. */
    readonly ports?: PortSet;
    readonly icmp?: { readonly type: number; readonly code: number };
}

export type FlowPeer = GroupPeer | InternetPeer | RangePeer | ServicePeer;

/** A security group of this network and the tier of subnets its members sit in. */
export interface GroupPeer {
    readonly kind: "group";
    readonly key: string;
    readonly tier: string;
    /** Which ports its members send from; decides where replies must be let back in. */
    readonly clients: "any" | "linux" | "windows";
    /** Its members pass the client's own address on to their targets (a network load balancer). */
    readonly preservesClientIp: boolean;
}

/** Anybody on the internet, IPv4 and, in a dual-stack network, IPv6. */
export interface InternetPeer {
    readonly kind: "internet";
    readonly key: "internet";
}

/** Addresses with a name: the office, a peered VPC, the on-premises network. */
export interface RangePeer {
    readonly kind: "range";
    readonly key: string;
    readonly cidrs: readonly Cidr[];
    /** Which way packets to it take; over the internet they pass NAT, over the others they do not. */
    readonly via: "internet" | "peering" | "transitGateway";
}

/** An AWS service reached through a gateway endpoint, by its managed prefix list. */
export interface ServicePeer {
    readonly kind: "service";
    readonly key: "s3" | "dynamodb";
}
