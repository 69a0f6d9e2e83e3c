import { expect } from "chai";
import { awsScope, bucketName } from "../../../components/planning/aws-scope";

describe("a bucket's name", () => {
    const scope = awsScope("123456789012", "ap-northeast-1");

    it("tells the account and the region", () => {
        expect(bucketName(scope, "prod-access-logs")).to.equal(
            "prod-access-logs-123456789012-ap-northeast-1",
        );
    });

    it("is cut where S3's 63 characters leave no room for them, and no two names are cut alike", () => {
        const fits = "a".repeat(35);
        expect(bucketName(scope, fits)).to.equal(`${fits}-123456789012-ap-northeast-1`);
        const cut = bucketName(scope, `${fits}b`);
        expect(cut).to.have.length(63);
        expect(cut).to.match(/^a{28}-[0-9a-f]{6}-123456789012-ap-northeast-1$/);
        expect(bucketName(scope, `${fits}c`)).to.not.equal(cut);
    });
});
