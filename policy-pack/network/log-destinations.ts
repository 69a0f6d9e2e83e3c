import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { at, blocks, flag, isSet, number, text } from "../reading";
import type { Stack } from "../stack";

/** A destination that no resource of the stack stands for. */
export const unseenDestination = (log: ResourceRecord) =>
    undecidable({
        urn: log.urn,
        property: "logDestination",
        reason: "it is no log group or bucket of this stack, so how long records are kept cannot be told",
        remedy: "Manage the destination in this stack, or name its ARN in `trustedDestinations`.",
    });

/** What keeps a log group from being a good place for records. */
export function logGroupFaults(group: ResourceRecord, days: number): Faults {
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

/** What keeps a bucket from being a good place for records. */
export function logBucketFaults(stack: Stack, bucket: ResourceRecord, days: number): Faults {
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
        ...lifecycle.flatMap((one) => expiryFaults(one, "rules", "status", days)),
        ...expiryFaults(bucket, "lifecycleRules", "enabled", days),
        ...(isClosed ? [] : [violates(bucket, "keeps flow logs and does not block public access")]),
    ];
}

/** Rules of a lifecycle that end records before their time; those that are off end nothing. */
function expiryFaults(holder: ResourceRecord, property: string, state: string, days: number): Faults {
    const rules = blocks(holder, property);
    if (!rules.known) {
        return [undecidable(rules.undecided, "how long flow logs are kept cannot be told")];
    }
    return rules.value
        .filter((one) => {
            const written = text(one, state);
            return !written.known || !["Disabled", "false"].includes(written.value ?? "");
        })
        .flatMap((one) => {
            const expiry = number(one, "expiration.days");
            return !expiry.known
                ? [undecidable(expiry.undecided, "how long flow logs are kept cannot be told")]
                : expiry.value === undefined || expiry.value >= days
                  ? []
                  : [violates(expiry.place, `keeps flow logs ${expiry.value} days; ${days} are needed`)];
        });
}
