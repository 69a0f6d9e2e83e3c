import type {
    BlockPublicAccess,
    GatewayEndpoint,
    InterfaceEndpoint,
    InternetGateway,
    LoadBalancer,
    NatGateway,
    NetworkAcl,
    NetworkAclEntry,
    NetworkInterface,
    NetworkModel,
    PeeringConnection,
    PrefixList,
    Route,
    RouteTable,
    RouteTarget,
    RouteTargetKind,
    RulePeer,
    SecurityGroup,
    SecurityGroupRule,
    Subnet,
    TargetGroup,
    Traffic,
    TransitGateway,
    Vpc,
} from "../../analysis/model/network-model";
import { addressesOf } from "../../packets/address-set";
import { parseCidr } from "../../packets/cidr";
import { portRange } from "../../packets/ports";
import { everyProtocol, protocolNumbers } from "../../packets/protocol";

const entity = (key: string): { key: string; external: boolean; undecided: [] } => ({
    key,
    external: false,
    undecided: [],
});

type Overrides<T> = Partial<Omit<T, "key">>;

/** `tcp 443`, `tcp 1024-65535`, `tcp`, `icmp 8/0`, `all`, `47`. */
export function trafficText(text: string): Traffic {
    const [name = "", rest] = text.split(" ");
    if (name === "all") {
        return { protocol: everyProtocol };
    }
    const protocol = name in protocolNumbers ? protocolNumbers[name as "tcp"] : Number(name);
    if (name === "icmp" || name === "icmpv6") {
        const [type = -1, code = -1] = rest === undefined ? [] : rest.split("/").map(Number);
        return { protocol, icmp: { type, code } };
    }
    const [first = 0, last = first] = rest === undefined ? [0, 65535] : rest.split("-").map(Number);
    return { protocol, ports: portRange(first, last) };
}

/** Builds a network model by hand, for tests that need no resources. */
export class NetworkBuilder {
    public readonly vpcs = new Map<string, Vpc>();
    public readonly subnets = new Map<string, Subnet>();
    public readonly routeTables = new Map<string, RouteTable>();
    public readonly networkAcls = new Map<string, NetworkAcl>();
    public readonly securityGroups = new Map<string, SecurityGroup>();
    public readonly prefixLists = new Map<string, PrefixList>();
    public readonly interfaces = new Map<string, NetworkInterface>();
    public readonly internetGateways = new Map<string, InternetGateway>();
    public readonly natGateways = new Map<string, NatGateway>();
    public readonly peeringConnections = new Map<string, PeeringConnection>();
    public readonly gatewayEndpoints = new Map<string, GatewayEndpoint>();
    public readonly interfaceEndpoints = new Map<string, InterfaceEndpoint>();
    public readonly loadBalancers = new Map<string, LoadBalancer>();
    public readonly targetGroups = new Map<string, TargetGroup>();
    public readonly transitGateways = new Map<string, TransitGateway>();
    public blockPublicAccess: BlockPublicAccess = { mode: "off", exclusions: [] };

    public vpc(key: string, cidrs: string[], overrides: Overrides<Vpc> = {}): this {
        this.vpcs.set(key, {
            ...entity(key),
            cidrs: cidrs.map(parseCidr),
            hasUnknownIpv6: false,
            dnsSupport: true,
            dnsHostnames: true,
            mainRouteTable: `${key}-main`,
            defaultNetworkAcl: `${key}-acl`,
            defaultSecurityGroup: `${key}-default`,
            ...overrides,
        });
        this.table(`${key}-main`, key, {}, { main: true });
        this.acl(`${key}-acl`, key, ["100 allow all in 0.0.0.0/0", "100 allow all out 0.0.0.0/0"], {
            isDefault: true,
        });
        return this.group(`${key}-default`, key, [`in all ${key}-default`, "out all 0.0.0.0/0"], {
            isDefault: true,
        });
    }

    public subnet(key: string, vpc: string, cidrs: string[], overrides: Overrides<Subnet> = {}): this {
        this.subnets.set(key, {
            ...entity(key),
            vpc,
            cidrs: cidrs.map(parseCidr),
            hasUnknownIpv6: false,
            zone: "use1-az1",
            assignsPublicIpv4: false,
            assignsIpv6: false,
            routeTable: `${vpc}-main`,
            networkAcl: `${vpc}-acl`,
            ...overrides,
        });
        return this;
    }

