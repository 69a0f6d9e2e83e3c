import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../../fault";
import { at, flag, isSet, number, text } from "../../reading";
import { perStack, rule } from "../../rule";
import { textList, wholeNumber } from "../../settings";
import type { Stack } from "../../stack";

const groupType = "aws:cloudwatch/logGroup:LogGroup";
const bucketType = "aws:s3/bucket:Bucket";

export const flowLogRetention = rule(
    {
        id: "flow-log-retention",
        title: "Flow logs are kept long enough, encrypted and private",
        severity: "medium",
        checklist: ["network-4"],
        why: "Intrusions are found months later; by then a short-lived record is gone, and an open one is read.",
        fix: "Set the log group's `retentionInDays` and `kmsKeyId`, or the bucket's lifecycle and public access block.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
        config: {
            retentionDays: wholeNumber("Days that flow logs must be kept at least", 90, 1),
            trustedDestinations: textList("ARNs of log destinations that other stacks take care of", []),
        },
    },
    perStack((stack, { retentionDays, trustedDestinations }) =>
        stack.ofType("aws:ec2/flowLog:FlowLog").flatMap((log): Faults => {
            const destination = stack.references(log, "logDestination", groupType, bucketType);
            const written = text(log, "logDestination");
            if (!destination.known || destination.value.length === 0) {
                const trusted =
                    written.known && trustedDestinations.some((arn) => written.value?.startsWith(arn));
                return trusted || !isSet(log, "logDestination") ? [] : [unseen(log)];
            }
            return destination.value.flatMap((target) =>
                target.type === groupType ? ofGroup(target, retentionDays) : ofBucket(stack, target),
            );
        }),
    ),
);

const unseen = (log: ResourceRecord) =>
    undecidable({
        urn: log.urn,
        property: "logDestination",
        reason: "it is no log group or bucket of this stack, so how long records are kept cannot be told",
        remedy: "Manage the destination in this stack, or name its ARN in `trustedDestinations`.",
    });

function ofGroup(group: ResourceRecord, days: number): Faults {
    const retention = number(group, "retentionInDays", 0);
    return [
        ...(!retention.known
            ? [undecidable(retention.undecided)]
            : retention.value === 0 || retention.value >= days
              ? []
              : [violates(retention.place, `keeps flow logs ${retention.value} days; ${days} are needed`)]),
        ...(isSet(group, "kmsKeyId")
            ? []
            : [
                  violates(
                      at(group, "kmsKeyId"),
                      "is not set, so flow logs are not encrypted by a key of ours",
                  ),
              ]),
    ];
}

function ofBucket(stack: Stack, bucket: ResourceRecord): Faults {
    const lifecycle = stack.referrers(
        bucket,
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "bucket",
    );
    const blocks = stack.referrers(
        bucket,
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        "bucket",
    );
    const isClosed = blocks.some((block) =>
        ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].every(
            (wall) => {
                const raised = flag(block, wall, false);
                return raised.known && raised.value;
            },
        ),
    );
    return [
        ...(lifecycle.length > 0 || isSet(bucket, "lifecycleRules")
            ? []
            : [violates(bucket, "keeps flow logs without a lifecycle")]),
        ...(isClosed ? [] : [violates(bucket, "keeps flow logs and does not block public access")]),
    ];
}
