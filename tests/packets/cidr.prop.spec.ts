import { expect } from "chai";
import * as fc from "fast-check";
import { Address4, Address6 } from "ip-address";
import {
    addressBits,
    blockOf,
    cidrContains,
    cidrsOverlap,
    formatCidr,
    isCidrProblem,
    lastAddress,
    parseCidr,
    readCidr,
    subBlock,
    type Cidr,
    type Family,
} from "../../packets/cidr";

const anyCidr: fc.Arbitrary<Cidr> = fc
    .constantFrom<Family>("ipv4", "ipv6")
    .chain((family) =>
        fc
            .tuple(
                fc.bigInt({ min: 0n, max: (1n << BigInt(addressBits(family))) - 1n }),
                fc.integer({ min: 0, max: addressBits(family) }),
            )
            .map(([address, prefix]) => blockOf(family, address, prefix)),
    );

describe("CIDR blocks", () => {
    it("survive being written and read back", () => {
        fc.assert(
            fc.property(anyCidr, (cidr) => {
                expect(parseCidr(formatCidr(cidr))).to.deep.equal(cidr);
            }),
        );
    });

    it("start and end where the ip-address library says", () => {
        fc.assert(
            fc.property(anyCidr, (cidr) => {
                const text = formatCidr(cidr);
                const oracle = cidr.family === "ipv4" ? new Address4(text) : new Address6(text);
                expect(oracle.startAddress().bigInt()).to.equal(cidr.base);
                expect(oracle.endAddress().bigInt()).to.equal(lastAddress(cidr));
            }),
        );
    });

    it("overlap only when one holds the other", () => {
        fc.assert(
            fc.property(anyCidr, anyCidr, (a, b) => {
                const shareAnAddress =
                    a.family === b.family && a.base <= lastAddress(b) && b.base <= lastAddress(a);
                expect(cidrsOverlap(a, b)).to.equal(shareAnAddress);
            }),
        );
    });

    it("have sub-blocks that lie inside and apart", () => {
        fc.assert(
            fc.property(anyCidr, fc.nat(4), fc.nat(15), fc.nat(15), (cidr, deeper, one, other) => {
                const prefix = cidr.prefix + deeper;
                const left = subBlock(cidr, prefix, one);
                const right = subBlock(cidr, prefix, other);
                if (prefix > addressBits(cidr.family)) {
                    expect(left).to.equal(undefined);
                    return;
                }
                expect(left !== undefined).to.equal(one < 2 ** deeper);
                if (left !== undefined) {
                    expect(cidrContains(cidr, left)).to.equal(true);
                }
                if (left !== undefined && right !== undefined && one !== other) {
                    expect(cidrsOverlap(left, right)).to.equal(false);
                }
            }),
        );
    });

    const refused: [string, string, string | undefined][] = [
        ["10.0.0.1", "has no mask", "10.0.0.1/32"],
        ["10.0.0.5/16", "has host bits set", "10.0.0.0/16"],
        ["10.0.0.0/33", "has a mask longer than /32", undefined],
        ["::1/64", "has host bits set", "::/64"],
        ["10.0.0/8", "is not an IPv4 or IPv6 block", undefined],
        ["0.0.0.0/0/0", "is not an IPv4 or IPv6 block", undefined],
        ["anywhere", "is not an IPv4 or IPv6 block", undefined],
    ];
    for (const [text, problem, suggestion] of refused) {
        it(`fails to read ${text}: it ${problem}`, () => {
            const result = readCidr(text);
            expect(isCidrProblem(result) && result).to.deep.equal(
                suggestion === undefined ? { problem } : { problem, suggestion },
            );
        });
    }

    for (const spelling of ["::/0", "0::0/0", "0:0:0:0:0:0:0:0/0", "0000::/0"]) {
        it(`knows ${spelling} as the whole of IPv6`, () => {
            expect(parseCidr(spelling)).to.deep.equal({ family: "ipv6", base: 0n, prefix: 0 });
        });
    }
});
