import { noAddresses, type AddressSet } from "../../packets/address-set";
import { formatAddress, type Family } from "../../packets/cidr";
import type { IntervalSet } from "../../packets/interval-set";
import type { Allowance } from "./allowance";
import { oneOf } from "./allowance";
import { regionOf, regionsWithin, type RegionMap } from "./address-region";

/**
 * One address that stands for all between `first` and `last`. Whatever looks it up narrows these to
 * the addresses for which it would have found the same, so in the end they say how far the answer
 * holds: the search then goes on with the rest.
 */
export interface AddressCell {
    readonly kind: "cell";
    readonly family: Family;
    readonly value: bigint;
    first: bigint;
    last: bigint;
    /** The AWS service the address belongs to, where that is what tells it from others. */
    readonly service?: string;
}

/** Any one of these, nobody knows which: a NAT gateway's address, a public address AWS picks. */
export interface SomeAddress {
    readonly kind: "some";
    readonly family: Family;
    readonly addresses: IntervalSet<bigint>;
    readonly service?: undefined;
}

export type Address = AddressCell | SomeAddress;

export const cellOf = (family: Family, first: bigint, last: bigint, service?: string): AddressCell => ({
    kind: "cell",
    family,
    value: first,
    first,
    last,
    ...(service === undefined ? {} : { service }),
});

export const someOf = (family: Family, addresses: AddressSet): SomeAddress => ({
    kind: "some",
    family,
    addresses: addresses[family],
});

export const setOfAddress = (address: Address): AddressSet => ({
    ...noAddresses,
    [address.family]:
        address.kind === "cell" ? [{ first: address.value, last: address.value }] : address.addresses,
});

export function narrow(cell: AddressCell, first: bigint, last: bigint): void {
    if (first > cell.first) {
        cell.first = first;
    }
    if (last < cell.last) {
        cell.last = last;
    }
}

/** What a table holds for the address: one value for a cell, maybe several for some unknown address. */
export function lookUp<T>(map: RegionMap<T>, address: Address): readonly T[] {
    if (address.kind === "cell") {
        const region = regionOf(map, address.family, address.value);
        narrow(address, region.first, region.last);
        return [region.value];
    }
    return [...new Set(regionsWithin(map, address.family, address.addresses).map((region) => region.value))];
}

/** As `lookUp`, for filters: certain is what all values allow, possible what any does. */
export const allowanceAt = (map: RegionMap<Allowance>, address: Address): Allowance =>
    oneOf(lookUp(map, address));

export const formatSomeAddress = (address: Address): string =>
    address.kind === "cell"
        ? formatAddress(address.family, address.value)
        : address.addresses.length === 0
          ? "an address"
          : formatAddress(address.family, address.addresses[0]!.first);
