import type { NetworkInterface, NetworkModel } from "../model/network-model";
import { addressSet, publicAddresses } from "../../packets/address-set";
import { parseCidr } from "../../packets/cidr";
import type { Answer } from "./answer";
import { addressEnds, type End } from "./end";
import { canInitiate } from "./endpoint-classes";
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
        return sources.flatMap((from) => goals.flatMap((to) => breachOf(prover, invariant, from, to)));
    });
}

function breachOf(prover: Prover, invariant: Invariant, from: Matched, to: Matched): InvariantBreach[] {
    if (from.name === to.name) {
        return [];
    }
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
        return [{ name: "internet", ends: addressEnds(publicAddresses) }];
    }
    if ("cidr" in end) {
        return [{ name: end.cidr, ends: addressEnds(addressSet([parseCidr(end.cidr)])) }];
    }
    return [...prover.index.model.interfaces.values()]
        .filter((host) => (role === "to" || canInitiate(host)) && matches(prover, host, end))
        .map((host) => ({ name: host.record?.urn ?? host.key, ends: allEnds(prover, host, role) }));
}

function allEnds(prover: Prover, host: NetworkInterface, role: "from" | "to"): End[] {
    const faces = [
        "private" as const,
        ...(role === "to" && host.publicIpv4 !== "no" ? (["public"] as const) : []),
        ...(host.ipv6 === "no" ? [] : (["ipv6"] as const)),
    ];
    return faces.flatMap((face) => interfaceEnds(prover.index, host, face).ends);
}

function matches(
    prover: Prover,
    host: NetworkInterface,
    pattern: Exclude<InvariantEnd, string | { readonly cidr: string }>,
): boolean {
    const { tags = {}, resource, securityGroup } = pattern;
    const groups = prover.index.groupsOf(host) ?? [];
    return (
        Object.entries(tags).every(([tag, value]) => fits(value, host.tags[tag])) &&
        (resource === undefined || fits(resource, host.record?.name) || fits(resource, host.key)) &&
        (securityGroup === undefined ||
            groups.some(
                (key) =>
                    fits(securityGroup, key) ||
                    fits(securityGroup, prover.index.model.securityGroups.get(key)?.record?.name),
            ))
    );
}

/** Whether a text is the pattern, in which a `*` stands for any text. */
function fits(pattern: string, text: string | undefined): boolean {
    const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return text !== undefined && new RegExp(`^${parts.join(".*")}$`).test(text);
}
