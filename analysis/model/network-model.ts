import type { AddressSet } from "../../packets/address-set";
import type { Cidr } from "../../packets/cidr";
import type { PortSet } from "../../packets/ports";
import type { ResourceRecord, Undecided } from "./resource-record";

/**
 * What a set of resources means to a packet. Every shape AWS offers for one thing (inline rule,
 * standalone rule, legacy rule, default group) has become the same plain data here.
 *
 * A key is the resource's URN; what exists without a resource of its own (a VPC's default group, its
 * main table, something named by a literal id from elsewhere) has a derived key.
 */
export type Key = string;

interface Entity {
    readonly key: Key;
    /** The resource that stands for it; absent for what AWS makes by itself or another stack owns. */
    readonly record?: ResourceRecord;
    /** Named here by a literal id, but managed elsewhere: its rules and routes cannot be seen. */
    readonly external: boolean;
    /** What about it the plan leaves open. Whoever judges it must take these into account. */
    readonly undecided: readonly Undecided[];
}

export interface Vpc extends Entity {
    /** Primary and secondary blocks, IPv4 and IPv6, as far as known. */
    readonly cidrs: readonly Cidr[];
    /** It has an IPv6 block whose digits AWS chooses. */
    readonly hasUnknownIpv6: boolean;
    readonly region?: string;
    /** It stands for a VPC that the plan does not name: it may be any, of this stack or another. */
    readonly unidentified?: true;
    readonly dnsSupport: boolean;
    readonly dnsHostnames: boolean;
    readonly mainRouteTable: Key;
    readonly defaultNetworkAcl: Key;
    readonly defaultSecurityGroup: Key;
}

export interface Subnet extends Entity {
    readonly vpc: Key;
    /** It stands for a subnet that the plan does not name: it may be any, of this stack or another. */
    readonly unidentified?: true;
    readonly cidrs: readonly Cidr[];
    readonly hasUnknownIpv6: boolean;
    /** Zone name or zone id, whichever the plan gives. */
    readonly zone?: string;
    readonly assignsPublicIpv4: boolean;
    readonly assignsIpv6: boolean;
    readonly routeTable: Key;
    readonly networkAcl: Key;
}

export interface RouteTable extends Entity {
    readonly vpc: Key;
    readonly main: boolean;
    /** Without the implicit local routes. */
    readonly routes: readonly Route[];
    /** Virtual private gateways whose routes are propagated into it. */
    readonly propagatedFrom: readonly Key[];
    /** Gateways whose incoming traffic it routes (an edge association), if any. */
    readonly associatedGateways?: readonly Key[];
}

export interface Route {
    /** The resource that holds it (a `Route`, or the table for an inline one) and where. */
    readonly urn: string;
    readonly property: string;
    readonly destination: RouteDestination;
    readonly target: RouteTarget;
}

export type RouteDestination =
    | { readonly kind: "cidr"; readonly cidr: Cidr }
    | { readonly kind: "prefixList"; readonly prefixList: Key }
    | { readonly kind: "undecided"; readonly undecided: Undecided };

export type RouteTargetKind =
    | "local"
    | "internetGateway"
    | "egressOnlyInternetGateway"
    | "natGateway"
    | "networkInterface"
    | "instance"
    | "vpcPeeringConnection"
    | "transitGateway"
    | "gatewayEndpoint"
    | "gatewayLoadBalancerEndpoint"
    | "virtualPrivateGateway"
    | "carrierGateway"
    | "localGateway"
    | "coreNetwork";

export type RouteTarget =
    | { readonly kind: RouteTargetKind; readonly key: Key }
    | { readonly kind: "blackhole" }
    | { readonly kind: "undecided"; readonly undecided: Undecided };

export interface NetworkAcl extends Entity {
    readonly vpc: Key;
    readonly isDefault: boolean;
    /** In the order AWS evaluates them; the final implicit deny is left out. */
    readonly entries: readonly NetworkAclEntry[];
}

export interface NetworkAclEntry {
    readonly urn: string;
    readonly property: string;
    readonly egress: boolean;
    readonly number: number;
    readonly allow: boolean;
    readonly traffic: Traffic;
    readonly addresses: AddressSet;
}

