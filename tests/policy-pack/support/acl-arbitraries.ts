import * as fc from "fast-check";
import type { NetworkAcl, NetworkAclEntry } from "../../../analysis/model/network-model";
import { addressesOf, addressesOverlap } from "../../../packets/address-set";
import { contains } from "../../../packets/interval-set";
import { portRange } from "../../../packets/ports";
import { portsOf } from "../../../policy-pack/network/exposure";

/** Blocks that hold one another, and hosts in some of them. */
export const blocks = [
    "0.0.0.0/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "10.0.0.0/8",
    "10.0.1.0/24",
    "203.0.113.0/24",
];
export const hosts = ["10.0.1.9", "10.9.9.9", "203.0.113.9", "8.8.8.8", "198.51.100.9"];
export const ports = [0, 22, 443, 1023, 1024, 3389, 32768, 65535];

const entry = fc
    .record({
        allow: fc.boolean(),
        protocol: fc.constantFrom(-1, 6, 17),
        range: fc.tuple(fc.constantFrom(...ports), fc.constantFrom(...ports)),
        block: fc.constantFrom(...blocks),
    })
    .map(({ allow, protocol, range: [one, other], block }): Omit<NetworkAclEntry, "number"> => ({
        urn: "urn:acl",
        property: "ingress",
        egress: false,
        allow,
        traffic:
            protocol === -1
                ? { protocol }
                : { protocol, ports: portRange(Math.min(one, other), Math.max(one, other)) },
        addresses: addressesOf(block),
    }));

/** A few entries of one direction, in the order of their numbers. */
export const entries = fc
    .array(entry, { maxLength: 6 })
    .map((list): NetworkAclEntry[] => list.map((one, i) => ({ ...one, number: 100 + i })));

export const aclOf = (list: readonly NetworkAclEntry[]): NetworkAcl => ({
    key: "urn:acl",
    external: false,
    undecided: [],
    vpc: "urn:vpc",
    isDefault: false,
    entries: list,
});

/** What AWS does with one packet: the first entry that matches decides. */
export const decides = (list: readonly NetworkAclEntry[], port: number, host: string) =>
    list.find(
        ({ traffic, addresses }) =>
            contains(portsOf(traffic, "tcp"), port) && addressesOverlap(addresses, addressesOf(`${host}/32`)),
    );
