import { expect } from "chai";
import { addressesOf } from "../../packets/address-set";
import { namedRanges } from "../../cli/named-ranges";

const rangesOf = (setting?: string) =>
    namedRanges({ project: "shop", config: setting === undefined ? {} : { "shop:ranges": setting } });

describe("namedRanges", () => {
    it("reads the blocks of each range that the settings name", () => {
        const setting = '{"office":{"cidrs":["203.0.113.0/24","198.51.100.0/25"],"via":"internet"}}';
        expect(rangesOf(setting)).to.deep.equal([
            { name: "office", addresses: addressesOf("203.0.113.0/24", "198.51.100.0/25") },
        ]);
    });

    it("names none where there is no such setting, or it is of another shape", () => {
        expect([
            rangesOf(),
            rangesOf("[1]"),
            rangesOf("office"),
            rangesOf('{"office":{"cidrs":["x"]}}'),
        ]).to.deep.equal([[], [], [], []]);
    });
});
