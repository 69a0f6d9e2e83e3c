import { everyTraffic, intersectTraffic, noTraffic, unionTraffic, type TrafficSet } from "./traffic-set";

/**
 * What gets through, twice: `certain` whatever the plan leaves open, `possible` under its most
 * generous reading. `certain` is a part of `possible`; a proof of "blocked" looks at `possible` only.
 */
export interface Allowance {
    readonly certain: TrafficSet;
    readonly possible: TrafficSet;
}

export const allowsEverything: Allowance = { certain: everyTraffic, possible: everyTraffic };
export const allowsNothing: Allowance = { certain: noTraffic, possible: noTraffic };
/** Nothing is known about it, so everything is possible and nothing certain. */
export const allowsUnknown: Allowance = { certain: noTraffic, possible: everyTraffic };

export const exactly = (traffic: TrafficSet): Allowance => ({ certain: traffic, possible: traffic });

export const bothAllow = (left: Allowance, right: Allowance): Allowance =>
    left === allowsEverything
        ? right
        : right === allowsEverything
          ? left
          : {
                certain: intersectTraffic(left.certain, right.certain),
                possible: intersectTraffic(left.possible, right.possible),
            };

export const eitherAllows = (left: Allowance, right: Allowance): Allowance =>
    left === allowsNothing
        ? right
        : right === allowsNothing
          ? left
          : {
                certain: unionTraffic(left.certain, right.certain),
                possible: unionTraffic(left.possible, right.possible),
            };

/** One of several things happens, and nobody knows which. */
export function oneOf(alternatives: readonly Allowance[]): Allowance {
    const [first, ...rest] = alternatives;
    return rest.reduce<Allowance>(
        (sum, next) => ({
            certain: intersectTraffic(sum.certain, next.certain),
            possible: unionTraffic(sum.possible, next.possible),
        }),
        first ?? allowsNothing,
    );
}

/** One of several things happens; what is unlikely counts only for what is possible. */
export function oneOfLikely(
    alternatives: readonly { readonly allowance: Allowance; readonly unlikely: boolean }[],
): Allowance {
    const likely = alternatives.filter(({ unlikely }) => !unlikely);
    const all = oneOf(alternatives.map(({ allowance }) => allowance));
    return likely.length === 0 || likely.length === alternatives.length
        ? all
        : { certain: oneOf(likely.map(({ allowance }) => allowance)).certain, possible: all.possible };
}

/** At best what is allowed, for something on the way is not certain. */
export const atBest = (allowance: Allowance): Allowance => ({
    certain: noTraffic,
    possible: allowance.possible,
});
