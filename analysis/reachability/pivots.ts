import type { NetworkModel } from "../model/network-model";
import { addressSet, addressesOverlap } from "../../packets/address-set";
import { parseAddress, parseCidr } from "../../packets/cidr";
import { matrix } from "./build-matrix";
import type { EndpointClass, MatrixCell, NamedRange, ReachabilityMatrix } from "./matrix";
import type { QueryEnd } from "./query";
import { findInterfaces } from "./find-interfaces";
import { NetworkIndex } from "./network-index";
import { hasNoTraffic } from "./traffic-set";

/** A chain of sessions, each opened from where the one before ended. */
export interface Pivot {
    readonly sessions: readonly MatrixCell[];
    /** Whether every session of the chain is certain, not only possible. */
    readonly certain: boolean;
}

/**
 * How somebody who takes over one machine after the other gets from one end to the other: the shortest
 * chain through each machine that can open a session to the destination. Nothing here says that a
 * packet goes through; `reach` answers that.
 * Throws a QueryError for an end that is not in the network.
 */
export function pivots(model: NetworkModel, from: QueryEnd, to: QueryEnd): Pivot[] {
    const effect = matrix(model, [...strangersAt(from), ...strangersAt(to)]);
    const index = new NetworkIndex(model);
    const starts = classesAt(index, effect, from, "from");
    const goals = new Set(classesAt(index, effect, to, "to"));
    const chains = shortestChains(effect, starts, goals);
    const found: Pivot[] = [];
    for (const cell of effect.cells) {
        const before = chains.get(cell.from.id);
        if (!goals.has(cell.to) || before === undefined || goals.has(cell.from)) {
            continue;
        }
        const sessions = [...before, cell];
        found.push({ sessions, certain: sessions.every((session) => !hasNoTraffic(session.certain)) });
    }
    return found.sort((left, right) => left.sessions.length - right.sessions.length);
}

/** The fewest sessions that lead from the starts to each class, never through a goal. */
function shortestChains(
    effect: ReachabilityMatrix,
    starts: readonly EndpointClass[],
    goals: ReadonlySet<EndpointClass>,
): ReadonlyMap<string, readonly MatrixCell[]> {
    const onward = new Map<string, MatrixCell[]>();
    for (const cell of effect.cells) {
        onward.set(cell.from.id, [...(onward.get(cell.from.id) ?? []), cell]);
    }
    const chains = new Map<string, readonly MatrixCell[]>(starts.map((start) => [start.id, []]));
    const open = [...starts];
    for (let here = open.shift(); here !== undefined; here = open.shift()) {
        for (const cell of onward.get(here.id) ?? []) {
            // Only a machine can be taken over; what is reached on the internet is somebody else's.
            if (!chains.has(cell.to.id) && cell.to.kind === "interfaces" && !goals.has(cell.to)) {
                chains.set(cell.to.id, [...chains.get(here.id)!, cell]);
                open.push(cell.to);
            }
        }
    }
    return chains;
}

function classesAt(
    index: NetworkIndex,
    effect: ReachabilityMatrix,
    end: QueryEnd,
    role: string,
): readonly EndpointClass[] {
    if ("resource" in end) {
        return findInterfaces(index, end.resource, role).flatMap(({ key }) => effect.classesOf(key));
    }
    const { name, addresses } = strangersAt(end)[0]!;
    const hosts = effect.classes.filter(
        (one) => "ip" in end && one.kind === "interfaces" && addressesOverlap(one.addresses, addresses),
    );
    return hosts.length > 0
        ? hosts
        : effect.classes.filter((one) => one.kind === "range" && one.label === name);
}

/** The addresses that an end means, as a range with a row and a column of its own. */
function strangersAt(end: QueryEnd): NamedRange[] {
    if ("resource" in end) {
        return [];
    }
    const text = "internet" in end ? end.internet : end.ip;
    const length = text.includes(":") ? 128 : 32;
    const block = parseCidr(parseAddress(text) === undefined ? text : `${text}/${length}`);
    return [{ name: block.prefix === 0 ? "internet" : text, addresses: addressSet([block]) }];
}
