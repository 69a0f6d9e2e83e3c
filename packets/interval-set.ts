/**
 * A set of whole numbers (ports, ICMP types) or of addresses (bigint), kept as sorted, disjoint,
 * non-adjacent closed intervals. That form is canonical: two equal sets have equal intervals.
 */

export type Ordinal = number | bigint;

export interface Interval<T extends Ordinal> {
    readonly first: T;
    readonly last: T;
}

export type IntervalSet<T extends Ordinal> = readonly Interval<T>[];

const successor = <T extends Ordinal>(value: T): T =>
    (typeof value === "bigint" ? value + 1n : (value as number) + 1) as T;

const predecessor = <T extends Ordinal>(value: T): T =>
    (typeof value === "bigint" ? value - 1n : (value as number) - 1) as T;

/** Brings any intervals, overlapping and in any order, into the canonical form; empty ones vanish. */
export function intervalSet<T extends Ordinal>(intervals: Iterable<Interval<T>>): IntervalSet<T> {
    const sorted = [...intervals].filter((interval) => interval.first <= interval.last);
    sorted.sort((left, right) => (left.first < right.first ? -1 : left.first > right.first ? 1 : 0));
    const merged: Interval<T>[] = [];
    for (const interval of sorted) {
        const previous = merged[merged.length - 1];
        if (previous !== undefined && interval.first <= successor(previous.last)) {
            if (interval.last > previous.last) {
                merged[merged.length - 1] = { first: previous.first, last: interval.last };
            }
        } else {
            merged.push({ first: interval.first, last: interval.last });
        }
    }
    return merged;
}

export function isEmpty<T extends Ordinal>(set: IntervalSet<T>): boolean {
    return set.length === 0;
}

export function contains<T extends Ordinal>(set: IntervalSet<T>, value: T): boolean {
    let low = 0;
    let high = set.length - 1;
    while (low <= high) {
        const middle = (low + high) >> 1;
        const interval = set[middle]!;
        if (value < interval.first) {
            high = middle - 1;
        } else if (value > interval.last) {
            low = middle + 1;
        } else {
            return true;
        }
    }
    return false;
}

export function union<T extends Ordinal>(left: IntervalSet<T>, right: IntervalSet<T>): IntervalSet<T> {
    if (left.length === 0) {
        return right;
    }
    return right.length === 0 ? left : intervalSet([...left, ...right]);
}

export function intersect<T extends Ordinal>(left: IntervalSet<T>, right: IntervalSet<T>): IntervalSet<T> {
    if (left === right || left.length === 0 || right.length === 0) {
        return left.length === 0 ? left : right;
    }
    const common: Interval<T>[] = [];
    let i = 0;
    let j = 0;
    while (i < left.length && j < right.length) {
        const a = left[i]!;
        const b = right[j]!;
        const first = a.first > b.first ? a.first : b.first;
        const last = a.last < b.last ? a.last : b.last;
        if (first <= last) {
            common.push({ first, last });
        }
        if (a.last < b.last) {
            i += 1;
        } else {
            j += 1;
        }
    }
    return common;
}

export function subtract<T extends Ordinal>(left: IntervalSet<T>, right: IntervalSet<T>): IntervalSet<T> {
    const rest: Interval<T>[] = [];
    let j = 0;
    for (const interval of left) {
        let first = interval.first;
        while (j < right.length && right[j]!.last < first) {
            j += 1;
        }
        let k = j;
        while (k < right.length && right[k]!.first <= interval.last) {
            const hole = right[k]!;
            if (hole.first > first) {
                rest.push({ first, last: predecessor(hole.first) });
            }
            first = successor(hole.last);
            k += 1;
        }
        if (first <= interval.last) {
            rest.push({ first, last: interval.last });
        }
    }
    return rest;
}

export function isSubset<T extends Ordinal>(inner: IntervalSet<T>, outer: IntervalSet<T>): boolean {
    return subtract(inner, outer).length === 0;
}

export function overlaps<T extends Ordinal>(left: IntervalSet<T>, right: IntervalSet<T>): boolean {
    let i = 0;
    let j = 0;
    while (i < left.length && j < right.length) {
        if (left[i]!.last < right[j]!.first) {
            i += 1;
        } else if (right[j]!.last < left[i]!.first) {
            j += 1;
        } else {
            return true;
        }
    }
    return false;
}

export function equals<T extends Ordinal>(left: IntervalSet<T>, right: IntervalSet<T>): boolean {
    return (
        left.length === right.length &&
        left.every((interval, i) => interval.first === right[i]!.first && interval.last === right[i]!.last)
    );
}

/** How many values the set holds. */
export function size<T extends Ordinal>(set: IntervalSet<T>): bigint {
    return set.reduce((sum, interval) => sum + BigInt(interval.last) - BigInt(interval.first) + 1n, 0n);
}
