import { ownKey } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

const everybody = { Effect: "Allow", Principal: { AWS: "*" }, Action: "sns:Publish", Resource: "*" };
const topic = (kmsMasterKeyId?: string, policy?: object) => [
    resource("aws:sns/topic:Topic", "alarms", {
        kmsMasterKeyId,
        policy: policy === undefined ? undefined : JSON.stringify({ Statement: [policy] }),
    }),
];
const withPolicy = (statement: object) => [
    ...topic(ownKey),
    resource("aws:sns/topicPolicy:TopicPolicy", "policy", {
        arn: ref("alarms", "arn"),
        policy: JSON.stringify({ Statement: [statement] }),
    }),
];

export const specimens: Specimens = {
    compliant: {
        "a key of ours": topic(ownKey),
        "everybody of the account": withPolicy({
            ...everybody,
            Condition: { StringEquals: { "AWS:SourceOwner": "111122223333" } },
        }),
        "alarms of CloudWatch": withPolicy({
            ...everybody,
            Principal: { Service: "cloudwatch.amazonaws.com" },
        }),
    },
    violating: {
        "no key": topic(),
        "AWS's own key, which alarms cannot use": topic("alias/aws/sns"),
        "open to everybody": withPolicy(everybody),
        "open to everybody, inside the topic": topic(ownKey, everybody),
    },
    undecidable: {
        "a policy that nobody knows yet": [
            resource("aws:sns/topic:Topic", "alarms", {
                kmsMasterKeyId: ownKey,
                policy: ref("alarms", "anything"),
            }),
        ],
    },
};
