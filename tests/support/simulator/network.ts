/**
 * A concrete AWS network, as if every resource existed: each interface has its addresses, each
 * database its subnet. Things are named by `id`; addresses and blocks are plain text.
 */
export interface Network {
    readonly vpcs: readonly Vpc[];
    readonly subnets: readonly Subnet[];
    readonly routeTables: readonly RouteTable[];
    readonly networkAcls: readonly NetworkAcl[];
    readonly securityGroups: readonly SecurityGroup[];
    readonly prefixLists: readonly PrefixList[];
    readonly interfaces: readonly Interface[];
    readonly internetGateways: readonly InternetGateway[];
    readonly egressOnlyInternetGateways: readonly EgressOnlyInternetGateway[];
    readonly natGateways: readonly NatGateway[];
    readonly peerings: readonly Peering[];
    readonly transitGateways: readonly TransitGateway[];
    readonly gatewayEndpoints: readonly GatewayEndpoint[];
    readonly loadBalancers: readonly LoadBalancer[];
    readonly targetGroups: readonly TargetGroup[];
    readonly blockPublicAccess: BlockPublicAccess;
}

export interface Vpc {
    readonly id: string;
    readonly region: string;
    /** The primary block first, then secondary blocks, IPv4 and IPv6. */
    readonly cidrs: readonly string[];
    /** The table of every subnet that has none of its own. */
    readonly mainRouteTable: string;
    /** The table AWS made with the VPC; another one may have replaced it as the main table. */
    readonly defaultRouteTable: string;
    readonly defaultNetworkAcl: string;
    readonly defaultSecurityGroup: string;
}

export interface Subnet {
    readonly id: string;
    readonly vpc: string;
    readonly zone: string;
    /** One IPv4 block and at most one IPv6 block. */
    readonly cidrs: readonly string[];
    /** Absent: the VPC's main table. */
    readonly routeTable?: string;
    /** Absent: the VPC's default ACL. */
    readonly networkAcl?: string;
}

export interface RouteTable {
    readonly id: string;
    readonly vpc: string;
    /** Without the implicit local routes and without those that gateway endpoints add. */
    readonly routes: readonly Route[];
    /** Made by AWS with its VPC, and managed by no resource. */
    readonly untouched?: boolean;
    /** The internet gateway whose incoming traffic it routes; no subnet uses it then. */
    readonly gateway?: string;
}

export interface Route {
    /** A block, or the id of a prefix list. */
    readonly destination: string;
    readonly target: RouteTarget;
}

export interface RouteTarget {
    readonly kind:
        | "internetGateway"
        | "egressOnlyInternetGateway"
        | "natGateway"
        | "peering"
        | "transitGateway"
        /** An interface that forwards what is not for it, or the endpoint of a Gateway Load Balancer. */
        | "appliance"
        /** To a target that is gone. */
        | "blackhole";
    readonly id: string;
}

export interface NetworkAcl {
    readonly id: string;
    readonly vpc: string;
    /** In no particular order; the number decides. */
    readonly entries: readonly NetworkAclEntry[];
    /** Made by AWS with its VPC, and managed by no resource. */
    readonly untouched?: boolean;
}

export interface NetworkAclEntry extends Match {
    readonly number: number;
    readonly egress: boolean;
    readonly allow: boolean;
    readonly cidr: string;
}

/** What a rule says of the protocol. */
export interface Match {
    /** IP protocol number, -1 for all. */
    readonly protocol: number;
    /** First and last destination port, for TCP and UDP; absent for all. */
    readonly ports?: readonly [number, number];
    /** Type and code, -1 for any, for ICMP and ICMPv6; absent for all. */
    readonly icmp?: readonly [number, number];
}

export interface SecurityGroup {
    readonly id: string;
    readonly vpc: string;
    readonly rules: readonly SecurityGroupRule[];
    /** Made by AWS with its VPC, and managed by no resource. */
    readonly untouched?: boolean;
}

export interface SecurityGroupRule extends Match {
    readonly direction: "ingress" | "egress";
    readonly peer:
        { readonly cidr: string } | { readonly securityGroup: string } | { readonly prefixList: string };
}

export interface PrefixList {
    readonly id: string;
    readonly cidrs: readonly string[];
    /** The AWS service whose managed list it is. */
    readonly service?: string;
}

