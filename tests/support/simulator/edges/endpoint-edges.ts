import type { Network } from "../network";
import { change, egress, host, house, ingress, tcp, type Changes, type Edge } from "./edge";

const edge = (id: string, network: Network, expected: Edge["expected"], probe: Edge["probe"]): Edge => ({
    id,
    network,
    probe,
    expected,
});

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
    edge(
        "edge-endpoint-gateway: a main table beside another",
        change(endpoint(["main-table", "private-table"]), {
            subnets: [{ id: "app-a", routeTable: undefined }],
        }),
        "reachable",
        toS3,
    ),
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
