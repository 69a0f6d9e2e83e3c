import { anyEgress, change, egress, entry, house, ingress, openAcl, tcp, type Edge } from "./edge";
import type { NetworkAclEntry, SecurityGroupRule } from "../network";

const withRules = (id: string, rules: readonly SecurityGroupRule[]) =>
    change(house, { securityGroups: [{ id, rules }] });

const appAcl = (entries: readonly NetworkAclEntry[]) =>
    change(house, {
        subnets: [{ id: "app-a", networkAcl: "app-acl" }],
        networkAcls: [{ id: "app-acl", vpc: "main", entries }],
    });

const port = (protocol: number, ports: readonly [number, number]): Partial<NetworkAclEntry> => ({
    protocol,
    ports,
});

export const securityGroupEdges: readonly Edge[] = [
    { id: "edge-three-tier", network: house, probe: tcp("app", "db", 3306), expected: "reachable" },
    { id: "edge-three-tier: web to db", network: house, probe: tcp("web", "db", 3306), expected: "blocked" },
    {
        id: "edge-sg-union",
        network: change(house, {
            securityGroups: [{ id: "ssh-group", vpc: "main", rules: [ingress("10.0.0.0/16", 22)] }],
            interfaces: [{ id: "app", securityGroups: ["app-group", "ssh-group"] }],
        }),
        probe: tcp("web", "app", 22),
        expected: "reachable",
    },
    {
        id: "edge-sg-ref-is-private-address",
        network: withRules("web-group", [ingress("web-group", 8443), anyEgress]),
        probe: tcp("app", "web@public", 8443),
        expected: "blocked",
    },
    { id: "edge-sg-self", network: house, probe: tcp("other", "other2", 22), expected: "reachable" },
    { id: "edge-sg-self: a stranger", network: house, probe: tcp("app", "other2", 22), expected: "blocked" },
    {
        id: "edge-sg-egress-ref",
        network: withRules("app-group", [egress("db-group", 3306)]),
        probe: tcp("app", "db", 3306),
        expected: "reachable",
    },
    {
        id: "edge-sg-egress-omitted",
        network: withRules("app-group", [ingress("web-group", 8080)]),
        probe: tcp("app", "db", 3306),
        expected: "blocked",
    },
    { id: "edge-sg-default-group", network: house, probe: tcp("other", "other2", 9), expected: "reachable" },
    {
        id: "edge-sg-default-group-locked",
        network: change(house, { securityGroups: [{ id: "main-group", rules: [], untouched: false }] }),
        probe: tcp("other", "other2", 9),
        expected: "blocked",
    },
    {
        id: "edge-sg-protocol-all",
        network: withRules("db-group", [
            { direction: "ingress", protocol: -1, peer: { securityGroup: "app-group" } },
        ]),
        probe: tcp("app", "db", 5353, { protocol: 17 }),
        expected: "reachable",
    },
    {
        id: "edge-sg-all-tcp",
        network: withRules("db-group", [ingress("app-group", 0, 65535)]),
        probe: tcp("app", "db", 5353, { protocol: 17 }),
        expected: "blocked",
    },
    {
        id: "edge-sg-icmp-echo",
        network: withRules("db-group", [
            { direction: "ingress", protocol: 1, icmp: [8, -1], peer: { securityGroup: "app-group" } },
        ]),
        probe: icmp("app", "db", 8),
        expected: "reachable",
    },
    {
        id: "edge-sg-icmp-echo: another type",
        network: withRules("db-group", [
            { direction: "ingress", protocol: 1, icmp: [8, -1], peer: { securityGroup: "app-group" } },
        ]),
        probe: icmp("app", "db", 3),
        expected: "blocked",
    },
    ...([21, 22, 23] as const).map((number): Edge => ({
        id: `a rule for port 22 and port ${number}`,
        network: withRules("db-group", [ingress("app-group", 22)]),
        probe: tcp("app", "db", number),
        expected: number === 22 ? "reachable" : "blocked",
    })),
    ...([44, 45, 50, 51] as const).map((number): Edge => ({
        id: `a rule for ports 45-50 and port ${number}`,
        network: withRules("db-group", [ingress("app-group", 45, 50)]),
        probe: tcp("app", "db", number),
        expected: number === 45 || number === 50 ? "reachable" : "blocked",
    })),
    {
        id: "edge-sg-prefix-list",
        network: change(house, {
            prefixLists: [{ id: "office-list", cidrs: ["203.0.113.0/24"] }],
            securityGroups: [{ id: "web-group", rules: [ingress("office-list", 22)] }],
        }),
        probe: tcp("203.0.113.255", "web@public", 22),
        expected: "reachable",
    },
];

