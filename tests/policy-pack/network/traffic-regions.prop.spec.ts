import { expect } from "chai";
import * as fc from "fast-check";
import { addressesOf, addressesOverlap } from "../../../packets/address-set";
import { contains } from "../../../packets/interval-set";
import { portRange } from "../../../packets/ports";
import { noTraffic } from "../../../analysis/reachability/traffic-set";
import { passagesThrough } from "../../../policy-pack/network/acl-passage";
import { beyond, within, type TrafficRegion } from "../../../policy-pack/network/traffic-regions";
import { aclOf, blocks, decides, entries, hosts, ports } from "../support/acl-arbitraries";

const region = fc
    .record({
        tcp: fc.tuple(fc.constantFrom(...ports), fc.constantFrom(...ports)),
        udp: fc.boolean(),
        block: fc.constantFrom(...blocks),
    })
    .map(({ tcp: [one, other], udp, block }): TrafficRegion => ({
        traffic: {
            ...noTraffic,
            tcp: portRange(Math.min(one, other), Math.max(one, other)),
            udp: udp ? portRange(53, 53) : [],
        },
        addresses: addressesOf(block),
    }));
const regions = fc.array(region, { maxLength: 4 });
const packets = fc.record({ port: fc.constantFrom(...ports), host: fc.constantFrom(...hosts) });

const holds = (all: readonly TrafficRegion[], { port, host }: { port: number; host: string }): boolean =>
    all.some(
        ({ traffic, addresses }) =>
            contains(traffic.tcp, port) && addressesOverlap(addresses, addressesOf(`${host}/32`)),
    );

describe("regions of traffic", () => {
    it("leave beyond others what these do not hold, packet by packet", () => {
        fc.assert(
            fc.property(regions, regions, packets, (all, others, packet) => {
                expect(holds(beyond(all, others), packet)).to.equal(
                    holds(all, packet) && !holds(others, packet),
                );
            }),
        );
    });

    it("have within another one what both hold", () => {
        fc.assert(
            fc.property(regions, region, packets, (all, other, packet) => {
                expect(holds(within(all, other), packet)).to.equal(
                    holds(all, packet) && holds([other], packet),
                );
            }),
        );
    });
});

describe("what passes a network ACL, entry by entry", () => {
    it("passes by the first entry that matches, and only where that allows it", () => {
        fc.assert(
            fc.property(entries, packets, (list, packet) => {
                const by = passagesThrough(aclOf(list), false)
                    .filter(({ regions: passing }) => holds(passing, packet))
                    .map(({ entry }) => entry.number);
                const decider = decides(list, packet.port, packet.host);
                expect(by).to.deep.equal(decider?.allow === true ? [decider.number] : []);
            }),
        );
    });
});