export interface Interface {
    readonly id: string;
    readonly kind:
        | "instance"
        | "networkInterface"
        | "autoScalingInstance"
        | "loadBalancerNode"
        | "database"
        | "interfaceEndpoint"
        | "instanceConnectEndpoint"
        | "gatewayLoadBalancerEndpoint";
    /** What it belongs to, where several interfaces share one resource; else its own id. */
    readonly owner: string;
    readonly subnet: string;
    /** All subnets AWS may place it in, where the plan leaves the choice (databases, scaling groups). */
    readonly mayBeIn?: readonly string[];
    /** Null for a Network Load Balancer that was made without groups: nothing is filtered. */
    readonly securityGroups: readonly string[] | null;
    readonly privateAddress: string;
    /** It does not check source and destination, so it may forward what is not for it. */
    readonly forwards?: boolean;
    /** The plan pins the private address. */
    readonly pinned: boolean;
    readonly publicAddress?: string;
    readonly ipv6Address?: string;
}

export interface InternetGateway {
    readonly id: string;
    /** Absent: detached. */
    readonly vpc?: string;
}

export interface EgressOnlyInternetGateway {
    readonly id: string;
    readonly vpc: string;
}

export interface NatGateway {
    readonly id: string;
    readonly vpc: string;
    /** Absent for a regional gateway, which lives beside the subnets. */
    readonly subnet?: string;
    /** Absent for a regional gateway. */
    readonly privateAddress?: string;
    /** Absent for a private gateway. */
    readonly publicAddress?: string;
}

export interface Peering {
    readonly id: string;
    readonly requester: string;
    readonly accepter: string;
    readonly accepted: boolean;
}

export interface TransitGateway {
    readonly id: string;
    readonly securityGroupReferencing: boolean;
    readonly attachments: readonly TransitGatewayAttachment[];
    /** Its ends of attachments to other gateways; the other gateway has one of the same id. */
    readonly peerings?: readonly TransitGatewayPeering[];
    readonly tables: readonly TransitGatewayTable[];
}

export interface TransitGatewayAttachment {
    readonly id: string;
    readonly vpc: string;
    readonly subnets: readonly string[];
    readonly securityGroupReferencing: boolean;
    /** The table that its traffic is looked up in; absent: associated with none. */
    readonly table?: string;
}

export interface TransitGatewayPeering {
    readonly id: string;
    readonly peer: string;
    /** The table that what comes in by it is looked up in. */
    readonly table?: string;
}

export interface TransitGatewayTable {
    readonly id: string;
    /** A route without an attachment or peering is a blackhole. */
    readonly routes: readonly { readonly cidr: string; readonly attachment?: string }[];
    /** Attachments whose VPC blocks are propagated into it. */
    readonly propagations: readonly string[];
    /** The gateway's default table, which attachments use unless they are told otherwise. */
    readonly untouched?: boolean;
}

export interface GatewayEndpoint {
    readonly id: string;
    readonly vpc: string;
    readonly service: string;
    readonly prefixList: string;
    readonly routeTables: readonly string[];
}

export interface LoadBalancer {
    readonly id: string;
    readonly type: "application" | "network" | "classic";
    readonly internal: boolean;
    readonly crossZone: boolean;
    readonly listeners: readonly Listener[];
}

export interface Listener {
    readonly protocol: "HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP" | "TCP_UDP";
    readonly port: number;
    /** Empty where it only redirects or answers by itself. */
    readonly targetGroups: readonly string[];
}

export interface TargetGroup {
    readonly id: string;
    readonly vpc: string;
    readonly protocol: "HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP" | "TCP_UDP";
    readonly port: number;
    readonly targetType: "instance" | "ip";
    /** As configured; absent: AWS's default for the target type and protocol. */
    readonly preserveClientIp?: boolean;
    readonly targets: readonly { readonly interface: string; readonly port?: number }[];
}

export interface BlockPublicAccess {
    readonly mode: "off" | "block-bidirectional" | "block-ingress";
    readonly exclusions: readonly {
        /** A VPC or a subnet. */
        readonly subject: string;
        readonly mode: "allow-bidirectional" | "allow-egress";
    }[];
}

export const emptyNetwork: Network = {
    vpcs: [],
    subnets: [],
    routeTables: [],
    networkAcls: [],
    securityGroups: [],
    prefixLists: [],
    interfaces: [],
    internetGateways: [],
    egressOnlyInternetGateways: [],
    natGateways: [],
    peerings: [],
    transitGateways: [],
    gatewayEndpoints: [],
    loadBalancers: [],
    targetGroups: [],
    blockPublicAccess: { mode: "off", exclusions: [] },
};

/** The thing of that id; a network that names what it lacks is a mistake of its writer. */
export function named<T extends { readonly id: string }>(things: readonly T[], id: string): T {
    const found = things.find((thing) => thing.id === id);
    if (found === undefined) {
        throw new Error(`the network has no "${id}"`);
    }
    return found;
}
