import { expect } from "chai";
import * as fc from "fast-check";
import type { NetworkAcl, NetworkAclEntry } from "../../../analysis/model/network-model";
import { addressesOf, addressesOverlap } from "../../../packets/address-set";
import { contains } from "../../../packets/interval-set";
import { everyPort, portRange } from "../../../packets/ports";
import { passagesOf, passingEverywhere } from "../../../policy-pack/network/acl-evaluation";
import { portsOf } from "../../../policy-pack/network/exposure";
import { isHidden } from "../../../policy-pack/network/hidden-entries";

const blocks = ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8", "10.0.1.0/24", "203.0.113.0/24"];
const hosts = ["10.0.1.9", "10.9.9.9", "203.0.113.9", "8.8.8.8", "198.51.100.9"];
const ports = [0, 22, 443, 1023, 1024, 3389, 32768, 65535];

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

const entries = fc
    .array(entry, { maxLength: 6 })
    .map((list): NetworkAclEntry[] => list.map((one, i) => ({ ...one, number: 100 + i })));

const aclOf = (list: readonly NetworkAclEntry[]): NetworkAcl => ({
    key: "urn:acl",
    external: false,
    undecided: [],
    vpc: "urn:vpc",
    isDefault: false,
    entries: list,
});

/** What AWS does with one packet: the first entry that matches decides. */
const decides = (list: readonly NetworkAclEntry[], port: number, host: string) =>
    list.find(
        ({ traffic, addresses }) =>
            contains(portsOf(traffic, "tcp"), port) && addressesOverlap(addresses, addressesOf(`${host}/32`)),
    );

describe("the passages of a network ACL", () => {
    it("let through exactly the packets that the first matching entry allows", () => {
        fc.assert(
            fc.property(entries, fc.constantFrom(...ports), fc.constantFrom(...hosts), (list, port, host) => {
                const passage = passagesOf(aclOf(list), false, "tcp", everyPort).find((one) =>
                    contains(one.ports, port),
                );
                const passes =
                    passage !== undefined && addressesOverlap(passage.addresses, addressesOf(`${host}/32`));
                expect(passes).to.equal(decides(list, port, host)?.allow ?? false);
            }),
        );
    });

    it("name the entry that lets a packet through", () => {
        fc.assert(
            fc.property(entries, fc.constantFrom(...ports), fc.constantFrom(...hosts), (list, port, host) => {
                const through = passagesOf(aclOf(list), false, "tcp", everyPort)
                    .filter((one) => contains(one.ports, port))
                    .flatMap((one) => one.entries)
                    .filter(({ addresses }) => addressesOverlap(addresses, addressesOf(`${host}/32`)))
                    .map(({ entry: named }) => named.number);
                const decider = decides(list, port, host);
                expect(through).to.deep.equal(decider?.allow === true ? [decider.number] : []);
            }),
        );
    });

    it("let pass everywhere what passes on each port", () => {
        fc.assert(
            fc.property(entries, fc.constantFrom(...hosts), (list, host) => {
                const range = portRange(443, 3389);
                const everywhere = addressesOverlap(
                    passingEverywhere(aclOf(list), false, "tcp", range),
                    addressesOf(`${host}/32`),
                );
                const probes = ports.flatMap((port) => [port - 1, port, port + 1]);
                const onEach = probes
                    .filter((port) => contains(range, port))
                    .every((port) => decides(list, port, host)?.allow ?? false);
                expect(everywhere).to.equal(onEach);
            }),
        );
    });

    it("call an entry hidden only if it decides about no packet", () => {
        fc.assert(
            fc.property(entries, (list) => {
                const last = list.at(-1);
                if (last === undefined || !isHidden(last, list.slice(0, -1))) {
                    return;
                }
                for (const port of ports) {
                    for (const host of hosts) {
                        const decider = decides(list, port, host);
                        expect(decider?.number, `${host}:${port}`).to.not.equal(last.number);
                    }
                }
            }),
        );
    });
});
