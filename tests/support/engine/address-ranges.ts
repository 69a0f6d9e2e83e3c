import { Address4, Address6 } from "ip-address";

// Not our own packets/cidr: the simulated AWS must not share a mistake with the program that it judges.

/** The first and the last address of a block, and its family. Throws for text that is no block. */
export interface AddressRange {
    readonly version: 4 | 6;
    readonly first: bigint;
    readonly last: bigint;
    readonly prefix: number;
}

export function rangeOf(cidr: string): AddressRange {
    const version = cidr.includes(":") ? 6 : 4;
    const address = version === 6 ? new Address6(cidr) : new Address4(cidr);
    const bits = version === 6 ? 128 : 32;
    const first = address.bigInt();
    const size = 1n << BigInt(bits - address.subnetMask);
    if (!cidr.includes("/") || first % size !== 0n) {
        throw new Error(`${cidr} is not a valid CIDR block: it has no mask, or host bits`);
    }
    return { version, first, last: first + size - 1n, prefix: address.subnetMask };
}

export const contains = (outer: AddressRange, inner: AddressRange): boolean =>
    outer.version === inner.version && outer.first <= inner.first && inner.last <= outer.last;

export const overlap = (left: AddressRange, right: AddressRange): boolean =>
    left.version === right.version && left.first <= right.last && right.first <= left.last;

/** The same block in the one form that AWS answers with. */
export function canonicalBlock(cidr: string): string {
    const { version, prefix } = rangeOf(cidr);
    const address = version === 6 ? new Address6(cidr) : new Address4(cidr);
    return `${address.correctForm()}/${prefix}`;
}
