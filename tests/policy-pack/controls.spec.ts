import { expect } from "chai";
import { controls, controlTags } from "../../policy-pack/controls";

describe("the catalogue of controls", () => {
    it("has 120 controls", () => {
        expect(controls.size).to.equal(120);
    });

    it("makes a tag of every id that another standard or tool has for a control", () => {
        const tags = controlTags(controls.get("sg-admin-ports-public")!);
        expect(tags).to.include.members([
            "control:sg-admin-ports-public",
            "fsbp:EC2.13",
            "fsbp:EC2.14",
            "cis-3.0:5.2",
            "cis-6/7:6.4",
            "nist:SC-7",
            "checkov:CKV_AWS_24",
        ]);
    });
});