export const networkAclEdges: readonly Edge[] = [
    {
        id: "edge-nacl-deny-first",
        network: appAcl([...openAcl, entry(90, "in", { allow: false, ...port(6, [8080, 8080]) })]),
        probe: tcp("web", "app", 8080),
        expected: "blocked",
    },
    {
        id: "edge-nacl-deny-late",
        network: appAcl([...openAcl, entry(110, "in", { allow: false, ...port(6, [8080, 8080]) })]),
        probe: tcp("web", "app", 8080),
        expected: "reachable",
    },
    {
        id: "edge-nacl-no-reply",
        network: appAcl([entry(100, "in", {})]),
        probe: tcp("web", "app", 8080),
        expected: "blocked",
    },
    {
        id: "edge-nacl-no-reply: the request",
        network: appAcl([entry(100, "in", {})]),
        probe: tcp("web", "app", 8080, { scope: "request" }),
        expected: "reachable",
    },
    {
        id: "edge-nacl-ephemeral-ok",
        network: appAcl([entry(100, "in", {}), entry(100, "out", port(6, [1024, 65535]))]),
        probe: tcp("web", "app", 8080, { sourcePort: 65535 }),
        expected: "reachable",
    },
    ...([1024, 1025, 5000, 5001] as const).map((sourcePort): Edge => ({
        id: `edge-nacl-ephemeral-part: client port ${sourcePort}`,
        network: appAcl([entry(100, "in", {}), entry(100, "out", port(6, [1025, 5000]))]),
        probe: tcp("web", "app", 8080, { sourcePort }),
        expected: sourcePort === 1025 || sourcePort === 5000 ? "reachable" : "blocked",
    })),
    {
        id: "edge-nacl-same-subnet",
        network: change(appAcl([]), {
            interfaces: [{ id: "other", securityGroups: ["web-group"] }],
        }),
        probe: tcp("other", "app", 8080),
        expected: "reachable",
    },
    { id: "edge-nacl-empty", network: appAcl([]), probe: tcp("web", "app", 8080), expected: "blocked" },
    {
        id: "edge-nacl-default-emptied",
        network: change(house, { networkAcls: [{ id: "main-acl", entries: [], untouched: false }] }),
        probe: tcp("web", "app", 8080),
        expected: "blocked",
    },
    {
        id: "edge-nacl-nat-needs-inbound-ephemeral",
        network: natAcl([entry(100, "out", {}), entry(100, "in", { cidr: "10.0.0.0/16" })]),
        probe: tcp("app", "192.0.2.99", 443),
        expected: "blocked",
    },
    {
        id: "edge-nacl-nat-ok",
        network: natAcl([
            entry(100, "out", {}),
            entry(100, "in", { cidr: "10.0.0.0/16" }),
            entry(110, "in", port(6, [1024, 65535])),
        ]),
        probe: tcp("app", "192.0.2.99", 443),
        expected: "reachable",
    },
    {
        id: "edge-nacl-nat-ok: only some of the ports a NAT gateway chooses from",
        network: natAcl([
            entry(100, "out", {}),
            entry(100, "in", { cidr: "10.0.0.0/16" }),
            entry(110, "in", port(6, [32768, 65535])),
        ]),
        probe: tcp("app", "192.0.2.99", 443),
        expected: "partial",
    },
];

function icmp(from: string, to: string, icmpType: number) {
    return tcp(from, to, 0, {
        protocol: 1,
        icmpType,
        icmpCode: 0,
        destinationPort: undefined,
        sourcePort: undefined,
    });
}

function natAcl(entries: readonly NetworkAclEntry[]) {
    return change(house, {
        subnets: [{ id: "public-a", networkAcl: "nat-acl" }],
        networkAcls: [{ id: "nat-acl", vpc: "main", entries }],
    });
}
