import { formatCidr, isCidrProblem, readCidr, type Cidr } from "../../packets/cidr";
import { formatPorts } from "../../packets/ports";
import type { Flow, FlowPeer, GroupPeer, RangePeer } from "./flow";
import type { FlowArgs } from "./flow-args";
import { readFlows } from "./flow-table";
import type { NamedPorts } from "./port";
import type { Problem } from "./problem";
import type { RangeInput } from "./security-input";

/** What of a flow table AWS's analyzers are to hold against the live network. */
export interface AccessScopeInput {
    readonly groups: readonly string[];
    readonly ranges?: { readonly [key: string]: RangeInput };
    readonly ports?: NamedPorts;
    readonly flows: readonly FlowArgs[];
}

/** One end of a path: the members of groups, or an internet gateway and addresses beyond it. */
export type ScopeEnd =
    | { readonly kind: "groups"; readonly keys: readonly string[] }
    | { readonly kind: "internet"; readonly cidrs: readonly string[] };

/** Paths from one end to another; all traffic, unless it says which. */
export interface ScopePath {
    readonly from: ScopeEnd;
    readonly to: ScopeEnd;
    readonly traffic?: { readonly protocol: "tcp" | "udp"; readonly ports: string };
}

export interface DeclaredPath {
    /** What follows the component's name in the scope's own. */
    readonly key: string;
    readonly path: ScopePath;
}

export interface AccessScopePlan {
    /** Everything that starts or ends at a group and leads to another, to the internet or from it. */
    readonly every: readonly ScopePath[];
    /** The paths that the flow table declares among these. */
    readonly declared: readonly DeclaredPath[];
}

/**
 * The flow table as paths that Network Access Analyzer understands: internet gateways, groups, TCP and
 * UDP over IPv4. Flows through a peering, a transit gateway or a gateway endpoint, and pings, are no
 * part of it. The result is the plan, or all that is wrong with the input.
 */
export function planAccessScope(input: AccessScopeInput): AccessScopePlan | Problem[] {
    const problems: Problem[] = [];
    const groups = new Map(input.groups.map((key) => [key, groupPeer(key)]));
    const ranges = new Map(
        Object.entries(input.ranges ?? {}).map(([key, range]) => [key, rangePeer(key, range, problems)]),
    );
    const lines = readFlows(input.flows, { groups, ranges }, input.ports ?? {}, problems);
    if (problems.length > 0) {
        return problems;
    }
    const members: ScopeEnd = { kind: "groups", keys: [...input.groups].sort() };
    const internet: ScopeEnd = { kind: "internet", cidrs: [] };
    const declared = lines.flatMap(({ flow }) => declaredPath(flow));
    return {
        every: [
            { from: internet, to: members },
            { from: members, to: members },
            { from: members, to: internet },
        ],
        declared: declared.sort((left, right) => (left.key < right.key ? -1 : 1)),
    };
}

function declaredPath({ from, to, traffic: { protocol, ports } }: Flow): DeclaredPath[] {
    const [source, goal] = [endOf(from), endOf(to)];
    if (source === undefined || goal === undefined || (protocol !== "tcp" && protocol !== "udp")) {
        return [];
    }
    const text = formatPorts(ports ?? []);
    return [
        {
            key: `${to.key}-in-${from.key}-${protocol}-${text}`,
            path: { from: source, to: goal, traffic: { protocol, ports: text } },
        },
    ];
}

function endOf(peer: FlowPeer): ScopeEnd | undefined {
    switch (peer.kind) {
        case "group":
            return { kind: "groups", keys: [peer.key] };
        case "internet":
            return { kind: "internet", cidrs: [] };
        case "range": {
            const cidrs = peer.cidrs.filter(({ family }) => family === "ipv4").map(formatCidr);
            return peer.via === "internet" && cidrs.length > 0 ? { kind: "internet", cidrs } : undefined;
        }
        case "service":
            return undefined;
    }
}

const groupPeer = (key: string): GroupPeer => ({
    kind: "group",
    key,
    tier: "",
    clients: "any",
    preservesClientIp: false,
});

function rangePeer(key: string, { cidrs, via }: RangeInput, problems: Problem[]): RangePeer {
    const blocks = cidrs.flatMap((text, position): Cidr[] => {
        const block = readCidr(text);
        if (!isCidrProblem(block)) {
            return [block];
        }
        problems.push({
            path: `ranges.${key}.cidrs[${position}]`,
            given: `"${text}", which ${block.problem}`,
            allowed: "an address block, as 203.0.113.0/24",
            change: block.suggestion === undefined ? "correct it" : `did you mean ${block.suggestion}?`,
        });
        return [];
    });
    return { kind: "range", key, cidrs: blocks, via: via ?? "internet" };
}
