import type { Network, Route } from "../network";
import { anyEgress, change, host, ingress, openAcl, tcp, twoVpcs, type Edge } from "./edge";

const natOut: Route = { destination: "0.0.0.0/0", target: { kind: "natGateway", id: "nat" } };

const far = tcp("app", "far", 443);

const peered = (accepted = true, back = true): Network =>
    change(twoVpcs, {
        peerings: [{ id: "peering", requester: "main", accepter: "second", accepted }],
        routeTables: [
            {
                id: "private-table",
                routes: [natOut, { destination: "10.1.0.0/16", target: { kind: "peering", id: "peering" } }],
            },
            {
                id: "second-table",
                routes: back
                    ? [{ destination: "10.0.0.0/16", target: { kind: "peering", id: "peering" } }]
                    : [],
            },
        ],
    });

/** A third VPC behind the second, and routes to it as if peering led through. */
const chained: Network = change(peered(), {
    vpcs: [
        {
            id: "last",
            region: "us-east-1",
            cidrs: ["10.2.0.0/16"],
            mainRouteTable: "last-table",
            defaultRouteTable: "last-table",
            defaultNetworkAcl: "last-acl",
            defaultSecurityGroup: "last-group",
        },
    ],
    subnets: [{ id: "last-a", vpc: "last", zone: "us-east-1a", cidrs: ["10.2.0.0/24"] }],
    networkAcls: [{ id: "last-acl", vpc: "last", entries: openAcl, untouched: true }],
    securityGroups: [{ id: "last-group", vpc: "last", rules: [ingress("0.0.0.0/0", 0, 65535), anyEgress] }],
    interfaces: [host("third", "last-a", "10.2.0.10", "last-group")],
    peerings: [{ id: "onward", requester: "second", accepter: "last", accepted: true }],
    routeTables: [
        {
            id: "private-table",
            routes: [natOut, { destination: "10.2.0.0/16", target: { kind: "peering", id: "peering" } }],
        },
        {
            id: "second-table",
            routes: [
                { destination: "10.0.0.0/16", target: { kind: "peering", id: "peering" } },
                { destination: "10.2.0.0/16", target: { kind: "peering", id: "onward" } },
            ],
        },
        {
            id: "last-table",
            vpc: "last",
            routes: ["10.0.0.0/16", "10.1.0.0/16"].map((destination) => ({
                destination,
                target: { kind: "peering", id: "onward" },
            })),
        },
    ],
});

const viaGateway: Route["target"] = { kind: "transitGateway", id: "tgw" };
const attached = (referencing: boolean): Network =>
    change(twoVpcs, {
        transitGateways: [
            {
                id: "tgw",
                securityGroupReferencing: referencing,
                attachments: ["main", "second"].map((vpc) => ({
                    id: `att-${vpc}`,
                    vpc,
                    subnets: vpc === "main" ? ["db-a"] : ["far-a"],
                    securityGroupReferencing: true,
                    table: "tgw-table",
                })),
                tables: [{ id: "tgw-table", routes: [], propagations: ["att-main", "att-second"] }],
            },
        ],
        routeTables: [
            { id: "private-table", routes: [natOut, { destination: "10.0.0.0/8", target: viaGateway }] },
            { id: "second-table", routes: [{ destination: "10.0.0.0/8", target: viaGateway }] },
        ],
    });

const table = (
    changes: Partial<Network["transitGateways"][number]["tables"][number]>,
    association = true,
): Network => {
    const network = attached(false);
    const [gateway] = network.transitGateways;
    return {
        ...network,
        transitGateways: [
            {
                ...gateway!,
                attachments: gateway!.attachments.map((attachment) => ({
                    ...attachment,
                    table: association ? attachment.table : undefined,
                })),
                tables: gateway!.tables.map((each) => ({ ...each, ...changes })),
            },
        ],
    };
};

const reference = (network: Network): Network =>
    change(network, { securityGroups: [{ id: "far-group", rules: [ingress("app-group", 443), anyEgress] }] });

const blackhole = { routes: [{ cidr: "10.1.0.0/24" }] };

export const connectionEdges: readonly Edge[] = [
    { id: "edge-peering", network: peered(), probe: far, expected: "reachable" },
    { id: "edge-peering-one-way", network: peered(true, false), probe: far, expected: "blocked" },
    {
        id: "edge-peering-one-way: the request",
        network: peered(true, false),
        probe: { ...far, scope: "request" },
        expected: "reachable",
    },
    { id: "edge-peering-not-accepted", network: peered(false), probe: far, expected: "blocked" },
    {
        id: "edge-peering-edge-to-edge",
        network: change(peered(), {
            routeTables: [
                {
                    id: "second-table",
                    routes: [
                        { destination: "10.0.0.0/16", target: { kind: "peering", id: "peering" } },
                        { destination: "0.0.0.0/0", target: { kind: "peering", id: "peering" } },
                    ],
                },
            ],
        }),
        probe: tcp("far", "192.0.2.99", 443),
        expected: "blocked",
    },
    {
        id: "edge-peering-not-transitive",
        network: chained,
        probe: tcp("app", "third", 443),
        expected: "blocked",
    },
    {
        id: "edge-peering-not-transitive: the far half",
        network: chained,
        probe: tcp("far", "third", 443),
        expected: "reachable",
    },
    { id: "edge-peering-sg-ref", network: reference(peered()), probe: far, expected: "reachable" },
    {
        id: "edge-peering-sg-ref-other-region",
        network: change(reference(peered()), { vpcs: [{ id: "second", region: "eu-west-1" }] }),
        probe: far,
        expected: "blocked",
    },
    { id: "edge-tgw", network: attached(false), probe: far, expected: "reachable" },
    {
        id: "edge-tgw: to a zone without attachment",
        network: attached(false),
        probe: tcp("app", "far2", 443),
        expected: "blocked",
    },
    {
        id: "edge-tgw: the request to a zone without attachment",
        network: attached(false),
        probe: tcp("app", "far2", 443, { scope: "request" }),
        expected: "reachable",
    },
    {
        id: "edge-tgw: from a zone without attachment",
        network: attached(false),
        probe: tcp("app2", "far", 443),
        expected: "blocked",
    },
    {
        id: "edge-tgw-no-propagation",
        network: table({ propagations: ["att-main"] }),
        probe: far,
        expected: "blocked",
    },
    {
        id: "edge-tgw-no-return-propagation",
        network: table({ propagations: ["att-second"] }),
        probe: far,
        expected: "blocked",
    },
    { id: "edge-tgw-no-association", network: table({}, false), probe: far, expected: "blocked" },
    { id: "edge-tgw-blackhole", network: table(blackhole), probe: far, expected: "blocked" },
    { id: "edge-tgw-sg-ref-off", network: reference(attached(false)), probe: far, expected: "blocked" },
    { id: "edge-tgw-sg-ref-on", network: reference(attached(true)), probe: far, expected: "reachable" },
];
