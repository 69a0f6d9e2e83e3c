import type { Route } from "../network";
import { anyEgress, change, host, house, ingress, tcp, type Changes, type Edge } from "./edge";

const out: Route = { destination: "0.0.0.0/0", target: { kind: "internetGateway", id: "igw" } };
const to = (destination: string, id: string): Route => ({ destination, target: { kind: "appliance", id } });

const checkGroup = {
    id: "check-group",
    vpc: "main",
    rules: [{ direction: "ingress", protocol: -1, peer: { cidr: "0.0.0.0/0" } } as const, anyEgress],
};

/** A subnet with an appliance that lets everything through its group. */
const inspected = (changes: Changes = {}): Changes => ({
    subnets: [
        {
            id: "check-a",
            vpc: "main",
            zone: "us-east-1a",
            cidrs: ["10.0.30.0/24"],
            routeTable: "check-table",
        },
    ],
    interfaces: [
        {
            ...host("check", "check-a", "10.0.30.10", "check-group", "198.51.100.30"),
            kind: "networkInterface",
            forwards: true,
        },
    ],
    ...changes,
    securityGroups: [checkGroup, ...(changes.securityGroups ?? [])],
    routeTables: [{ id: "check-table", vpc: "main", routes: [out] }, ...(changes.routeTables ?? [])],
});

const edge = (
    id: string,
    changes: Changes,
    probe: Edge["probe"],
    expected: Edge["expected"],
    more: Partial<Edge> = {},
): Edge => ({ id, network: change(house, changes), probe, expected, ...more });

const unsure = { proved: "unknown" } as const;
const inward = tcp("203.0.113.7", "web@public", 443);
const byGateway = (id: string): Changes =>
    inspected({
        routeTables: [
            { id: "gateway-table", vpc: "main", gateway: "igw", routes: [to("10.0.0.0/24", id)] },
            { id: "public-table", routes: [to("0.0.0.0/0", id)] },
        ],
    });
/** The changes with some of their interfaces changed once more. */
const withInterfaces = (changes: Changes, interfaces: Changes["interfaces"]): Changes => ({
    ...changes,
    interfaces: [
        ...(changes.interfaces ?? []).map((face) => ({
            ...face,
            ...interfaces?.find(({ id }) => id === face.id),
        })),
    ],
});

const between = (...routes: Route[]): Changes =>
    inspected({
        securityGroups: [{ id: "db-group", rules: [ingress("10.0.0.0/16", 3306)] }],
        routeTables: [{ id: "private-table", routes }],
    });

export const middleboxEdges: readonly Edge[] = [
    edge(
        "edge-route-blackhole-more-specific",
        {
            routeTables: [
                {
                    id: "public-table",
                    routes: [out, { destination: "192.0.2.0/24", target: { kind: "blackhole", id: "gone" } }],
                },
            ],
        },
        tcp("web", "192.0.2.99", 443),
        "blocked",
        { onlyDeployed: true },
    ),
    edge(
        "edge-route-blackhole-more-specific: another address",
        {
            routeTables: [
                {
                    id: "public-table",
                    routes: [out, { destination: "192.0.2.0/24", target: { kind: "blackhole", id: "gone" } }],
                },
            ],
        },
        tcp("web", "8.8.8.8", 443),
        "reachable",
        { onlyDeployed: true },
    ),
    edge("edge-gateway-route-table: to an appliance", byGateway("check"), inward, "reachable", unsure),
    edge(
        "edge-gateway-route-table: to an appliance that checks source and destination",
        withInterfaces(byGateway("check"), [{ id: "check", forwards: false }]),
        inward,
        "blocked",
    ),
    edge(
        "edge-gateway-route-table: to an appliance without a public address",
        withInterfaces(byGateway("check"), [{ id: "check", publicAddress: undefined }]),
        inward,
        "blocked",
    ),
    edge(
        "edge-gateway-route-table: to a Gateway Load Balancer endpoint",
        withInterfaces(byGateway("check"), [
            {
                id: "check",
                kind: "gatewayLoadBalancerEndpoint",
                securityGroups: null,
                publicAddress: undefined,
            },
        ]),
        inward,
        "reachable",
        unsure,
    ),
    edge(
        "edge-gateway-route-table: for another subnet",
        inspected({
            routeTables: [
                { id: "gateway-table", vpc: "main", gateway: "igw", routes: [to("10.0.1.0/24", "check")] },
            ],
        }),
        inward,
        "reachable",
    ),
    edge(
        "edge-route-more-specific-than-local: through an appliance",
        between(to("10.0.20.0/24", "check")),
        tcp("app", "db", 3306),
        "reachable",
        unsure,
    ),
    edge(
        "edge-route-more-specific-than-local: the appliance checks source and destination",
        withInterfaces(between(to("10.0.20.0/24", "check")), [{ id: "check", forwards: false }]),
        tcp("app", "db", 3306),
        "blocked",
    ),
    edge(
        "edge-route-more-specific-than-local: of another subnet",
        between(to("10.0.11.0/24", "check")),
        tcp("app", "db", 3306),
        "reachable",
    ),
    edge(
        "edge-route-more-specific-than-local: inside one subnet it is not asked",
        withInterfaces(
            inspected({
                securityGroups: [{ id: "app-group", rules: [ingress("10.0.0.0/16", 22)] }],
                routeTables: [{ id: "private-table", routes: [to("10.0.10.0/24", "check")] }],
            }),
            [{ id: "check", forwards: false }],
        ),
        tcp("other", "app", 22),
        "reachable",
    ),
    edge(
        "edge-sg-ref-through-middlebox",
        inspected({ routeTables: [{ id: "private-table", routes: [to("10.0.20.0/24", "check")] }] }),
        tcp("app", "db", 3306),
        "blocked",
    ),
    edge(
        "edge-appliance-hands-on: the sender's own public address counts at the gateway",
        withInterfaces(
            inspected({ routeTables: [{ id: "public-table", routes: [to("0.0.0.0/0", "check")] }] }),
            [{ id: "check", publicAddress: undefined }],
        ),
        tcp("web", "192.0.2.99", 443),
        "partial",
        unsure,
    ),
];
