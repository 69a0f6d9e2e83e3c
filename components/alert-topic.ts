import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { accountRoot, arnOf, awsScope } from "./planning/aws-scope";
import { policyDocument } from "./planning/policy-document";

/** Somebody who hears of alerts. */
export interface AlertSubscriptionArgs {
    /** How: `email`, `https`, `sqs`, `lambda` or `sms`. */
    protocol: string;
    /** Where: the address, URL or ARN. */
    endpoint: string;
}

/** Arguments of AlertTopic. */
export interface AlertTopicArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region of the topic and of the alarms that publish to it. */
    region: string;
    /** A key of our own: CloudWatch and EventBridge cannot publish under AWS's managed key for SNS. */
    kmsKeyArn: pulumi.Input<string>;
    /** Who hears of alerts, by a key of your own. E-mail subscriptions wait until they are confirmed. */
    subscriptions: Record<string, AlertSubscriptionArgs>;
    /** Tags of the topic. */
    tags?: Record<string, string>;
}

/**
 * The one encrypted topic that alarms and change alerts of an environment go to.
 *
 * Creates a topic, its policy (CloudWatch alarms and EventBridge rules of this account publish, nobody
 * without TLS) and its subscriptions. The first 1 000 e-mails a month are free.
 */
export class AlertTopic extends pulumi.ComponentResource {
    /** The topic's ARN, once its policy lets alarms publish. */
    public readonly topicArn: pulumi.Output<string>;

    constructor(name: string, args: AlertTopicArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:AlertTopic", name, args, opts);
        const scope = awsScope(args.accountId, args.region);
        const topic = new sns.Topic(
            `${name}-topic`,
            { name, kmsMasterKeyId: args.kmsKeyArn, tags: args.tags },
            { parent: this },
        );
        const resource = arnOf(scope, "sns", name);
        const policy = new sns.TopicPolicy(
            `${name}-policy`,
            {
                arn: topic.arn,
                policy: policyDocument(
                    {
                        Sid: "AccountManages",
                        Principal: { AWS: accountRoot(scope) },
                        Action: [
                            "sns:GetTopicAttributes",
                            "sns:SetTopicAttributes",
                            "sns:Subscribe",
                            "sns:Publish",
                        ],
                        Resource: resource,
                    },
                    {
                        Sid: "AlarmsPublish",
                        Principal: { Service: "cloudwatch.amazonaws.com" },
                        Action: "sns:Publish",
                        Resource: resource,
                        Condition: { StringEquals: { "aws:SourceAccount": args.accountId } },
                    },
                    {
                        Sid: "RulesPublish",
                        Principal: { Service: "events.amazonaws.com" },
                        Action: "sns:Publish",
                        Resource: resource,
                        Condition: { ArnLike: { "aws:SourceArn": arnOf(scope, "events", "rule/*") } },
                    },
                    {
                        Sid: "DenyPlainHttp",
                        Effect: "Deny",
                        Principal: "*",
                        Action: "sns:Publish",
                        Resource: resource,
                        Condition: { Bool: { "aws:SecureTransport": "false" } },
                    },
                ),
            },
            { parent: this },
        );
        for (const [key, subscription] of Object.entries(args.subscriptions)) {
            new sns.TopicSubscription(
                `${name}-to-${key}`,
                { topic: topic.arn, protocol: subscription.protocol, endpoint: subscription.endpoint },
                { parent: this },
            );
        }
        this.topicArn = policy.arn;
        this.registerOutputs({ topicArn: this.topicArn });
    }
}
