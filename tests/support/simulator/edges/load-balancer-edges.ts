import type { Network, TargetGroup } from "../network";
import { anyEgress, change, egress, entry, host, house, ingress, tcp, type Changes, type Edge } from "./edge";

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
    edge(
        "edge-alb: its own port, not the client's, meets the target's network ACL",
        alb({
            subnets: [{ id: "app-a", networkAcl: "app-acl" }],
            networkAcls: [
                {
                    id: "app-acl",
                    vpc: "main",
                    entries: [entry(100, "in", {}), entry(100, "out", { protocol: 6, ports: [1024, 32767] })],
                },
            ],
        }),
        "partial",
    ),
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
