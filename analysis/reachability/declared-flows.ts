import { interfacesIn } from "../model/interface-queries";
import type { Key, NetworkInterface } from "../model/network-model";
import {
    hasNoAddresses,
    intersectAddresses,
    publicAddresses,
    subtractAddresses,
    type AddressSet,
} from "../../packets/address-set";
import type { Answer } from "./answer";
import { awsServiceOf } from "./aws-service";
import { addressEnds, type End } from "./end";
import { canInitiate, classIds } from "./endpoint-classes";
import type { Intent, IntentFlow } from "./intent";
import type { IntentGap } from "./intent-gaps";
import { oneSession, type QueryTraffic } from "./query-traffic";
import type { Prover } from "./reach";
import { interfaceEnds } from "./resolve-end";
import {
    hasNoTraffic,
    intersectTraffic,
    noTraffic,
    subtractTraffic,
    trafficKinds,
    type TrafficSet,
} from "./traffic-set";
import { overAllAddresses } from "./quantify";

/** Somebody a flow is declared for: a member of a group in one of its subnets, or addresses. */
export interface FlowMember {
    readonly ends: readonly End[];
    readonly host?: NetworkInterface;
    /** Where the declaration itself is the boundary: nobody can prove what lies beyond. */
    readonly beyond: boolean;
}

/** The declared flows that do not work for some of their members, with everything that blocks them. */
export function missingFlows(prover: Prover, intent: Intent): IntentGap[] {
    return intent.flows.flatMap((flow) => {
        const failure = failureOf(prover, intent, flow);
        return failure === undefined
            ? []
            : [
                  {
                      kind:
                          failure.answer.verdict === "reachable"
                              ? ("partial" as const)
                              : ("blocked" as const),
                      from: flow.from,
                      to: flow.to,
                      flow,
                      ...failure,
                  },
              ];
    });
}

/** What of a declared flow fails for some members: the worst case of all. Undefined where all works. */
export function failureOf(
    prover: Prover,
    intent: Intent,
    flow: IntentFlow,
): { readonly traffic: TrafficSet; readonly answer: Answer } | undefined {
    let worst: { readonly traffic: TrafficSet; readonly answer: Answer } | undefined;
    for (const from of membersOf(prover, intent, flow.from, "from")) {
        for (const to of membersOf(prover, intent, flow.to, "to")) {
            if (from.host !== undefined && from.host.key === to.host?.key) {
                continue;
            }
            const failed = pairFailure(prover, from, to, flow.traffic);
            if (failed !== undefined && (worst === undefined || rank(failed.answer) > rank(worst.answer))) {
                worst = failed;
            }
        }
    }
    return worst;
}

const rank = (answer: Answer): number =>
    answer.verdict === "blocked" ? 2 : answer.verdict === "unknown" ? 1 : 0;

/** It is enough that the flow works in one family of addresses. */
function pairFailure(
    prover: Prover,
    from: FlowMember,
    to: FlowMember,
    wanted: TrafficSet,
): { readonly traffic: TrafficSet; readonly answer: Answer } | undefined {
    const beyond = from.beyond || to.beyond;
    let failed: { readonly traffic: TrafficSet; readonly answer: Answer } | undefined;
    for (const source of from.ends) {
        for (const goal of to.ends) {
            if (!speaks(source, goal)) {
                continue;
            }
            const traffic = inFamily(wanted, source.family);
            if (hasNoTraffic(traffic)) {
                continue;
            }
            const patches = prover.judge.patches(source, goal);
            const { certain, possible } = overAllAddresses(patches, "session");
            const missing = subtractTraffic(traffic, beyond ? possible : certain);
            const partial = trafficKinds.some(
                (kind) => traffic[kind].length > 0 && patches.every((patch) => patch.partial.has(kind)),
            );
            if (hasNoTraffic(missing) && !partial) {
                return undefined;
            }
            const shut = subtractTraffic(missing, possible);
            const asked = questionAbout(
                hasNoTraffic(shut) ? (hasNoTraffic(missing) ? traffic : missing) : shut,
            );
            const answer = prover.answer(
                { ends: [source], oneUnknown: false },
                { ends: [goal], oneUnknown: false },
                asked,
                "session",
            );
            if (failed === undefined || rank(answer) > rank(failed.answer)) {
                failed = { traffic: hasNoTraffic(missing) ? traffic : missing, answer };
            }
        }
    }
    return failed;
}

const questionAbout = (traffic: TrafficSet): QueryTraffic => oneSession(traffic);

/** Over IPv4 there is no ICMPv6, and the other way round. */
const inFamily = (traffic: TrafficSet, family: End["family"]): TrafficSet =>
    intersectTraffic(traffic, {
        ...traffic,
        icmp: family === "ipv4" ? traffic.icmp : noTraffic.icmp,
        icmpv6: family === "ipv6" ? traffic.icmpv6 : noTraffic.icmpv6,
    });

function speaks(from: End, to: End): boolean {
    const overInternet = from.place.kind === "cloud";
    return (
        from.family === to.family &&
        (to.place.kind !== "subnet" || to.face === "ipv6" || overInternet === (to.face === "public"))
    );
}

function membersOf(prover: Prover, intent: Intent, key: string, role: "from" | "to"): FlowMember[] {
    const group = intent.groups.get(key);
    if (group !== undefined) {
        return groupMembers(prover, group.securityGroup, role);
    }
    const range = intent.ranges.get(key);
    if (range !== undefined) {
        return rangeMembers(range.addresses);
    }
    const ends = addressEnds(publicAddresses, awsServiceOf(key));
    return [{ ends, beyond: false }];
}

/** Of members that nothing in the network tells apart two stand for all: they may speak to each other. */
function groupMembers(prover: Prover, securityGroup: Key, role: "from" | "to"): FlowMember[] {
    const { index } = prover;
    const ids = classIds(index);
    const counts = new Map<string, number>();
    return interfacesIn(index.model, securityGroup)
        .filter((host) => role === "to" || canInitiate(host))
        .flatMap((host) => {
            const standing = host.subnets.filter((subnet) => {
                const id = ids.get(host.key)?.get(subnet) ?? `${host.key} in ${subnet}`;
                const count = (counts.get(id) ?? 0) + 1;
                counts.set(id, count);
                return count <= 2;
            });
            return standing.length === 0 ? [] : hostMembers(prover, host, standing, role);
        });
}

/** A member for each of the subnets, with its addresses in both families. */
function hostMembers(
    prover: Prover,
    host: NetworkInterface,
    subnets: readonly Key[],
    role: "from" | "to",
): FlowMember[] {
    const faces = [
        "private" as const,
        ...(role === "to" ? (["public"] as const) : []),
        ...(host.ipv6 === "no" ? [] : (["ipv6"] as const)),
    ];
    const all = faces.flatMap((face) => interfaceEnds(prover.index, host, face).ends);
    return subnets.map((subnet) => ({
        ends: all.filter((end) => end.place.kind === "subnet" && end.place.subnet.key === subnet),
        host,
        beyond: false,
    }));
}

/** Interfaces of this program that are in the range, and whatever of it is beyond the program. */
function rangeMembers(addresses: AddressSet): FlowMember[] {
    const open = intersectAddresses(addresses, publicAddresses);
    const closed = subtractAddresses(addresses, publicAddresses);
    return [
        ...(hasNoAddresses(open) ? [] : [{ ends: addressEnds(open), beyond: false }]),
        ...(hasNoAddresses(closed) ? [] : [{ ends: addressEnds(closed), beyond: true }]),
    ];
}
