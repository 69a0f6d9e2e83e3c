import { expect } from "chai";
import { zoneIdPrefix } from "../../../components/planning/region-zones";

describe("the prefix of a region's zone ids", () => {
    for (const [region, prefix] of [
        ["us-east-1", "use1"],
        ["ap-southeast-2", "apse2"],
        ["ap-northeast-1", "apne1"],
        ["eu-central-1", "euc1"],
        ["us-gov-west-1", "usgw1"],
        ["cn-northwest-1", "cnnw1"],
    ] as const) {
        it(`is ${prefix} in ${region}`, () => {
            expect(zoneIdPrefix(region)).to.equal(prefix);
        });
    }

    it("does not exist for what is no region", () => {
        expect(["us-east", "us-east-1a", "US-EAST-1", "us-up-1", ""].map(zoneIdPrefix)).to.deep.equal(
            Array(5).fill(undefined),
        );
    });
});
