import type { Network, TargetGroup } from "../network";
import { anyEgress, change, egress, host, house, ingress, tcp, type Changes, type Edge } from "./edge";

const node = (subnet: string, address: string, publicAddress?: string) => ({
    ...host(`lb-${subnet}`, subnet, address, "lb-group", publicAddress),
    kind: "loadBalancerNode" as const,
    owner: "lb",
    pinned: false,
});

const nodes = [
    node("public-a", "10.0.0.50", "198.51.100.50"),
    node("public-b", "10.0.1.50", "198.51.100.51"),
];

const group: TargetGroup = {
    id: "targets",
    vpc: "main",
    protocol: "HTTP",
    port: 8080,
    targetType: "instance",
    targets: [{ interface: "app" }],
};

const alb = (changes: Changes = {}): Network =>
    change(
        change(house, {
            securityGroups: [
                {
                    id: "lb-group",
                    vpc: "main",
                    rules: [ingress("0.0.0.0/0", 443), egress("app-group", 8080)],
                },
                { id: "app-group", rules: [ingress("lb-group", 8080), anyEgress] },
            ],
            interfaces: nodes,
            loadBalancers: [
                {
                    id: "lb",
                    type: "application",
                    internal: false,
                    crossZone: true,
                    listeners: [{ protocol: "HTTPS", port: 443, targetGroups: ["targets"] }],
                },
            ],
            targetGroups: [group],
        }),
        changes,
    );

const nlb = (changes: Changes = {}): Network =>
    change(
        alb({
            loadBalancers: [
                {
                    id: "lb",
                    type: "network",
                    crossZone: true,
                    listeners: [{ protocol: "TCP", port: 443, targetGroups: ["targets"] }],
                },
            ],
            targetGroups: [{ id: "targets", protocol: "TCP" }],
            securityGroups: [
                { id: "lb-group", rules: [ingress("0.0.0.0/0", 443), anyEgress] },
                { id: "app-group", rules: [ingress("10.0.0.0/16", 8080), anyEgress] },
            ],
        }),
        changes,
    );

const client = tcp("203.0.113.7", "app", 443, { through: "lb" });
const edge = (id: string, network: Network, expected: Edge["expected"], probe = client): Edge => ({
    id,
    network,
    probe,
    expected,
});

export const loadBalancerEdges: readonly Edge[] = [
    edge("edge-alb", alb(), "reachable"),
    edge("edge-alb: no such listener", alb(), "blocked", { ...client, destinationPort: 80 }),
    edge("edge-alb: the target directly", alb(), "blocked", tcp("203.0.113.7", "app", 8080)),
    edge("edge-alb-target-port-mismatch", alb({ targetGroups: [{ id: "targets", port: 80 }] }), "blocked"),
    edge(
        "edge-alb-egress-restricted",
        alb({ securityGroups: [{ id: "lb-group", rules: [ingress("0.0.0.0/0", 443)] }] }),
        "blocked",
    ),
    edge(
        "edge-alb-internal",
        alb({
            loadBalancers: [{ id: "lb", internal: true }],
            interfaces: nodes.map(({ id }) => ({ id, publicAddress: undefined })),
        }),
        "reachable",
        tcp("web", "app", 443, { through: "lb" }),
    ),
    edge(
        "edge-alb-internet-facing-in-private-subnets",
        alb({
            interfaces: nodes.map(({ id }, index) => ({
                id,
                subnet: ["app-a", "app-b"][index]!,
                privateAddress: `10.0.1${index}.50`,
            })),
        }),
        "blocked",
    ),
    edge("edge-nlb-preserve-client-ip", nlb(), "blocked"),
    edge(
        "edge-nlb-preserve-off",
        nlb({ targetGroups: [{ id: "targets", preserveClientIp: false }] }),
        "reachable",
    ),
    edge(
        "edge-nlb-ip-target-default",
        nlb({ targetGroups: [{ id: "targets", targetType: "ip" }] }),
        "reachable",
    ),
    edge(
        "edge-nlb-sg-ref",
        nlb({ securityGroups: [{ id: "app-group", rules: [ingress("lb-group", 8080), anyEgress] }] }),
        "reachable",
    ),
    edge(
        "edge-nlb-no-sg",
        nlb({
            interfaces: nodes.map(({ id }) => ({ id, securityGroups: null })),
            securityGroups: [{ id: "app-group", rules: [ingress("0.0.0.0/0", 8080), anyEgress] }],
        }),
        "reachable",
    ),
    edge(
        "edge-nlb-cross-zone-off",
        nlb({
            loadBalancers: [{ id: "lb", crossZone: false }],
            targetGroups: [{ id: "targets", preserveClientIp: false }],
            interfaces: [
                node("public-b", "10.0.1.50", "198.51.100.51"),
                { id: "lb-public-a", subnet: "public-b", privateAddress: "10.0.1.51" },
            ],
        }),
        "blocked",
    ),
];

