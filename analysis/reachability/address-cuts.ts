import type { NetworkModel } from "../model/network-model";
import { addressSet, type AddressSet } from "../../packets/address-set";
import type { Family } from "../../packets/cidr";
import type { IntervalSet } from "../../packets/interval-set";

/** Every address at which some rule, entry or route begins or ceases to apply, in ascending order. */
export interface AddressCuts {
    readonly ipv4: readonly bigint[];
    readonly ipv6: readonly bigint[];
}

export function addressCuts(model: NetworkModel): AddressCuts {
    const ipv4 = new Set<bigint>();
    const ipv6 = new Set<bigint>();
    const add = (set: AddressSet): void => {
        for (const [cuts, intervals] of [
            [ipv4, set.ipv4],
            [ipv6, set.ipv6],
        ] as const) {
            for (const { first, last } of intervals) {
                cuts.add(first).add(last + 1n);
            }
        }
    };
    for (const group of model.securityGroups.values()) {
        group.rules.forEach(({ peer }) => peer.kind === "addresses" && add(peer.addresses));
    }
    for (const list of model.prefixLists.values()) {
        add(list.addresses ?? { ipv4: [], ipv6: [] });
    }
    for (const acl of model.networkAcls.values()) {
        acl.entries.forEach((entry) => add(entry.addresses));
    }
    for (const table of model.routeTables.values()) {
        table.routes.forEach(
            ({ destination }) => destination.kind === "cidr" && add(addressSet([destination.cidr])),
        );
    }
    for (const gateway of model.transitGateways.values()) {
        const routes = gateway.routeTables.flatMap((table) => table.routes);
        routes.forEach((route) => add(addressSet([route.destination])));
    }
    return { ipv4: ascending(ipv4), ipv6: ascending(ipv6) };
}

const ascending = (values: ReadonlySet<bigint>): bigint[] =>
    [...values].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));

/** Which piece between two cuts each of the addresses is in: equal texts are treated alike everywhere. */
export const pieceOf = (cuts: AddressCuts, family: Family, addresses: IntervalSet<bigint>): string =>
    addresses
        .map(({ first, last }) => `${position(cuts[family], first)}-${position(cuts[family], last)}`)
        .join(",");

/** How many cuts lie at or before the address. */
function position(cuts: readonly bigint[], address: bigint): number {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (cuts[middle]! <= address) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
