import type { NetworkModel } from "../model/network-model";
import {
    hasNoAddresses,
    intersectAddresses,
    isAddressSubset,
    noAddresses,
    privateAddresses,
    publicAddresses,
    subtractAddresses,
    unionAddresses,
    addressSet,
    type AddressSet,
} from "../../packets/address-set";
import type { Answer } from "./answer";
import { forwardingTag } from "./appliance";
import { matrixOf } from "./build-matrix";
import { missingFlows } from "./declared-flows";
import type { Intent, IntentFlow } from "./intent";
import type { EndpointClass, MatrixBlock, NamedRange } from "./matrix";
import { Prover } from "./reach";
import {
    hasNoTraffic,
    intersectTraffic,
    noTraffic,
    subtractTraffic,
    trafficKey,
    unionTraffic,
    type TrafficSet,
} from "./traffic-set";
import { answerBetween } from "./witness";

/**
 * Where effect and intent differ.
 * - `undeclared`: something can be opened that no line of the table declares; its answer is `reachable`,
 *   or `unknown` where the plan leaves it open.
 * - `blocked`: a declared flow that does not work, or not for every member; its answer says why, or is
 *   `unknown` and says what the plan leaves open.
 * - `partial`: a declared flow that works for most of the ports that a NAT gateway may choose, not for
 *   all; the answer's `partial` names the others. Ports of remote administration that a network ACL
 *   keeps closed are such.
 */
export interface IntentGap {
    readonly kind: "undeclared" | "blocked" | "partial";
    /** A group's or range's key, `internet`, a service, or the name of an interface in no group. */
    readonly from: string;
    readonly to: string;
    readonly traffic: TrafficSet;
    /** The declared line, for a blocked one. */
    readonly flow?: IntentFlow;
    /** The counterexample with its packet and rules, or the obstacles. */
    readonly answer: Answer;
}

/** Addresses beyond the internet's that no range names: on premises, other VPCs. */
export const elsewhere = "elsewhere";
const restOfInternet = "internet";
const anybody = ["internet"];

/**
 * Holds everything that can be opened to and from the groups of a flow table against the table: no
 * packet more, no packet fewer. What the plan leaves open counts as reachable here, for a proof has to
 * hold whatever it will be.
 */
export function intentGaps(model: NetworkModel, intent: Intent): IntentGap[] {
    const prover = Prover.of(model);
    const judge = new IntentJudge(model, intent);
    // The classes of a role are all in one subnet, so the first of them tells whether it concerns them.
    const effect = matrixOf(prover, strangersOf(model, intent), ({ source, destination }) =>
        judge.concerns(source.classes[0]!, destination.classes[0]!),
    );
    const gaps = new Map<string, IntentGap>();
    for (const block of effect.blocks) {
        for (const [from, to] of distinctPairs(block, judge)) {
            const excess = subtractTraffic(block.possible, judge.declared(from, to));
            if (hasNoTraffic(excess)) {
                continue;
            }
            const names = [judge.label(from), judge.label(to)] as const;
            const certain = intersectTraffic(excess, block.certain);
            const shown = hasNoTraffic(certain) ? excess : certain;
            const id = `${names[0]} ${names[1]} ${trafficKey(excess)} ${hasNoTraffic(certain) ? "?" : ""}`;
            if (!gaps.has(id)) {
                const answer = answerBetween(prover, from, to, block.face, shown);
                gaps.set(id, { kind: "undeclared", from: names[0], to: names[1], traffic: excess, answer });
            }
        }
    }
    return [...gaps.values(), ...missingFlows(prover, intent)];
}

/** The pairs of a block that the table may treat differently, once each. */
function distinctPairs(block: MatrixBlock, judge: IntentJudge): [EndpointClass, EndpointClass][] {
    const pairs = new Map<string, [EndpointClass, EndpointClass]>();
    for (const from of block.sources) {
        for (const to of block.destinations) {
            const id = `${judge.label(from)} ${judge.label(to)}`;
            if (judge.concerns(from, to) && !pairs.has(id)) {
                pairs.set(id, [from, to]);
            }
        }
    }
    return [...pairs.values()];
}

/** The internet without the ranges, each range, and whatever private addresses are left. */
function strangersOf(model: NetworkModel, intent: Intent): NamedRange[] {
    const ranges = [...intent.ranges].map(([name, { addresses }]) => ({ name, addresses }));
    const named = ranges.reduce<AddressSet>(
        (sum, range) => unionAddresses(sum, range.addresses),
        noAddresses,
    );
    const own = addressSet([...model.vpcs.values()].flatMap((vpc) => vpc.cidrs));
    const unicast = intersectAddresses(privateAddresses, routable);
    return [
        { name: restOfInternet, addresses: subtractAddresses(publicAddresses, named) },
        { name: elsewhere, addresses: subtractAddresses(subtractAddresses(unicast, named), own) },
        ...ranges.flatMap(({ name, addresses }) => [
            { name, addresses: intersectAddresses(addresses, publicAddresses) },
            { name, addresses: subtractAddresses(addresses, publicAddresses) },
        ]),
    ].filter(({ addresses }) => !hasNoAddresses(addresses));
}

const routable = addressSet([
    { family: "ipv4" as const, base: 10n << 24n, prefix: 8 },
    { family: "ipv4" as const, base: (100n << 24n) + (64n << 16n), prefix: 10 },
    { family: "ipv4" as const, base: (172n << 24n) + (16n << 16n), prefix: 12 },
    { family: "ipv4" as const, base: (192n << 24n) + (168n << 16n), prefix: 16 },
    { family: "ipv6" as const, base: 0xfcn << 120n, prefix: 7 },
]);

