import { expect } from "chai";
import * as fc from "fast-check";
import {
    addressesOf,
    addressSet,
    everyAddress,
    formatAddressSet,
    hasNoAddresses,
    isAddressSubset,
    publicAddresses,
    publicPart,
    subtractAddresses,
    toCidrs,
    unionAddresses,
} from "../../packets/address-set";
import { blockOf } from "../../packets/cidr";

const anyBlock = fc
    .tuple(fc.bigInt({ min: 0n, max: (1n << 32n) - 1n }), fc.integer({ min: 0, max: 32 }))
    .map(([address, prefix]) => blockOf("ipv4", address, prefix));

describe("address sets", () => {
    it("know that two halves are the internet", () => {
        expect(addressesOf("0.0.0.0/1", "128.0.0.0/1")).to.deep.equal(addressesOf("0.0.0.0/0"));
        expect(formatAddressSet(addressesOf("::/1", "8000::/1"))).to.equal("::/0");
    });

    it("write any set as the fewest blocks that make it up again", () => {
        fc.assert(
            fc.property(fc.array(anyBlock, { maxLength: 6 }), (blocks) => {
                const set = addressSet(blocks);
                const cidrs = toCidrs(set);
                expect(addressSet(cidrs)).to.deep.equal(set);
                expect(cidrs.length).to.be.at.most(Math.max(blocks.length, 1));
            }),
        );
    });

    it("split the world into a private and a public part without loss", () => {
        const rest = subtractAddresses(everyAddress, publicAddresses);
        expect(hasNoAddresses(publicPart(rest))).to.equal(true);
        expect(unionAddresses(rest, publicAddresses)).to.deep.equal(everyAddress);
    });

    it("treat private ranges as no part of the internet, and offices as part of it", () => {
        expect(hasNoAddresses(publicPart(addressesOf("10.0.0.0/8", "192.168.0.0/16", "fd00::/8")))).to.equal(
            true,
        );
        expect(isAddressSubset(addressesOf("203.0.113.0/24"), publicAddresses)).to.equal(true);
    });
});
