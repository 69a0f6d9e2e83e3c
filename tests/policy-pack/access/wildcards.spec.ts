import { expect } from "chai";
import fc from "fast-check";
import { isEverything, isWholeService, takesIn } from "../../../policy-pack/access/wildcards";

describe("wildcards of actions", () => {
    it("take in what they match, whatever the case", () => {
        expect(takesIn("*", "s3:GetObject")).to.equal(true);
        expect(takesIn("s3:get*", "s3:GetObject")).to.equal(true);
        expect(takesIn("s3:*Object", "s3:GetObject")).to.equal(true);
        expect(takesIn("s3:Get?bject", "s3:GetObject")).to.equal(true);
        expect(takesIn("*:Describe*", "ec2:DescribeInstances")).to.equal(true);
    });

    it("leave out what they do not match", () => {
        expect(takesIn("s3:GetObject", "s3:GetObjectAcl")).to.equal(false);
        expect(takesIn("s3:Get", "s3:GetObject")).to.equal(false);
        expect(takesIn("s3:Get?", "s3:Get")).to.equal(false);
        expect(takesIn("*:Describe*", "ec2:StopInstances")).to.equal(false);
        expect(takesIn("", "s3:GetObject")).to.equal(false);
    });

    it("agree with a regular expression on every pattern", () => {
        const letters = (extra: string) =>
            fc.array(fc.constantFrom(..."ab:", ...extra), { maxLength: 8 }).map((list) => list.join(""));
        fc.assert(
            fc.property(letters("*?"), letters(""), (pattern, action) => {
                const expression = pattern.replace(/\*/g, ".*").replace(/\?/g, ".");
                expect(takesIn(pattern, action)).to.equal(new RegExp(`^${expression}$`).test(action));
            }),
        );
    });

    it("take their time by the lengths only", () => {
        expect(
            takesIn(`${"*?".repeat(200)}x`, "ec2-instance-connect:SendSerialConsoleSSHPublicKey"),
        ).to.equal(false);
    });

    it("are everything, or a whole service, in every spelling", () => {
        expect(["*", "**", "*:*", "?*"].every(isEverything)).to.equal(true);
        expect(["s3:*", "?", "", "arn:aws:s3:::*"].some(isEverything)).to.equal(false);
        expect(["s3:*", "ec2:**", "ec2-instance-connect:*"].every(isWholeService)).to.equal(true);
        expect(["*", "s3:Get*", "*:*"].some(isWholeService)).to.equal(false);
    });
});
