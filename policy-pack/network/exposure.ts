import type {
    NetworkModel,
    SecurityGroup,
    SecurityGroupRule,
    Traffic,
} from "../../analysis/model/network-model";
import type { Undecided } from "../../analysis/model/resource-record";
import {
    hasNoAddresses,
    intersectAddresses,
    noAddresses,
    publicAddresses,
    toCidrs,
    unionAddresses,
    type AddressSet,
} from "../../packets/address-set";
import { intervalSet, isSubset, size, union } from "../../packets/interval-set";
import { everyPort, noPorts, type PortSet } from "../../packets/ports";
import { everyProtocol, protocolNumbers } from "../../packets/protocol";

export type PortProtocol = "tcp" | "udp";

/** Single ports as a set. */
export const portSetOf = (ports: readonly number[]): PortSet =>
    intervalSet(ports.map((port) => ({ first: port, last: port })));

/** The ports of a protocol that the traffic admits. */
export function portsOf(traffic: Traffic, protocol: PortProtocol): PortSet {
    if (traffic.protocol === everyProtocol) {
        return everyPort;
    }
    return traffic.protocol === protocolNumbers[protocol] ? (traffic.ports ?? everyPort) : noPorts;
}

/** Whether it is TCP on these ports, or on some of them, and nothing else. */
export const isTcpWithin = ({ protocol, ports }: Traffic, allowed: PortSet): boolean =>
    protocol === protocolNumbers.tcp && ports !== undefined && isSubset(ports, allowed);

/** The addresses a rule's peer stands for, or why that cannot be told; none for another group. */
export function peerAddresses(
    rule: SecurityGroupRule,
    model: NetworkModel,
): { readonly addresses: AddressSet; readonly undecided?: Undecided } {
    const { peer } = rule;
    switch (peer.kind) {
        case "addresses":
            return { addresses: peer.addresses };
        case "securityGroup":
            return { addresses: noAddresses };
        case "undecided":
            return { addresses: noAddresses, undecided: peer.undecided };
        case "prefixList": {
            const list = model.prefixLists.get(peer.prefixList);
            const addresses = list?.addresses;
            // The lists of AWS services hold that service's own addresses, never everybody's.
            if (addresses !== undefined || list?.service !== undefined) {
                return { addresses: addresses ?? noAddresses };
            }
            return { addresses: noAddresses, undecided: unknownList(rule) };
        }
    }
}

const unknownList = (rule: SecurityGroupRule): Undecided => ({
    urn: rule.urn,
    property: rule.property,
    reason: "it names a prefix list whose entries this stack does not hold",
    remedy: "Manage the prefix list in this stack, or write its blocks into the rule.",
});

/**
 * Whether so many public addresses are meant that it is "the internet" and no particular client: a /8
 * of IPv4 or a /16 of IPv6 together, in however many pieces. Smaller but still wide ranges are the
 * matter of `sg-wide-public-cidr`.
 */
export function isInternet(addresses: AddressSet): boolean {
    const strangers = intersectAddresses(addresses, publicAddresses);
    return size(strangers.ipv4) >= 1n << 24n || size(strangers.ipv6) >= 1n << 112n;
}

/** Whether a block among these is wider than the prefixes given for IPv4 and IPv6. */
export const hasBlockWiderThan = (addresses: AddressSet, ipv4: number, ipv6: number): boolean =>
    toCidrs(addresses).some(({ family, prefix }) => prefix < (family === "ipv4" ? ipv4 : ipv6));

/** Ports that the internet reaches, and the rules that together let it. */
export interface OpenPorts {
    readonly ports: PortSet;
    readonly addresses: AddressSet;
    readonly rules: readonly SecurityGroupRule[];
}

interface OpenRule {
    readonly rule: SecurityGroupRule;
    readonly ports: PortSet;
    readonly addresses: AddressSet;
}

/**
 * What a group opens to the internet (or, for egress, lets out to it) on a protocol, by the union of
 * all its rules: two halves of the internet in two rules are the internet.
 */
export function openPorts(
    group: SecurityGroup,
    model: NetworkModel,
    direction: "ingress" | "egress",
    protocol: PortProtocol,
): readonly OpenPorts[] {
    const rules: OpenRule[] = group.rules
        .filter((rule) => rule.direction === direction)
        .map((rule) => ({
            rule,
            ports: portsOf(rule.traffic, protocol),
            addresses: peerAddresses(rule, model).addresses,
        }))
        .filter(
            ({ ports, addresses }) =>
                ports.length > 0 && !hasNoAddresses(intersectAddresses(addresses, publicAddresses)),
        );
    const starts = rules.flatMap(({ ports }) => ports.flatMap(({ first, last }) => [first, last + 1]));
    const cuts = [...new Set(starts)].sort((left, right) => left - right);
    return cuts.slice(0, -1).flatMap((first, i) => {
        const last = cuts[i + 1]! - 1;
        const ofThese = rules.filter(({ ports }) =>
            ports.some((interval) => interval.first <= first && last <= interval.last),
        );
        const addresses = ofThese.reduce((sum, rule) => unionAddresses(sum, rule.addresses), noAddresses);
        return isInternet(addresses)
            ? [{ ports: intervalSet([{ first, last }]), addresses, rules: ofThese.map(({ rule }) => rule) }]
            : [];
    });
}

/** All ports in these, together. */
export const allPorts = (open: readonly OpenPorts[]): PortSet =>
    open.reduce((sum, { ports }) => union(sum, ports), noPorts);

/** What keeps it open which addresses the group admits on some of these ports. */
export function undecidedPeers(
    group: SecurityGroup,
    model: NetworkModel,
    direction: "ingress" | "egress",
    concerns: (rule: SecurityGroupRule) => boolean,
): readonly Undecided[] {
    const ofRules = group.rules
        .filter((rule) => rule.direction === direction && concerns(rule))
        .flatMap((rule) => peerAddresses(rule, model).undecided ?? []);
    return [...group.undecided, ...ofRules];
}
