import { expect } from "chai";
import { sessionKeyAlias, sessionLogGroup, SessionAccess } from "../../components/session-access";
import { registered, statement, statementsOf } from "../support/policy-documents";
import { inputsOf, record } from "../support/recorded";

const recordAccess = () =>
    record(() => new SessionAccess("prod-sessions", { accountId: "123456789012", region: "us-east-1" }));

const preferencesOf = async () => {
    const { resources } = await recordAccess();
    const document = inputsOf(resources, "aws:ssm/document:Document", "prod-sessions-preferences");
    return {
        document,
        content: JSON.parse(document["content"] as string) as { inputs: Record<string, unknown> },
    };
};

describe("SessionAccess", () => {
    it("creates the preferences, the places they record to, the key and the operators' policy", async () => {
        const { resources } = await recordAccess();
        const components = resources.filter(({ custom }) => !custom);
        expect(registered(components)).to.deep.equal([
            "palisade:index:EncryptionKey prod-sessions-key",
            "palisade:index:LogBucket prod-sessions-recordings",
            "palisade:index:SessionAccess prod-sessions",
        ]);
        expect(registered(resources)).to.include.members([
            "aws.cloudwatch.LogGroup prod-sessions-sessions",
            "aws.iam.Policy prod-sessions-operators",
            "aws.ssm.Document prod-sessions-preferences",
        ]);
    });

    it("replaces the account's own preferences document, the one that every session reads", async () => {
        const { document } = await preferencesOf();
        expect(document).to.include({ name: "SSM-SessionManagerRunShell", documentType: "Session" });
    });

    it("encrypts, records twice, and ends idle and endless sessions", async () => {
        const { content } = await preferencesOf();
        expect(content.inputs).to.include({
            kmsKeyId: sessionKeyAlias("prod-sessions"),
            cloudWatchLogGroupName: sessionLogGroup("prod-sessions"),
            cloudWatchEncryptionEnabled: true,
            s3BucketName: "prod-sessions-recordings-123456789012-us-east-1",
            s3EncryptionEnabled: true,
            idleSessionTimeout: "15",
            maxSessionDuration: "480",
        });
    });

    it("names its key by the alias that it really makes", async () => {
        const { resources } = await recordAccess();
        const alias = inputsOf(resources, "aws:kms/alias:Alias", "prod-sessions-key-alias");
        expect(alias["name"]).to.equal(sessionKeyAlias("prod-sessions"));
    });

    it("lets operators in with MFA only, to tagged instances only, through these preferences only", async () => {
        const { resources } = await recordAccess();
        const { policy } = inputsOf(resources, "aws:iam/policy:Policy", "prod-sessions-operators");
        const starts = statementsOf(policy).filter(({ Action }) => Action === "ssm:StartSession");
        expect(starts.map(({ Resource }) => Resource)).to.deep.equal([
            "arn:aws:ec2:us-east-1:123456789012:instance/*",
            "arn:aws:ssm:us-east-1:123456789012:document/SSM-SessionManagerRunShell",
        ]);
        for (const start of starts) {
            expect(start.Condition?.["Bool"]).to.deep.equal({ "aws:MultiFactorAuthPresent": "true" });
        }
        expect(statement(policy, "EnterTaggedInstancesWithMfa").Condition).to.deep.include({
            StringEquals: { "ssm:resourceTag/SessionAccess": "allowed" },
        });
    });
});