const endpoint = (routeTables: readonly string[]): Network =>
    change(house, {
        prefixLists: [{ id: "s3-list", cidrs: ["52.216.0.0/16"], service: "s3" }],
        gatewayEndpoints: [{ id: "s3", vpc: "main", service: "s3", prefixList: "s3-list", routeTables }],
        routeTables: [{ id: "private-table", routes: [] }],
        securityGroups: [{ id: "app-group", rules: [egress("s3-list", 443)] }],
    });
const toS3 = tcp("app", "52.216.0.7", 443, { to: { address: "52.216.0.7", service: "s3" } });

const interfaceEndpoint = (port: number): Network =>
    change(house, {
        securityGroups: [{ id: "ssm-group", vpc: "main", rules: [ingress("app-group", port)] }],
        interfaces: [
            {
                ...host("ssm-db-a", "db-a", "10.0.20.40", "ssm-group"),
                kind: "interfaceEndpoint",
                owner: "ssm",
                pinned: false,
            },
        ],
    });

const connect = (port: number): Network =>
    change(house, {
        securityGroups: [
            { id: "eice-group", vpc: "main", rules: [egress("app-group", 22)] },
            { id: "app-group", rules: [ingress("eice-group", port)] },
        ],
        interfaces: [
            {
                ...host("eice", "db-a", "10.0.20.50", "eice-group"),
                kind: "instanceConnectEndpoint",
                pinned: false,
            },
        ],
    });

const database = (changes: Changes = {}): Network =>
    change(
        change(house, {
            interfaces: [
                {
                    ...host("rds", "db-a", "10.0.20.60", "db-group"),
                    kind: "database",
                    pinned: false,
                    mayBeIn: ["db-a"],
                },
            ],
        }),
        changes,
    );
const publicDatabase = { id: "rds", publicAddress: "198.51.100.60" };
const fromOffice = { id: "db-group", rules: [ingress("203.0.113.0/24", 3306)] };

export const endpointEdges: readonly Edge[] = [
    edge("edge-endpoint-gateway", endpoint(["private-table"]), "reachable", toS3),
    edge("edge-endpoint-gateway-wrong-table", endpoint(["public-table"]), "blocked", toS3),
    edge("edge-endpoint-interface", interfaceEndpoint(443), "reachable", tcp("app", "ssm-db-a", 443)),
    edge("edge-endpoint-interface-sg", interfaceEndpoint(444), "blocked", tcp("app", "ssm-db-a", 443)),
    edge("edge-instance-connect-endpoint", connect(22), "reachable", tcp("eice", "app", 22)),
    edge("edge-instance-connect-endpoint: not admitted", connect(23), "blocked", tcp("eice", "app", 22)),
    edge("edge-rds-private", database(), "reachable", tcp("app", "rds", 3306)),
    edge(
        "edge-rds-public",
        database({
            interfaces: [
                { ...publicDatabase, subnet: "public-a", privateAddress: "10.0.0.60", mayBeIn: ["public-a"] },
            ],
            securityGroups: [fromOffice],
        }),
        "reachable",
        tcp("203.0.113.7", "rds@public", 3306),
    ),
    edge(
        "edge-rds-public-in-private-subnets",
        database({ interfaces: [publicDatabase], securityGroups: [fromOffice] }),
        "blocked",
        tcp("203.0.113.7", "rds@public", 3306),
    ),
    edge(
        "edge-autoscaling-group",
        change(house, {
            interfaces: [
                {
                    ...host("asg", "app-a", "10.0.10.70", "app-group"),
                    kind: "autoScalingInstance",
                    pinned: false,
                    mayBeIn: ["app-a", "app-b"],
                },
            ],
        }),
        "reachable",
        tcp("asg", "db", 3306),
    ),
];