/** A protocol with the ports or ICMP types it is limited to. */
export interface Traffic {
    /** IP protocol number; -1 for every protocol. */
    readonly protocol: number;
    /** Destination ports, for TCP and UDP only. */
    readonly ports?: PortSet;
    /** ICMP type and code, -1 for any; for ICMP and ICMPv6 only. */
    readonly icmp?: { readonly type: number; readonly code: number };
}

export interface SecurityGroup extends Entity {
    readonly vpc?: Key;
    readonly isDefault: boolean;
    readonly rules: readonly SecurityGroupRule[];
    /** It has both inline and standalone rules, which fight: what holds in the end is a race. */
    readonly mixedRules: boolean;
}

export interface SecurityGroupRule {
    readonly urn: string;
    readonly property: string;
    readonly direction: "ingress" | "egress";
    readonly traffic: Traffic;
    readonly peer: RulePeer;
    readonly description?: string;
}

export type RulePeer =
    | { readonly kind: "addresses"; readonly addresses: AddressSet }
    | { readonly kind: "securityGroup"; readonly securityGroup: Key }
    | { readonly kind: "prefixList"; readonly prefixList: Key }
    | { readonly kind: "undecided"; readonly undecided: Undecided };

export interface PrefixList extends Entity {
    /** Undefined where AWS owns the list and its entries cannot be known from a plan. */
    readonly addresses?: AddressSet;
    /** Its entries one by one: to a route table each is a route with a length of its own. */
    readonly cidrs?: readonly Cidr[];
    /** The AWS service the list stands for, as far as it can be told: `s3`, `dynamodb`. */
    readonly service?: string;
}

/**
 * One or more network interfaces that a resource puts into subnets: an instance, a load balancer's
 * nodes, a database, an endpoint, any resource with subnets and groups. All that share one record
 * and one role are one entry; `addresses` narrows it where the plan pins them.
 */
export interface NetworkInterface extends Entity {
    readonly kind: InterfaceKind;
    readonly vpc: Key;
    readonly subnets: readonly Key[];
    readonly securityGroups: readonly Key[];
    /** It may carry other groups than these, and need not carry each of them. */
    readonly openGroups?: true;
    /** The private addresses it can have, where the plan pins them; else any in its subnets. */
    readonly privateAddresses?: AddressSet;
    readonly publicIpv4: "yes" | "no" | "undecided";
    /** The public IPv4 addresses that it is known to have, where AWS has given them out. */
    readonly publicAddresses?: AddressSet;
    readonly ipv6: "yes" | "no" | "undecided";
    readonly sourceDestCheck: boolean;
    /** Tags of the resource, for policies that go by them. */
    readonly tags: { readonly [tag: string]: string };
}

export type InterfaceKind =
    | "instance"
    | "autoScalingGroup"
    | "networkInterface"
    | "applicationLoadBalancer"
    | "networkLoadBalancer"
    | "classicLoadBalancer"
    | "gatewayLoadBalancer"
    | "database"
    | "cache"
    | "interfaceEndpoint"
    | "instanceConnectEndpoint"
    | "natGateway"
    | "transitGatewayAttachment"
    | "lambda"
    | "other";

export interface InternetGateway extends Entity {
    /** The VPC it is attached to, if any. */
    readonly vpc?: Key;
    readonly egressOnly: boolean;
}

export interface NatGateway extends Entity {
    readonly vpc: Key;
    /** Undefined for a regional gateway, which serves every zone of its VPC. */
    readonly subnet?: Key;
    readonly public: boolean;
    readonly regional: boolean;
}

export interface PeeringConnection extends Entity {
    readonly requester: Key;
    readonly accepter: Key;
    readonly accepted: "yes" | "no" | "undecided";
    readonly crossRegion: boolean;
}

export interface GatewayEndpoint extends Entity {
    readonly vpc: Key;
    readonly service: string;
    readonly prefixList: Key;
    readonly routeTables: readonly Key[];
}

export interface InterfaceEndpoint extends Entity {
    readonly vpc: Key;
    readonly service: string;
    readonly privateDns: boolean;
    /** Its interfaces, in `interfaces`. */
    readonly networkInterface: Key;
}

export interface LoadBalancer extends Entity {
    readonly type: "application" | "network" | "gateway" | "classic";
    readonly internal: boolean;
    readonly crossZone: boolean;
    readonly networkInterface: Key;
    readonly listeners: readonly Listener[];
}

