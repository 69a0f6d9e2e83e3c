import { addressBits, formatCidr, intervalOf, parseCidr, type Cidr, type Family } from "./cidr";
import * as intervals from "./interval-set";
import type { IntervalSet } from "./interval-set";

/** A set of IPv4 and IPv6 addresses. Equal sets have equal members, however they were written. */
export interface AddressSet {
    readonly ipv4: IntervalSet<bigint>;
    readonly ipv6: IntervalSet<bigint>;
}

export const noAddresses: AddressSet = { ipv4: [], ipv6: [] };

export function addressSet(cidrs: Iterable<Cidr>): AddressSet {
    const blocks = [...cidrs];
    const ofFamily = (family: Family): IntervalSet<bigint> =>
        intervals.intervalSet(blocks.filter((block) => block.family === family).map(intervalOf));
    return { ipv4: ofFamily("ipv4"), ipv6: ofFamily("ipv6") };
}

export const addressesOf = (...texts: readonly string[]): AddressSet => addressSet(texts.map(parseCidr));

export const everyAddress: AddressSet = addressesOf("0.0.0.0/0", "::/0");

/**
 * Addresses that never reach a host over the internet: private, shared, loopback, link-local,
 * documentation-free. Documentation ranges (203.0.113.0/24 and the like) stay public, for programs
 * and tests use them as stand-ins for real offices and clients.
 */
export const privateAddresses: AddressSet = addressesOf(
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "224.0.0.0/3",
    "::/127",
    "fc00::/7",
    "fe80::/10",
    "ff00::/8",
);

export const unionAddresses = (left: AddressSet, right: AddressSet): AddressSet => ({
    ipv4: intervals.union(left.ipv4, right.ipv4),
    ipv6: intervals.union(left.ipv6, right.ipv6),
});

export const intersectAddresses = (left: AddressSet, right: AddressSet): AddressSet => ({
    ipv4: intervals.intersect(left.ipv4, right.ipv4),
    ipv6: intervals.intersect(left.ipv6, right.ipv6),
});

export const subtractAddresses = (left: AddressSet, right: AddressSet): AddressSet => ({
    ipv4: intervals.subtract(left.ipv4, right.ipv4),
    ipv6: intervals.subtract(left.ipv6, right.ipv6),
});

export const hasNoAddresses = (set: AddressSet): boolean => set.ipv4.length === 0 && set.ipv6.length === 0;

export const addressesOverlap = (left: AddressSet, right: AddressSet): boolean =>
    intervals.overlaps(left.ipv4, right.ipv4) || intervals.overlaps(left.ipv6, right.ipv6);

export const isAddressSubset = (inner: AddressSet, outer: AddressSet): boolean =>
    intervals.isSubset(inner.ipv4, outer.ipv4) && intervals.isSubset(inner.ipv6, outer.ipv6);

/** The addresses a stranger can send from: everything that is not private. */
export const publicAddresses: AddressSet = subtractAddresses(everyAddress, privateAddresses);

export const publicPart = (set: AddressSet): AddressSet => subtractAddresses(set, privateAddresses);

/** The fewest CIDR blocks that make up exactly this set, in ascending order, IPv4 first. */
export function toCidrs(set: AddressSet): Cidr[] {
    return [...familyCidrs("ipv4", set.ipv4), ...familyCidrs("ipv6", set.ipv6)];
}

export const formatAddressSet = (set: AddressSet): string => toCidrs(set).map(formatCidr).join(", ");

function familyCidrs(family: Family, set: IntervalSet<bigint>): Cidr[] {
    const bits = addressBits(family);
    const blocks: Cidr[] = [];
    for (const interval of set) {
        let base = interval.first;
        while (base <= interval.last) {
            let prefix = bits;
            // Grow the block while it stays aligned at its base and inside the interval.
            while (prefix > 0) {
                const size = 1n << BigInt(bits - prefix + 1);
                if (base % size !== 0n || base + size - 1n > interval.last) {
                    break;
                }
                prefix -= 1;
            }
            blocks.push({ family, base, prefix });
            base += 1n << BigInt(bits - prefix);
        }
    }
    return blocks;
}
