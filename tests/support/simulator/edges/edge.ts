import { emptyNetwork, type Network, type NetworkAclEntry, type SecurityGroupRule } from "../network";
import type { Face, Probe, ProbeEnd } from "../probe";

/** One line of the semantics, as a network, a packet and what becomes of it. */
export interface Edge {
    /** Named after the line it shows. */
    readonly id: string;
    readonly network: Network;
    readonly probe: Probe;
    /** `partial`: it depends on the port that a NAT gateway or load balancer chooses. */
    readonly expected: "reachable" | "blocked" | "partial";
    /** What the prover says of it where no plan can tell, for it is up to somebody's software. */
    readonly proved?: "unknown";
    /** It can only come to be after the deployment. */
    readonly onlyDeployed?: true;
}

export type Changes = {
    readonly [Kind in keyof Network]?: Network[Kind] extends readonly (infer Thing extends { id: string })[]
        ? readonly (Partial<Thing> & { readonly id: string })[]
        : Network[Kind];
};

/** The network with some of its things changed, or added where there is none of that id. */
export function change(network: Network, changes: Changes): Network {
    const changed: { [kind: string]: unknown } = { ...network };
    for (const [kind, things] of Object.entries(changes)) {
        if (!Array.isArray(things)) {
            changed[kind] = things;
            continue;
        }
        const merged = new Map((network[kind as "vpcs"] ?? []).map((thing) => [thing.id, thing]));
        for (const thing of things as { id: string }[]) {
            merged.set(thing.id, { ...merged.get(thing.id)!, ...thing });
        }
        changed[kind] = [...merged.values()];
    }
    return changed as unknown as Network;
}

export const everything = { protocol: -1, cidr: "0.0.0.0/0" } as const;
export const entry = (
    number: number,
    way: "in" | "out",
    rest: Partial<NetworkAclEntry>,
): NetworkAclEntry => ({
    number,
    egress: way === "out",
    allow: true,
    ...everything,
    ...rest,
});
export const openAcl = [entry(100, "in", {}), entry(100, "out", {})];

type PeerText = string;
/** `tcp` ports from a block, or from a group or list by its id. */
export const ingress = (peer: PeerText, first: number, last = first): SecurityGroupRule => ({
    direction: "ingress",
    protocol: 6,
    ports: [first, last],
    peer: peerOf(peer),
});
export const anyEgress: SecurityGroupRule = {
    direction: "egress",
    protocol: -1,
    peer: { cidr: "0.0.0.0/0" },
};
export const egress = (peer: PeerText, port: number): SecurityGroupRule => ({
    direction: "egress",
    protocol: 6,
    ports: [port, port],
    peer: peerOf(peer),
});
export const peerOf = (text: PeerText): SecurityGroupRule["peer"] =>
    text.includes("/")
        ? { cidr: text }
        : text.endsWith("-list")
          ? { prefixList: text }
          : { securityGroup: text };

const endOf = (text: string): ProbeEnd => {
    const [name, face] = text.split("@");
    return /^[\d.]+$|:/.test(name!)
        ? { address: name! }
        : { interface: name!, face: (face ?? "private") as Face };
};

/** TCP from one end to another; `web@public` is an interface by its public address. */
export const tcp = (from: string, to: string, port: number, more: Partial<Probe> = {}): Probe => ({
    from: endOf(from),
    to: endOf(to),
    protocol: 6,
    sourcePort: 40000,
    destinationPort: port,
    scope: "session",
    ...more,
});

const subnet = (id: string, number: number, zone: string, routeTable?: string) => ({
    id,
    vpc: "main",
    zone: `us-east-1${zone}`,
    cidrs: [`10.0.${number}.0/24`],
    routeTable,
});
const host = (id: string, subnetId: string, address: string, group: string, publicAddress?: string) =>
    ({
        id,
        kind: "instance",
        owner: id,
        subnet: subnetId,
        securityGroups: [group],
        privateAddress: address,
        pinned: true,
        ...(publicAddress === undefined ? {} : { publicAddress }),
    }) as const;
