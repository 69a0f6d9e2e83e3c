import { expect } from "chai";
import * as fc from "fast-check";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import type { SecurityGroup, SecurityGroupRule } from "../../../analysis/model/network-model";
import { addressesOf, noAddresses, unionAddresses } from "../../../packets/address-set";
import { contains } from "../../../packets/interval-set";
import { portRange } from "../../../packets/ports";
import { allPorts, isInternet, openPorts, portsOf } from "../../../policy-pack/network/exposure";

const blocks = ["0.0.0.0/1", "128.0.0.0/1", "0.0.0.0/0", "10.0.0.0/8", "203.0.113.0/24", "::/1", "fc00::/7"];
const ports = [0, 21, 22, 23, 443, 3306, 65535];
const model = buildNetworkModel([]);

const rule = fc
    .record({
        protocol: fc.constantFrom(-1, 6, 17),
        range: fc.tuple(fc.constantFrom(...ports), fc.constantFrom(...ports)),
        block: fc.constantFrom(...blocks),
        direction: fc.constantFrom("ingress" as const, "egress" as const),
    })
    .map(({ protocol, range: [one, other], block, direction }): SecurityGroupRule => ({
        urn: `urn:${block}`,
        property: "cidrIpv4",
        direction,
        traffic:
            protocol === -1
                ? { protocol }
                : { protocol, ports: portRange(Math.min(one, other), Math.max(one, other)) },
        peer: { kind: "addresses", addresses: addressesOf(block) },
    }));

const groupOf = (rules: readonly SecurityGroupRule[]): SecurityGroup => ({
    key: "urn:group",
    external: false,
    undecided: [],
    isDefault: false,
    rules,
    mixedRules: false,
});

describe("the ports that a group opens to the internet", () => {
    it("are those on which its rules together admit so many strangers", () => {
        fc.assert(
            fc.property(fc.array(rule, { maxLength: 6 }), fc.constantFrom(...ports), (rules, port) => {
                const open = allPorts(openPorts(groupOf(rules), model, "ingress", "tcp"));
                const admitted = rules
                    .filter(({ direction, traffic }) => {
                        return direction === "ingress" && contains(portsOf(traffic, "tcp"), port);
                    })
                    .reduce(
                        (sum, { peer }) =>
                            peer.kind === "addresses" ? unionAddresses(sum, peer.addresses) : sum,
                        noAddresses,
                    );
                expect(contains(open, port)).to.equal(isInternet(admitted));
            }),
        );
    });

    it("do not depend on the order of rules", () => {
        fc.assert(
            fc.property(fc.array(rule, { maxLength: 6 }), (rules) => {
                const openOf = (list: readonly SecurityGroupRule[]) =>
                    allPorts(openPorts(groupOf(list), model, "ingress", "tcp"));
                expect(openOf([...rules].reverse())).to.deep.equal(openOf(rules));
            }),
        );
    });
});

describe("what counts as the internet", () => {
    it("is any set of strangers as large as a /8, however it is written", () => {
        for (const blocksOf of [
            ["0.0.0.0/0"],
            ["0:0:0:0:0:0:0:0/0"],
            ["8.0.0.0/8"],
            ["8.0.0.0/9", "8.128.0.0/9"],
            ["2000::/3"],
        ]) {
            expect(isInternet(addressesOf(...blocksOf)), blocksOf.join()).to.equal(true);
        }
    });

    it("is no private range and no office", () => {
        for (const block of ["10.0.0.0/8", "100.64.0.0/10", "fc00::/7", "203.0.113.0/24", "2001:db8::/32"]) {
            expect(isInternet(addressesOf(block)), block).to.equal(false);
        }
    });
});
