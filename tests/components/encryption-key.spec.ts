import { expect } from "chai";
import { EncryptionKey } from "../../components/encryption-key";
import { awsScope } from "../../components/planning/aws-scope";
import { alarmGrant, logsGrant } from "../../components/planning/key-grants";
import { registered, statement, statementsOf } from "../support/policy-documents";
import { inputsOf, record } from "../support/recorded";

const scope = awsScope("123456789012", "us-east-1");

const recordKey = () =>
    record(
        () =>
            new EncryptionKey("prod-logs", {
                accountId: scope.account,
                region: scope.region,
                description: "Logs",
                services: [logsGrant(scope), alarmGrant(scope)],
                viaServices: ["ec2"],
            }),
    );

describe("EncryptionKey", () => {
    it("creates a key and its alias", async () => {
        const { resources } = await recordKey();
        expect(registered(resources)).to.deep.equal([
            "aws.kms.Alias prod-logs-alias",
            "aws.kms.Key prod-logs-key",
            "palisade:index:EncryptionKey prod-logs",
        ]);
    });

    it("rotates, and can be saved for thirty days after somebody asks to delete it", async () => {
        const { resources } = await recordKey();
        const key = inputsOf(resources, "aws:kms/key:Key", "prod-logs-key");
        expect(key["enableKeyRotation"]).to.equal(true);
        expect(key["deletionWindowInDays"]).to.equal(30);
    });

    it("lets each service use it for this account only", async () => {
        const { resources } = await recordKey();
        const { policy } = inputsOf(resources, "aws:kms/key:Key", "prod-logs-key");
        expect(statement(policy, "Service1").Principal).to.deep.equal({
            Service: "logs.us-east-1.amazonaws.com",
        });
        expect(statement(policy, "Service1").Condition).to.deep.equal({
            ArnLike: {
                "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:123456789012:log-group:*",
            },
        });
        expect(statement(policy, "Service2").Condition).to.deep.equal({
            StringEquals: { "aws:SourceAccount": "123456789012" },
        });
    });

    it("names every principal in general only under a condition on account and service", async () => {
        const { resources } = await recordKey();
        const { policy } = inputsOf(resources, "aws:kms/key:Key", "prod-logs-key");
        const wide = statementsOf(policy).filter(({ Principal }) =>
            JSON.stringify(Principal).includes('"*"'),
        );
        expect(wide.map(({ Condition }) => Condition)).to.deep.equal([
            {
                StringEquals: {
                    "kms:CallerAccount": "123456789012",
                    "kms:ViaService": "ec2.us-east-1.amazonaws.com",
                },
            },
        ]);
    });
});
