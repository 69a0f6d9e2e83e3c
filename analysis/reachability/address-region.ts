import type { AddressSet } from "../../packets/address-set";
import type { Family } from "../../packets/cidr";
import type { IntervalSet } from "../../packets/interval-set";

/** Consecutive addresses that a table treats alike. */
export interface Region<T> {
    readonly first: bigint;
    readonly last: bigint;
    readonly value: T;
}

/** For each family, regions in ascending order that cover every address without overlap. */
export interface RegionMap<T> {
    readonly ipv4: readonly Region<T>[];
    readonly ipv6: readonly Region<T>[];
}

const lastOfFamily = { ipv4: (1n << 32n) - 1n, ipv6: (1n << 128n) - 1n } as const;

/**
 * Cuts the address space at the ends of all sets and gives each piece the value of the sets that hold
 * it. `value` gets their indices in ascending order; neighbours of one value become one region.
 */
export function regionMap<T>(
    sets: readonly AddressSet[],
    value: (holders: readonly number[]) => T,
): RegionMap<T> {
    return { ipv4: familyRegions("ipv4", sets, value), ipv6: familyRegions("ipv6", sets, value) };
}

function familyRegions<T>(
    family: Family,
    sets: readonly AddressSet[],
    value: (holders: readonly number[]) => T,
): Region<T>[] {
    const events: { readonly at: bigint; readonly index: number; readonly enters: boolean }[] = [];
    sets.forEach((set, index) => {
        for (const interval of set[family]) {
            events.push({ at: interval.first, index, enters: true });
            events.push({ at: interval.last + 1n, index, enters: false });
        }
    });
    events.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
    const regions: Region<T>[] = [];
    const holders = new Set<number>();
    const close = (first: bigint, last: bigint): void => {
        const held = value([...holders].sort((left, right) => left - right));
        const previous = regions[regions.length - 1];
        if (previous !== undefined && previous.value === held) {
            regions[regions.length - 1] = { first: previous.first, last, value: held };
        } else {
            regions.push({ first, last, value: held });
        }
    };
    let at = 0n;
    let next = 0;
    while (next < events.length) {
        const cut = events[next]!.at;
        if (cut > at) {
            close(at, cut - 1n);
            at = cut;
        }
        while (next < events.length && events[next]!.at === cut) {
            const event = events[next]!;
            if (event.enters) {
                holders.add(event.index);
            } else {
                holders.delete(event.index);
            }
            next += 1;
        }
    }
    if (at <= lastOfFamily[family]) {
        close(at, lastOfFamily[family]);
    }
    return regions;
}

export function regionOf<T>(map: RegionMap<T>, family: Family, address: bigint): Region<T> {
    const regions = map[family];
    return regions[indexOf(regions, address)]!;
}

/** The regions that hold any of the addresses. */
export function regionsWithin<T>(
    map: RegionMap<T>,
    family: Family,
    addresses: IntervalSet<bigint>,
): readonly Region<T>[] {
    const regions = map[family];
    const found: Region<T>[] = [];
    for (const interval of addresses) {
        let index = indexOf(regions, interval.first);
        while (index < regions.length && regions[index]!.first <= interval.last) {
            if (found[found.length - 1] !== regions[index]) {
                found.push(regions[index]!);
            }
            index += 1;
        }
    }
    return found;
}

function indexOf<T>(regions: readonly Region<T>[], address: bigint): number {
    let low = 0;
    let high = regions.length - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (regions[middle]!.last < address) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
