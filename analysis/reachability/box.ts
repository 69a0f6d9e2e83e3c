import type { Family } from "../../packets/cidr";
import type { Interval, IntervalSet } from "../../packets/interval-set";
import { cellOf, type AddressCell } from "./address";

/** Addresses of the source and of the destination for which one answer holds. */
export interface Box {
    readonly source: Interval<bigint>;
    readonly destination: Interval<bigint>;
}

export interface Boxed<T> {
    readonly box: Box;
    readonly value: T;
}

/**
 * Evaluates once for each part of the two sets in which everything looked up stays the same. The
 * evaluation gets one address of each set, and says by narrowing them how far its answer holds.
 */
export function evaluateBoxes<T>(
    family: Family,
    sources: IntervalSet<bigint>,
    destinations: IntervalSet<bigint>,
    evaluate: (source: AddressCell, destination: AddressCell) => T,
    service?: string,
): Boxed<T>[] {
    const open: Box[] = sources.flatMap((source) =>
        destinations.map((destination) => ({ source, destination })),
    );
    const done: Boxed<T>[] = [];
    for (let box = open.pop(); box !== undefined; box = open.pop()) {
        const source = cellOf(family, box.source.first, box.source.last);
        const destination = cellOf(family, box.destination.first, box.destination.last, service);
        const value = evaluate(source, destination);
        done.push({
            box: {
                source: { first: source.first, last: source.last },
                destination: { first: destination.first, last: destination.last },
            },
            value,
        });
        // Both cells stand for the first address of the box, so what is left lies beyond them.
        if (source.last < box.source.last) {
            open.push({
                source: { first: source.last + 1n, last: box.source.last },
                destination: box.destination,
            });
        }
        if (destination.last < box.destination.last) {
            open.push({
                source: { first: source.first, last: source.last },
                destination: { first: destination.last + 1n, last: box.destination.last },
            });
        }
    }
    return done;
}
