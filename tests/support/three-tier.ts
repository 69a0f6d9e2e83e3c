import type { FlowArgs } from "../../components/planning/flow-args";
import type { SecurityInput } from "../../components/planning/security-input";

/** A line of a flow table, with a reason where the test does not care for one. */
export const line = (from: string, to: string, port: string, because = "a test"): FlowArgs => ({
    from,
    to,
    port,
    because,
});

/** The seed's three tiers in aligned blocks, with the groups and flows of its production architecture. */
export const threeTier: SecurityInput = {
    cidr: "10.0.0.0/16",
    nat: "perZone",
    tiers: {
        public: { access: "public", cidrs: ["10.0.0.0/20"] },
        app: { access: "private", cidrs: ["10.0.16.0/20"] },
        db: { access: "isolated", cidrs: ["10.0.32.0/20"] },
    },
    groups: {
        alb: { tier: "public" },
        bastion: { tier: "public", clients: "linux" },
        app: { tier: "app", clients: "linux" },
        db: { tier: "db" },
    },
    ranges: {
        office: { cidrs: ["203.0.113.0/24"] },
        "on-prem": { cidrs: ["192.168.0.0/16"], via: "transitGateway" },
    },
    ports: { ssh: 2222, app: 8080 },
    adminPorts: [2222],
    flows: [
        line("internet", "alb", "https"),
        line("alb", "app", "app"),
        line("app", "db", "mysql"),
        line("app", "internet", "https"),
        line("app", "s3", "https"),
        line("office", "bastion", "ssh"),
        line("bastion", "app", "tcp/22"),
    ],
};