/** What the table calls a class, and what it declares between two of them. */
class IntentJudge {
    private readonly keyOfGroup: ReadonlyMap<string, string>;
    private readonly vpcs: ReadonlySet<string>;
    private readonly known = new Map<string, readonly string[]>();
    private readonly callers: readonly string[];
    private readonly allowed = new Map<string, TrafficSet>();
    private readonly flows: readonly AllowedFlow[];

    public constructor(
        private readonly model: NetworkModel,
        private readonly intent: Intent,
    ) {
        this.callers = intent.flows.filter((flow) => flow.to === "internet").map((flow) => flow.from);
        this.flows = allowedFlows(intent);
        this.keyOfGroup = new Map([...intent.groups].map(([key, group]) => [group.securityGroup, key]));
        const groups = [...intent.groups.values()].map((group) =>
            model.securityGroups.get(group.securityGroup),
        );
        this.vpcs = new Set(groups.map((group) => group?.vpc).filter((vpc) => vpc !== undefined));
    }

    /** Whether the table speaks about them: one of the two is in its network. */
    public concerns(from: EndpointClass, to: EndpointClass): boolean {
        const inside = (one: EndpointClass): boolean =>
            one.kind === "interfaces" && one.vpc !== undefined && this.vpcs.has(one.vpc);
        // The whole internet is looked at in parts, of which some have a name.
        return from.kind !== "internet" && to.kind !== "internet" && (inside(from) || inside(to));
    }

    public label(one: EndpointClass): string {
        const names = this.translates(one) ? [] : this.namesOf(one);
        return one.kind === "interfaces" && names.length > 0 ? names.join("+") : one.label;
    }

    public declared(from: EndpointClass, to: EndpointClass): TrafficSet {
        const senders = this.names(from, "from");
        const receivers = this.names(to, "to");
        const id = `${senders.join(" ")} > ${receivers.join(" ")}`;
        const known = this.allowed.get(id);
        if (known !== undefined) {
            return known;
        }
        const between = (sends: readonly string[], takes: readonly string[]): TrafficSet =>
            this.flows
                .filter((flow) => sends.includes(flow.from) && takes.includes(flow.to))
                .reduce<TrafficSet>((total, flow) => unionTraffic(total, flow.traffic), noTraffic);
        // Who may call anybody may call whoever takes calls from anybody, by whichever address.
        const byWayOfAnybody = intersectTraffic(between(senders, anybody), between(anybody, receivers));
        const sum = unionTraffic(between(senders, receivers), byWayOfAnybody);
        this.allowed.set(id, sum);
        return sum;
    }

    private names(one: EndpointClass, side: "from" | "to"): readonly string[] {
        const id = `${side} ${one.kind} ${one.id}`;
        const known = this.known.get(id);
        if (known !== undefined) {
            return known;
        }
        const names = this.translates(one)
            ? // A NAT instance speaks for whoever may call the internet, and is called as a part of it.
              side === "from"
                ? this.callers
                : anybody
            : this.namesOf(one);
        this.known.set(id, names);
        return names;
    }

    private translates(one: EndpointClass): boolean {
        const host = this.model.interfaces.get(one.interfaces[0] ?? "");
        return host !== undefined && host.tags[forwardingTag] === "nat";
    }

    private namesOf(one: EndpointClass): readonly string[] {
        switch (one.kind) {
            case "interfaces": {
                const keys = one.securityGroups.map((group) => this.keyOfGroup.get(group));
                const groups = keys.filter((key) => key !== undefined);
                const foreign = one.vpc !== undefined && !this.vpcs.has(one.vpc);
                return groups.length > 0 || !foreign ? groups : this.rangesAround(one.addresses);
            }
            case "service":
                return [one.label, "internet"];
            case "internet":
                return ["internet"];
            case "range":
                return one.label === restOfInternet
                    ? ["internet"]
                    : isAddressSubset(one.addresses, publicAddresses)
                      ? [one.label, "internet", ...this.rangesAround(one.addresses)]
                      : [one.label, ...this.rangesAround(one.addresses)];
        }
    }

    private rangesAround(addresses: AddressSet): string[] {
        return [...this.intent.ranges]
            .filter(([, range]) => !hasNoAddresses(addresses) && isAddressSubset(addresses, range.addresses))
            .map(([key]) => key);
    }
}

export type AllowedFlow = Pick<IntentFlow, "from" | "to" | "traffic">;

/** The declared flows, and those that follow: who comes through a group that keeps clients' addresses. */
export function allowedFlows(intent: Intent): AllowedFlow[] {
    const flows: AllowedFlow[] = [...intent.flows];
    for (const onward of intent.flows) {
        if (intent.groups.get(onward.from)?.preservesClientIp === true) {
            const origins = originsOf(intent, onward.from, new Set());
            flows.push(...origins.map((from) => ({ from, to: onward.to, traffic: onward.traffic })));
        }
    }
    return flows;
}

function originsOf(intent: Intent, group: string, seen: Set<string>): string[] {
    if (seen.has(group)) {
        return [];
    }
    seen.add(group);
    return intent.flows
        .filter((flow) => flow.to === group)
        .flatMap(({ from }) => [
            from,
            ...(intent.groups.get(from)?.preservesClientIp === true ? originsOf(intent, from, seen) : []),
        ]);
}
