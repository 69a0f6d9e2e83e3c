import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { unlessOwnKey } from "../../data/kms-keys";
import { undecidable, violates, type Faults } from "../../fault";
import { statements } from "../../policy-statements";
import { isPublic } from "../../public-statements";
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
        ...openness(record),
    ]),
);

function openness(record: ResourceRecord): Faults {
    const document = statements(record, "policy");
    return !document.known
        ? [undecidable(document.undecided, "who may publish and subscribe cannot be told")]
        : document.value.some(isPublic)
          ? [violates(document.place, "lets everybody publish or subscribe: no condition says whose request it is")]
          : [];
}