export interface Listener {
    readonly urn: string;
    readonly protocol: string;
    readonly port: number;
    /** Target groups that the listener's default action or any of its rules forwards to. */
    readonly targetGroups: readonly Key[];
    /** Whether it also answers by itself: a redirect or a fixed response. */
    readonly answers: boolean;
}

export interface TargetGroup extends Entity {
    readonly vpc?: Key;
    readonly protocol: string;
    readonly port: number;
    readonly healthCheckPort?: number;
    readonly targetType: "instance" | "ip" | "lambda" | "alb";
    readonly preservesClientIp: boolean;
    /** Whether targets of every zone are served; absent: as the load balancer is set. */
    readonly crossZone?: boolean;
    readonly targets: readonly Target[];
}

export interface Target {
    readonly port?: number;
    readonly networkInterface?: Key;
    readonly addresses?: AddressSet;
}

export interface TransitGateway extends Entity {
    readonly attachments: readonly TransitGatewayAttachment[];
    readonly routeTables: readonly TransitGatewayRouteTable[];
    readonly securityGroupReferencing: boolean;
}

export interface TransitGatewayAttachment {
    readonly key: Key;
    readonly kind: "vpc" | "vpn" | "directConnect" | "peering" | "connect";
    readonly vpc?: Key;
    /** For a peering attachment, the gateway at its other end. */
    readonly peer?: Key;
    readonly subnets: readonly Key[];
    readonly accepted: "yes" | "no" | "undecided";
    readonly securityGroupReferencing: boolean;
    readonly associatedTable?: Key;
    readonly undecided: readonly Undecided[];
}

export interface TransitGatewayRouteTable {
    readonly key: Key;
    readonly routes: readonly TransitGatewayRoute[];
    /** Attachments whose routes are propagated into it. */
    readonly propagatedFrom: readonly Key[];
    readonly undecided: readonly Undecided[];
}

export interface TransitGatewayRoute {
    readonly urn: string;
    readonly destination: Cidr;
    /** Undefined for a blackhole. */
    readonly attachment?: Key;
}

/** VPC Block Public Access as the account sets it. */
export interface BlockPublicAccess {
    readonly mode: BlockPublicAccessMode;
    readonly exclusions: readonly {
        readonly subject: Key;
        readonly mode: "allow-bidirectional" | "allow-egress";
    }[];
    readonly urn?: string;
    /** Modes of single Regions, where several are set; each Region has a setting of its own. */
    readonly ofRegions?: ReadonlyMap<string, { readonly mode: BlockPublicAccessMode; readonly urn: string }>;
    /** What the plan leaves open; then whatever is blocked by it may be let through, and the reverse. */
    readonly undecided?: readonly Undecided[];
}

export type BlockPublicAccessMode = "off" | "block-bidirectional" | "block-ingress";

export interface NetworkModel {
    readonly records: ReadonlyMap<string, ResourceRecord>;
    readonly vpcs: ReadonlyMap<Key, Vpc>;
    readonly subnets: ReadonlyMap<Key, Subnet>;
    readonly routeTables: ReadonlyMap<Key, RouteTable>;
    readonly networkAcls: ReadonlyMap<Key, NetworkAcl>;
    readonly securityGroups: ReadonlyMap<Key, SecurityGroup>;
    readonly prefixLists: ReadonlyMap<Key, PrefixList>;
    readonly interfaces: ReadonlyMap<Key, NetworkInterface>;
    /** By URN, the interfaces of instances that have others than the one which bears their own key. */
    readonly instanceInterfaces?: ReadonlyMap<Key, readonly Key[]>;
    readonly internetGateways: ReadonlyMap<Key, InternetGateway>;
    readonly natGateways: ReadonlyMap<Key, NatGateway>;
    readonly peeringConnections: ReadonlyMap<Key, PeeringConnection>;
    readonly gatewayEndpoints: ReadonlyMap<Key, GatewayEndpoint>;
    readonly interfaceEndpoints: ReadonlyMap<Key, InterfaceEndpoint>;
    readonly loadBalancers: ReadonlyMap<Key, LoadBalancer>;
    readonly targetGroups: ReadonlyMap<Key, TargetGroup>;
    readonly transitGateways: ReadonlyMap<Key, TransitGateway>;
    readonly blockPublicAccess: BlockPublicAccess;
    /** What could not be attached to any entity: a rule whose group is unknown, say. */
    readonly undecided: readonly Undecided[];
}
