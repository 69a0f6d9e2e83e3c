import type { NetworkInterface, NetworkModel } from "../model/network-model";
import { addressSet, publicAddresses } from "../../packets/address-set";
import { parseCidr } from "../../packets/cidr";
import type { Answer } from "./answer";
import { addressEnds, type End } from "./end";
import { canInitiate, classIds } from "./endpoint-classes";
import { overAllAddresses } from "./quantify";
import { oneSession } from "./query-traffic";
import { Prover } from "./reach";
import { interfaceEnds } from "./resolve-end";
import {
    everyTraffic,
    hasNoTraffic,
    intersectTraffic,
    subtractTraffic,
    type TrafficSet,
} from "./traffic-set";

/**
 * Whom an invariant speaks of: interfaces by tags, by the name or URN of their resource, or by the name
 * or URN of a group they carry, with `*` for any text; the internet; or a block of addresses. Of several
 * conditions all must hold.
 */
export type InvariantEnd =
    | "internet"
    | { readonly cidr: string }
    | {
          readonly tags?: { readonly [tag: string]: string };
          readonly resource?: string;
          readonly securityGroup?: string;
      };

export interface Invariant {
    readonly kind: "neverReachable" | "mustReach";
    readonly from: InvariantEnd;
    readonly to: InvariantEnd;
    /** What must not, or must, be possible between them; everything if unset. */
    readonly traffic?: TrafficSet;
}

/** A pair for which an invariant does not hold, or cannot be proved to. */
export interface InvariantBreach {
    readonly invariant: Invariant;
    /** URNs of the resources; `internet` or the block for addresses. */
    readonly from: string;
    readonly to: string;
    readonly traffic: TrafficSet;
    /** For `neverReachable` the counterexample; for `mustReach` the obstacles. */
    readonly answer: Answer;
}

interface Matched {
    readonly name: string;
    /** Equal for those that nothing in the network tells apart. */
    readonly alike: string;
    readonly ends: readonly End[];
}

/**
 * Holds invariants against the whole network. `neverReachable` accepts only what is proved blocked,
 * `mustReach` only what is certain; what the plan leaves open breaks both, with an `unknown` answer.
 * Throws a TypeError for a block that is none.
 */
export function checkInvariants(model: NetworkModel, invariants: readonly Invariant[]): InvariantBreach[] {
    const prover = Prover.of(model);
    return invariants.flatMap((invariant) => {
        const sources = matching(prover, invariant.from, "from");
        const goals = matching(prover, invariant.to, "to");
        const sound = new Set<string>();
        return sources.flatMap((from) =>
            goals.flatMap((to) => {
                const pair = `${from.alike} > ${to.alike}`;
                if (from.name === to.name || sound.has(pair)) {
                    return [];
                }
                const found = breachOf(prover, invariant, from, to);
                if (found.length === 0) {
                    sound.add(pair);
                }
                return found;
            }),
        );
    });
}

function breachOf(prover: Prover, invariant: Invariant, from: Matched, to: Matched): InvariantBreach[] {
    const asked = invariant.traffic ?? everyTraffic;
    let missing = asked;
    for (const source of from.ends) {
        for (const goal of to.ends) {
            if (source.family !== goal.family) {
                continue;
            }
            const { certain, possible } = overAllAddresses(prover.judge.patches(source, goal), "session");
            const open = intersectTraffic(possible, asked);
            if (invariant.kind === "neverReachable" && !hasNoTraffic(open)) {
                const sure = intersectTraffic(certain, asked);
                const shown = hasNoTraffic(sure) ? open : sure;
                return [breach(prover, invariant, from, to, source, goal, shown)];
            }
            missing = subtractTraffic(missing, certain);
        }
    }
    const [source, goal] = [from.ends[0], to.ends[0]];
    return invariant.kind === "neverReachable" ||
        hasNoTraffic(missing) ||
        source === undefined ||
        goal === undefined
        ? []
        : [breach(prover, invariant, from, to, source, goal, missing)];
}

function breach(
    prover: Prover,
    invariant: Invariant,
    from: Matched,
    to: Matched,
    source: End,
    goal: End,
    traffic: TrafficSet,
): InvariantBreach {
    const answer = prover.answer(
        { ends: [source], oneUnknown: false },
        { ends: [goal], oneUnknown: false },
        oneSession(traffic),
        "session",
    );
    return { invariant, from: from.name, to: to.name, traffic, answer };
}

function matching(prover: Prover, end: InvariantEnd, role: "from" | "to"): Matched[] {
    if (end === "internet") {
        return [{ name: "internet", alike: "internet", ends: addressEnds(publicAddresses) }];
    }
    if ("cidr" in end) {
        return [{ name: end.cidr, alike: end.cidr, ends: addressEnds(addressSet([parseCidr(end.cidr)])) }];
    }
    const matches = matcher(prover, end);
    const ids = classIds(prover.index);
    return [...prover.index.model.interfaces.values()]
        .filter((host) => (role === "to" || canInitiate(host)) && matches(host))
        .map((host) => ({
            name: host.record?.urn ?? host.key,
            alike: host.subnets.map((subnet) => ids.get(host.key)?.get(subnet) ?? host.key).join(" "),
            ends: allEnds(prover, host, role),
        }));
}

function allEnds(prover: Prover, host: NetworkInterface, role: "from" | "to"): End[] {
    const faces = [
        "private" as const,
        ...(role === "to" && host.publicIpv4 !== "no" ? (["public"] as const) : []),
        ...(host.ipv6 === "no" ? [] : (["ipv6"] as const)),
    ];
    return faces.flatMap((face) => interfaceEnds(prover.index, host, face).ends);
}

function matcher(
    prover: Prover,
    pattern: Exclude<InvariantEnd, string | { readonly cidr: string }>,
): (host: NetworkInterface) => boolean {
    const { model } = prover.index;
    const tags = Object.entries(pattern.tags ?? {}).map(([tag, value]) => [tag, likeness(value)] as const);
    const resource = likeness(pattern.resource);
    const securityGroup = likeness(pattern.securityGroup);
    return (host) =>
        tags.every(([tag, fits]) => fits(host.tags[tag])) &&
        (resource(host.record?.name) || resource(host.key)) &&
        (pattern.securityGroup === undefined ||
            (prover.index.groupsOf(host) ?? []).some(
                (key) => securityGroup(key) || securityGroup(model.securityGroups.get(key)?.record?.name),
            ));
}

/** Whether a text is the pattern, in which a `*` stands for any text; without a pattern, every text is. */
function likeness(pattern: string | undefined): (text: string | undefined) => boolean {
    if (pattern === undefined) {
        return () => true;
    }
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    const expression = new RegExp(`^${parts.join(".*")}$`);
    return (text) => text !== undefined && expression.test(text);
}
