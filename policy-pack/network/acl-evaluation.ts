import type { NetworkAcl, NetworkAclEntry } from "../../analysis/model/network-model";
import {
    hasNoAddresses,
    intersectAddresses,
    noAddresses,
    subtractAddresses,
    unionAddresses,
    type AddressSet,
} from "../../packets/address-set";
import { intersect, intervalSet, isEmpty, isSubset } from "../../packets/interval-set";
import type { PortSet } from "../../packets/ports";
import { portsOf, type PortProtocol } from "./exposure";

/** Neighbouring ports that an ACL treats alike: who passes, and by which entries. */
export interface AclPassage {
    readonly ports: PortSet;
    readonly addresses: AddressSet;
    readonly entries: readonly { readonly entry: NetworkAclEntry; readonly addresses: AddressSet }[];
}

/** The entries of one direction, in the order AWS goes by. */
export const entriesOf = (acl: NetworkAcl, egress: boolean): readonly NetworkAclEntry[] =>
    acl.entries.filter((entry) => entry.egress === egress);

/**
 * What passes a network ACL on some ports of a protocol. Entries count in the order of their numbers,
 * and the first that matches a packet decides: an earlier deny makes a later allow harmless.
 */
export function passagesOf(
    acl: NetworkAcl,
    egress: boolean,
    protocol: PortProtocol,
    within: PortSet,
): readonly AclPassage[] {
    const entries = entriesOf(acl, egress)
        .map((entry) => ({ entry, ports: intersect(portsOf(entry.traffic, protocol), within) }))
        .filter(({ ports }) => !isEmpty(ports));
    const cuts = [...within, ...entries.flatMap(({ ports }) => ports)]
        .flatMap(({ first, last }) => [first, last + 1])
        .filter((cut, i, all) => all.indexOf(cut) === i)
        .sort((left, right) => left - right);
    return cuts.slice(0, -1).flatMap((first, i): AclPassage[] => {
        const ports = intervalSet([{ first, last: cuts[i + 1]! - 1 }]);
        return isSubset(ports, within)
            ? [
                  passage(
                      ports,
                      entries.filter((one) => isSubset(ports, one.ports)).map(({ entry }) => entry),
                  ),
              ]
            : [];
    });
}

function passage(ports: PortSet, entries: readonly NetworkAclEntry[]): AclPassage {
    let decided = noAddresses;
    let passing = noAddresses;
    const through: AclPassage["entries"][number][] = [];
    for (const entry of entries) {
        const reached = subtractAddresses(entry.addresses, decided);
        decided = unionAddresses(decided, entry.addresses);
        if (entry.allow && !hasNoAddresses(reached)) {
            passing = unionAddresses(passing, reached);
            through.push({ entry, addresses: reached });
        }
    }
    return { ports, addresses: passing, entries: through };
}

/** Addresses that pass on every one of these ports. */
export function passingEverywhere(
    acl: NetworkAcl,
    egress: boolean,
    protocol: PortProtocol,
    ports: PortSet,
): AddressSet {
    const passages = passagesOf(acl, egress, protocol, ports);
    return passages
        .slice(1)
        .reduce(
            (common, { addresses }) => intersectAddresses(common, addresses),
            passages[0]?.addresses ?? noAddresses,
        );
}
