import { expect } from "chai";
import * as fc from "fast-check";
import { addressesOf, addressesOverlap } from "../../../packets/address-set";
import { contains } from "../../../packets/interval-set";
import { everyPort, portRange } from "../../../packets/ports";
import { passagesOf, passingEverywhere } from "../../../policy-pack/network/acl-evaluation";
import { isHidden } from "../../../policy-pack/network/hidden-entries";
import { aclOf, decides, entries, hosts, ports } from "../support/acl-arbitraries";

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
