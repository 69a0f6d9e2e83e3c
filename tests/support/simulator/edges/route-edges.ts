import type { BlockPublicAccess, Route } from "../network";
import { change, house, ingress, tcp, type Changes, type Edge } from "./edge";

const out: Route = { destination: "0.0.0.0/0", target: { kind: "internetGateway", id: "igw" } };
const natOut: Route = { destination: "0.0.0.0/0", target: { kind: "natGateway", id: "nat" } };
const outward = tcp("app", "192.0.2.99", 443);
const inward = tcp("203.0.113.7", "web@public", 443);

const edge = (id: string, changes: Changes, probe: Edge["probe"], expected: Edge["expected"]): Edge => ({
    id,
    network: change(house, changes),
    probe,
    expected,
});

const publicIn = (subnet: string): Changes => ({
    interfaces: [{ id: "web", subnet, privateAddress: "10.0.20.30" }],
});

const guarded = (
    mode: BlockPublicAccess["mode"],
    ...exclusions: BlockPublicAccess["exclusions"]
): Changes => ({
    blockPublicAccess: { mode, exclusions },
});

const sixes: Changes = {
    vpcs: [{ id: "main", cidrs: ["10.0.0.0/16", "2600:1f18:100:1000::/56"] }],
    subnets: [
        { id: "public-a", cidrs: ["10.0.0.0/24", "2600:1f18:100:1000::/64"] },
        { id: "app-a", cidrs: ["10.0.10.0/24", "2600:1f18:100:100a::/64"] },
    ],
    networkAcls: [
        {
            id: "main-acl",
            entries: [false, true].flatMap((egress) =>
                ["0.0.0.0/0", "::/0"].map((cidr, index) => ({
                    number: 100 + index,
                    egress,
                    allow: true,
                    protocol: -1,
                    cidr,
                })),
            ),
        },
    ],
    securityGroups: [
        {
            id: "web-group",
            rules: [
                ingress("::/0", 443),
                ingress("0.0.0.0/0", 80),
                { direction: "egress", protocol: -1, peer: { cidr: "::/0" } },
            ],
        },
    ],
    egressOnlyInternetGateways: [{ id: "eigw", vpc: "main" }],
    routeTables: [
        { id: "public-table", routes: [out, { ...out, destination: "::/0" }] },
        {
            id: "private-table",
            routes: [
                natOut,
                { destination: "::/0", target: { kind: "egressOnlyInternetGateway", id: "eigw" } },
            ],
        },
    ],
    interfaces: [
        { id: "web", ipv6Address: "2600:1f18:100:1000::10" },
        { id: "app", ipv6Address: "2600:1f18:100:100a::10", securityGroups: ["web-group"] },
    ],
};

export const routeEdges: readonly Edge[] = [
    edge(
        "edge-secondary-cidr-local",
        {
            vpcs: [{ id: "main", cidrs: ["10.0.0.0/16", "100.64.0.0/20"] }],
            subnets: [{ id: "db-a", cidrs: ["100.64.1.0/24"] }],
            interfaces: [{ id: "db", privateAddress: "100.64.1.10" }],
        },
        tcp("app", "db", 3306),
        "reachable",
    ),
    edge("edge-route-main-table", publicIn("db-a"), inward, "blocked"),
    edge(
        "edge-route-main-table-public",
        { ...publicIn("db-a"), vpcs: [{ id: "main", mainRouteTable: "public-table" }] },
        inward,
        "reachable",
    ),
    edge(
        "a prefix list's longer entry beats a shorter route, however its other entries overlap it",
        {
            prefixLists: [{ id: "outside-list", cidrs: ["192.0.2.0/24", "0.0.0.0/0"] }],
            routeTables: [{ id: "private-table", routes: [natOut, { ...out, destination: "outside-list" }] }],
        },
        outward,
        "blocked",
    ),
    edge("edge-route-as-resource", {}, inward, "reachable"),
    edge("edge-igw-detached", { internetGateways: [{ id: "igw", vpc: undefined }] }, inward, "blocked"),
    edge(
        "edge-igw-needs-public-address",
        { interfaces: [{ id: "web", publicAddress: undefined }] },
        tcp("web", "192.0.2.99", 443),
        "blocked",
    ),
    edge(
        "edge-public-address-in-private-subnet",
        { interfaces: [{ id: "web", subnet: "app-a", privateAddress: "10.0.10.30" }] },
        inward,
        "blocked",
    ),
    edge("edge-eip-without-route", publicIn("db-a"), inward, "blocked"),
    edge(
        "edge-eip-without-route: the request",
        publicIn("db-a"),
        { ...inward, scope: "request" },
        "reachable",
    ),
    edge("edge-igw-private-destination", {}, tcp("web", "172.16.0.9", 443), "blocked"),
    edge("edge-nat-no-inbound", {}, tcp("203.0.113.7", "", 443, { to: { natGateway: "nat" } }), "blocked"),
    edge("edge-nat", {}, outward, "reachable"),
    edge(
        "edge-nat-in-private-subnet",
        { natGateways: [{ id: "nat", subnet: "app-b", privateAddress: "10.0.11.9" }] },
        outward,
        "blocked",
    ),
    edge(
        "edge-nat-private-type",
        { natGateways: [{ id: "nat", publicAddress: undefined }] },
        outward,
        "blocked",
    ),
    edge(
        "edge-nat-protocols",
        {},
        { ...outward, protocol: 47, destinationPort: undefined, sourcePort: undefined },
        "blocked",
    ),
    edge(
        "edge-nat-regional",
        { natGateways: [{ id: "nat", subnet: undefined, privateAddress: undefined }] },
        outward,
        "reachable",
    ),
    edge(
        "edge-ipv6: out by the egress-only gateway",
        sixes,
        tcp("app@ipv6", "2001:db8::7", 443),
        "reachable",
    ),
    edge("edge-ipv6: in by the egress-only gateway", sixes, tcp("2001:db8::7", "app@ipv6", 443), "blocked"),
    edge("edge-ipv6: in by the internet gateway", sixes, tcp("2001:db8::7", "web@ipv6", 443), "reachable"),
    edge("edge-ipv6: an IPv4 rule admits no IPv6", sixes, tcp("2001:db8::7", "web@ipv6", 80), "blocked"),
    edge("edge-bpa-bidirectional", guarded("block-bidirectional"), outward, "blocked"),
    edge("edge-bpa-bidirectional: inbound", guarded("block-bidirectional"), inward, "blocked"),
    edge("edge-bpa-ingress", guarded("block-ingress"), outward, "reachable"),
    edge("edge-bpa-ingress: inbound", guarded("block-ingress"), inward, "blocked"),
    edge(
        "edge-bpa-exclusion",
        guarded("block-bidirectional", { subject: "public-a", mode: "allow-bidirectional" }),
        inward,
        "reachable",
    ),
    edge(
        "edge-bpa-exclusion: egress only",
        guarded("block-bidirectional", { subject: "main", mode: "allow-egress" }),
        outward,
        "reachable",
    ),
];
