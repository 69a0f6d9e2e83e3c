import { expect } from "chai";
import { LogBucket, LogSource, type LogBucketArgs } from "../../components/log-bucket";
import { registered, statement, statementsOf } from "../support/policy-documents";
import { inputsOf, record } from "../support/recorded";

const recordBucket = (more: Partial<LogBucketArgs> = {}) =>
    record(
        () =>
            new LogBucket("prod-flow-logs", {
                accountId: "123456789012",
                region: "us-east-1",
                bucketName: "prod-flow-logs-123456789012-us-east-1",
                sources: [LogSource.LogDelivery],
                retentionDays: 90,
                ...more,
            }),
    );

describe("LogBucket", () => {
    it("creates a bucket with everything that locks it", async () => {
        const { resources } = await recordBucket();
        expect(registered(resources)).to.deep.equal([
            "aws.s3.Bucket prod-flow-logs-bucket",
            "aws.s3.BucketLifecycleConfiguration prod-flow-logs-lifecycle",
            "aws.s3.BucketOwnershipControls prod-flow-logs-ownership",
            "aws.s3.BucketPolicy prod-flow-logs-policy",
            "aws.s3.BucketPublicAccessBlock prod-flow-logs-public-access-block",
            "aws.s3.BucketServerSideEncryptionConfiguration prod-flow-logs-encryption",
            "aws.s3.BucketVersioning prod-flow-logs-versioning",
            "palisade:index:LogBucket prod-flow-logs",
        ]);
    });

    it("blocks public access in all four ways and turns ACLs off", async () => {
        const { resources } = await recordBucket();
        const block = inputsOf(
            resources,
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
            "prod-flow-logs-public-access-block",
        );
        for (const way of [
            "blockPublicAcls",
            "blockPublicPolicy",
            "ignorePublicAcls",
            "restrictPublicBuckets",
        ]) {
            expect(block[way], way).to.equal(true);
        }
        const ownership = inputsOf(
            resources,
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
            "prod-flow-logs-ownership",
        );
        expect(ownership["rule"]).to.deep.equal({ objectOwnership: "BucketOwnerEnforced" });
    });

    it("deletes logs by age, and keeps them when the stack goes", async () => {
        const { resources } = await recordBucket({ archiveAfterDays: 30 });
        const { rules } = inputsOf(
            resources,
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            "prod-flow-logs-lifecycle",
        ) as { rules: { expiration: unknown; transitions: unknown }[] };
        expect(rules[0]!.expiration).to.deep.equal({ days: 90 });
        expect(rules[0]!.transitions).to.deep.equal([{ days: 30, storageClass: "GLACIER_IR" }]);
        expect(inputsOf(resources, "aws:s3/bucket:Bucket", "prod-flow-logs-bucket")["forceDestroy"]).to.equal(
            false,
        );
    });

    for (const source of Object.values(LogSource)) {
        it(`grants ${source} what it writes with, for this account only, and refuses plain HTTP`, async () => {
            const { resources } = await recordBucket({ sources: [source] });
            const { policy } = inputsOf(
                resources,
                "aws:s3/bucketPolicy:BucketPolicy",
                "prod-flow-logs-policy",
            );
            const denial = statement(policy, "DenyPlainHttp");
            expect([denial.Effect, denial.Principal, denial.Action]).to.deep.equal(["Deny", "*", "s3:*"]);
            expect(denial.Condition).to.deep.equal({ Bool: { "aws:SecureTransport": "false" } });
            const grants = statementsOf(policy).filter(({ Effect }) => Effect === "Allow");
            expect(grants.some(({ Action }) => Action === "s3:PutObject")).to.equal(true);
            for (const grant of grants) {
                expect(grant.Principal).to.have.all.keys("Service");
                const limits = JSON.stringify([grant.Resource, grant.Condition]);
                expect(limits).to.match(/"aws:SourceAccount":"123456789012"|AWSLogs\/123456789012\/\*/);
            }
        });
    }

    it("grants nobody anything where no service writes", async () => {
        const { resources } = await recordBucket({ sources: [] });
        const { policy } = inputsOf(resources, "aws:s3/bucketPolicy:BucketPolicy", "prod-flow-logs-policy");
        expect(statementsOf(policy).map(({ Sid }) => Sid)).to.deep.equal(["DenyPlainHttp"]);
    });
});
