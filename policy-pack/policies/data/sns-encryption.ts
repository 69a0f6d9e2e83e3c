import { unlessOwnKey } from "../../data/kms-keys";
import { unlessNarrow } from "../../data/open-policies";
import { perResource, rule } from "../../rule";

const topicType = "aws:sns/topic:Topic";

export const snsEncryption = rule(
    {
        id: "sns-encryption",
        title: "Topics are encrypted by a key of ours and open to nobody unknown",
        severity: "high",
        checklist: ["data-3", "monitoring-3"],
        why: "CloudWatch cannot publish to a topic with AWS's own key, and an open topic takes forged alarms.",
        fix: "Set `kmsMasterKeyId` to a key of yours that the services may use, and narrow the topic's policy.",
        docs: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
    },
    perResource([topicType, "aws:sns/topicPolicy:TopicPolicy"], (record) => [
        ...(record.type === topicType ? unlessOwnKey(record, "kmsMasterKeyId", "what is sent is") : []),
        ...unlessNarrow(record, "publish or subscribe"),
    ]),
);
