import fc from "fast-check";
import type { FlowArgs } from "../../components/planning/flow-args";
import type { SecurityInput } from "../../components/planning/security-input";
import { planSecurity, type SecurityPlan } from "../../components/planning/security-plan";
import { line } from "./three-tier";

/** A network with every kind of tier, client and peer; its flow table is still empty. */
export const roomyNetwork: SecurityInput = {
    cidr: "10.0.0.0/16",
    nat: "perZone",
    tiers: {
        public: { access: "public", cidrs: ["10.0.1.0/24", "10.0.2.0/24"] },
        app: { access: "private", cidrs: ["10.0.16.0/20"] },
        batch: { access: "private", cidrs: ["10.0.48.0/20"] },
        db: { access: "isolated", cidrs: ["10.0.32.0/20"] },
    },
    groups: {
        alb: { tier: "public" },
        nlb: { tier: "public", preservesClientIp: true },
        bastion: { tier: "public", clients: "linux" },
        app: { tier: "app", clients: "linux" },
        worker: { tier: "app", clients: "windows" },
        job: { tier: "batch" },
        db: { tier: "db", clients: "linux" },
    },
    ranges: {
        office: { cidrs: ["203.0.113.0/24", "198.51.100.64/26"] },
        hub: { cidrs: ["10.1.0.0/16"], via: "peering" },
    },
    adminPorts: [2222],
    naclEntryQuota: 40,
    flows: [],
};

const keys = [...Object.keys(roomyNetwork.groups), "internet", "office", "hub", "s3"];
const ports = [
    "https",
    "http",
    "tcp/22",
    "tcp/2222",
    "tcp/3306",
    "tcp/8000-8080",
    "tcp/3389",
    "udp/53",
    "icmp/echo",
];
const commonLines: [string, string, string][] = [
    ["internet", "alb", "https"],
    ["internet", "nlb", "https"],
    ["nlb", "app", "https"],
    ["alb", "app", "tcp/8000-8080"],
    ["app", "db", "tcp/3306"],
    ["app", "internet", "https"],
    ["bastion", "internet", "https"],
    ["office", "bastion", "tcp/2222"],
];
const anyLine = fc.oneof(
    fc.constantFrom(...commonLines),
    fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...keys), fc.constantFrom(...ports)),
);

/** Flow tables that plan, made by leaving out the lines that a plan refuses. */
export const flowTables = (maxLength = 8): fc.Arbitrary<SecurityInput> =>
    fc
        .record({
            lines: fc.array(anyLine, { maxLength }),
            ipv6: fc.boolean(),
            nat: fc.constantFrom("perZone" as const, "regional" as const, "none" as const),
        })
        .map(({ lines, ipv6, nat }) =>
            soundPart({
                ...roomyNetwork,
                ipv6,
                nat,
                flows: lines.map(([from, to, port]) => line(from, to, port)),
            }),
        );

/** The input without the lines of its flow table that are refused. */
export function soundPart(input: SecurityInput): SecurityInput {
    const result = planSecurity(input);
    if (!Array.isArray(result)) {
        return input;
    }
    const refused = new Set(result.map(({ path }) => /^flows\[(\d+)\]/.exec(path)?.[1]));
    const flows = input.flows.filter((_: FlowArgs, position: number) => !refused.has(String(position)));
    if (flows.length === input.flows.length) {
        throw new Error(`not refused for its lines: ${JSON.stringify(result)}`);
    }
    return soundPart({ ...input, flows });
}

export function planned(input: SecurityInput): SecurityPlan {
    const result = planSecurity(input);
    if (Array.isArray(result)) {
        throw new Error(JSON.stringify(result));
    }
    return result as SecurityPlan;
}