    /** Routes as `{ "0.0.0.0/0": "internetGateway igw" }`; a destination without a slash is a prefix list. */
    public table(
        key: string,
        vpc: string,
        routes: { readonly [destination: string]: string },
        overrides: Overrides<RouteTable> = {},
    ): this {
        this.routeTables.set(key, {
            ...entity(key),
            vpc,
            main: false,
            propagatedFrom: [],
            routes: Object.entries(routes).map(([destination, text]): Route => {
                const [kind, target = ""] = text.split(" ");
                const to: RouteTarget =
                    kind === "blackhole" ? { kind } : { kind: kind as RouteTargetKind, key: target };
                return {
                    urn: `${key}:${destination}`,
                    property: "",
                    destination: destination.includes("/")
                        ? { kind: "cidr", cidr: parseCidr(destination) }
                        : { kind: "prefixList", prefixList: destination },
                    target: to,
                };
            }),
            ...overrides,
        });
        return this;
    }

    /** Entries as `100 allow tcp 443 in 0.0.0.0/0`. */
    public acl(key: string, vpc: string, entries: string[], overrides: Overrides<NetworkAcl> = {}): this {
        this.networkAcls.set(key, {
            ...entity(key),
            vpc,
            isDefault: false,
            entries: entries.map((text): NetworkAclEntry => {
                const words = text.split(" ");
                return {
                    urn: `${key}:${words[0]}${words.at(-2)}`,
                    property: "",
                    number: Number(words[0]),
                    allow: words[1] === "allow",
                    traffic: trafficText(words.slice(2, -2).join(" ")),
                    egress: words.at(-2) === "out",
                    addresses: addressesOf(words.at(-1)!),
                };
            }),
            ...overrides,
        });
        return this;
    }

    /** Rules as `in tcp 443 0.0.0.0/0` or `out all other-group` or `in tcp 22 list:office`. */
    public group(
        key: string,
        vpc: string,
        rules: string[] = [],
        overrides: Overrides<SecurityGroup> = {},
    ): this {
        this.securityGroups.set(key, {
            ...entity(key),
            vpc,
            isDefault: false,
            mixedRules: false,
            rules: rules.map((text): SecurityGroupRule => {
                const words = text.split(" ");
                return {
                    urn: `${key}:${text}`,
                    property: "",
                    direction: words[0] === "in" ? "ingress" : "egress",
                    traffic: trafficText(words.slice(1, -1).join(" ")),
                    peer: peerOf(words.at(-1)!),
                };
            }),
            ...overrides,
        });
        return this;
    }

    public host(
        key: string,
        subnet: string,
        securityGroups: string[],
        overrides: Overrides<NetworkInterface> = {},
    ): this {
        this.interfaces.set(key, {
            ...entity(key),
            kind: "instance",
            vpc: this.subnets.get(subnet)!.vpc,
            subnets: [subnet],
            securityGroups,
            publicIpv4: "no",
            ipv6: "no",
            sourceDestCheck: true,
            tags: {},
            ...overrides,
        });
        return this;
    }

    public internetGateway(key: string, vpc: string | undefined, egressOnly = false): this {
        this.internetGateways.set(key, { ...entity(key), egressOnly, ...(vpc === undefined ? {} : { vpc }) });
        return this;
    }

    public nat(
        key: string,
        vpc: string,
        subnet: string | undefined,
        overrides: Overrides<NatGateway> = {},
    ): this {
        this.natGateways.set(key, {
            ...entity(key),
            vpc,
            public: true,
            regional: subnet === undefined,
            ...(subnet === undefined ? {} : { subnet }),
            ...overrides,
        });
        return this;
    }

    public peering(
        key: string,
        requester: string,
        accepter: string,
        overrides: Overrides<PeeringConnection> = {},
    ): this {
        this.peeringConnections.set(key, {
            ...entity(key),
            requester,
            accepter,
            accepted: "yes",
            crossRegion: false,
            ...overrides,
        });
        return this;
    }

    public model(): NetworkModel {
        return { ...this, records: new Map(), undecided: [], blockPublicAccess: this.blockPublicAccess };
    }
}

function peerOf(text: string): RulePeer {
    if (text.startsWith("list:")) {
        return { kind: "prefixList", prefixList: text.slice(5) };
    }
    if (text === "?") {
        const undecided = { urn: "rule", property: "cidrIpv4", reason: "it is not known yet", remedy: "" };
        return { kind: "undecided", undecided };
    }
    return text.includes("/")
        ? { kind: "addresses", addresses: addressesOf(text) }
        : { kind: "securityGroup", securityGroup: text };
}
