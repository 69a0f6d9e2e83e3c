import { expect } from "chai";
import { AlertTopic } from "../../components/alert-topic";
import { registered, statement, statementsOf } from "../support/policy-documents";
import { inputsOf, record } from "../support/recorded";

const recordTopic = () =>
    record(
        () =>
            new AlertTopic("prod-alerts", {
                accountId: "123456789012",
                region: "us-east-1",
                kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1",
                subscriptions: { operations: { protocol: "email", endpoint: "ops@example.com" } },
            }),
    );

describe("AlertTopic", () => {
    it("creates an encrypted topic, its policy and its subscriptions", async () => {
        const { resources } = await recordTopic();
        expect(registered(resources)).to.deep.equal([
            "aws.sns.Topic prod-alerts-topic",
            "aws.sns.TopicPolicy prod-alerts-policy",
            "aws.sns.TopicSubscription prod-alerts-to-operations",
            "palisade:index:AlertTopic prod-alerts",
        ]);
        expect(inputsOf(resources, "aws:sns/topic:Topic", "prod-alerts-topic")["kmsMasterKeyId"]).to.equal(
            "arn:aws:kms:us-east-1:123456789012:key/1",
        );
    });

    it("lets alarms and rules of this account publish, and nobody in general", async () => {
        const { resources } = await recordTopic();
        const { policy } = inputsOf(resources, "aws:sns/topicPolicy:TopicPolicy", "prod-alerts-policy");
        expect(statement(policy, "AlarmsPublish").Condition).to.deep.equal({
            StringEquals: { "aws:SourceAccount": "123456789012" },
        });
        expect(statement(policy, "RulesPublish").Condition).to.deep.equal({
            ArnLike: { "aws:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/*" },
        });
        const open = statementsOf(policy).filter(
            ({ Effect, Principal }) => Effect === "Allow" && Principal === "*",
        );
        expect(open).to.deep.equal([]);
    });
});