export { host };
const group = (id: string, rules: readonly SecurityGroupRule[]) => ({ id, vpc: "main", rules });
const to = (kind: "internetGateway" | "natGateway", id: string) => [
    { destination: "0.0.0.0/0", target: { kind, id } } as const,
];

/** Three tiers in two zones: web to app to db, a NAT gateway, and two strangers in the app tier. */
export const house: Network = {
    ...emptyNetwork,
    vpcs: [
        {
            id: "main",
            region: "us-east-1",
            cidrs: ["10.0.0.0/16"],
            mainRouteTable: "main-table",
            defaultRouteTable: "main-table",
            defaultNetworkAcl: "main-acl",
            defaultSecurityGroup: "main-group",
        },
    ],
    subnets: [
        subnet("public-a", 0, "a", "public-table"),
        subnet("public-b", 1, "b", "public-table"),
        subnet("app-a", 10, "a", "private-table"),
        subnet("app-b", 11, "b", "private-table"),
        subnet("db-a", 20, "a"),
    ],
    routeTables: [
        { id: "main-table", vpc: "main", routes: [], untouched: true },
        { id: "public-table", vpc: "main", routes: to("internetGateway", "igw") },
        { id: "private-table", vpc: "main", routes: to("natGateway", "nat") },
    ],
    networkAcls: [{ id: "main-acl", vpc: "main", entries: openAcl, untouched: true }],
    securityGroups: [
        {
            ...group("main-group", [
                { direction: "ingress", protocol: -1, peer: { securityGroup: "main-group" } },
                anyEgress,
            ]),
            untouched: true,
        },
        group("web-group", [ingress("0.0.0.0/0", 443), anyEgress]),
        group("app-group", [ingress("web-group", 8080), anyEgress]),
        group("db-group", [ingress("app-group", 3306)]),
    ],
    internetGateways: [{ id: "igw", vpc: "main" }],
    natGateways: [
        {
            id: "nat",
            vpc: "main",
            subnet: "public-a",
            privateAddress: "10.0.0.9",
            publicAddress: "198.51.100.9",
        },
    ],
    interfaces: [
        host("web", "public-a", "10.0.0.10", "web-group", "198.51.100.10"),
        host("app", "app-a", "10.0.10.10", "app-group"),
        host("app2", "app-b", "10.0.11.10", "app-group"),
        host("other", "app-a", "10.0.10.20", "main-group"),
        host("other2", "app-b", "10.0.11.20", "main-group"),
        host("db", "db-a", "10.0.20.10", "db-group"),
    ],
};

/** A second VPC with one host, `far`, that lets everything in, and its twin in another zone. */
export const twoVpcs: Network = change(house, {
    vpcs: [
        {
            id: "second",
            region: "us-east-1",
            cidrs: ["10.1.0.0/16"],
            mainRouteTable: "second-table",
            defaultRouteTable: "second-table",
            defaultNetworkAcl: "second-acl",
            defaultSecurityGroup: "second-group",
        },
    ],
    subnets: [
        { id: "far-a", vpc: "second", zone: "us-east-1a", cidrs: ["10.1.0.0/24"] },
        { id: "far-b", vpc: "second", zone: "us-east-1b", cidrs: ["10.1.1.0/24"] },
    ],
    routeTables: [{ id: "second-table", vpc: "second", routes: [] }],
    networkAcls: [{ id: "second-acl", vpc: "second", entries: openAcl, untouched: true }],
    securityGroups: [
        { id: "second-group", vpc: "second", rules: [], untouched: false },
        { id: "far-group", vpc: "second", rules: [ingress("0.0.0.0/0", 0, 65535), anyEgress] },
    ],
    interfaces: [
        host("far", "far-a", "10.1.0.10", "far-group"),
        host("far2", "far-b", "10.1.1.10", "far-group"),
    ],
});
