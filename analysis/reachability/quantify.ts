import type { Allowance } from "./allowance";
import type { Patch } from "./pair";
import { intersectTraffic, noTraffic, unionTraffic, type TrafficSet } from "./traffic-set";

export type Scope = "session" | "request";

/**
 * What two ends can open over all their addresses. Possible is what any address makes possible. Certain
 * is what holds for every address of an end that has one unknown address, and for some address of an
 * end that has them all.
 */
export function overAllAddresses(patches: readonly Patch[], scope: Scope): Allowance {
    const [only, ...others] = patches;
    if (only === undefined) {
        return { certain: noTraffic, possible: noTraffic };
    }
    if (others.length === 0) {
        return only[scope];
    }
    const possible = patches.reduce<TrafficSet>(
        (sum, patch) => unionTraffic(sum, patch[scope].possible),
        noTraffic,
    );
    const cuts = [...new Set(patches.map((patch) => patch.source.first))];
    const perSource = cuts.map((cut) => {
        const covering = patches.filter((patch) => patch.source.first <= cut && cut <= patch.source.last);
        return combine(
            covering.map((patch) => patch[scope].certain),
            only.to.oneUnknown,
        );
    });
    return { certain: combine(perSource, only.from.oneUnknown), possible };
}

/** What all of them hold, or what any of them does. */
export function combine(sets: readonly TrafficSet[], all: boolean): TrafficSet {
    const [first, ...rest] = sets;
    return first === undefined ? noTraffic : rest.reduce(all ? intersectTraffic : unionTraffic, first);
}
