import { bucketsNamed } from "../../data/buckets";
import { undecidable, type Faults } from "../../fault";
import { trailBucketFaults } from "../../monitoring/trail-bucket";
import { trailType } from "../../monitoring/trails";
import { text } from "../../reading";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";

export const cloudtrailBucket = rule(
    {
        id: "cloudtrail-bucket",
        title: "The trail's bucket is closed to the public, and its readers are recorded",
        severity: "critical",
        checklist: ["monitoring-2"],
        why: "The trail names every user, address and resource; whoever reads it knows where to strike.",
        fix: "Add a public access block with all four switches and an `aws.s3.BucketLogging` to the bucket.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-6",
        config: { trustedBuckets: textList("Names of buckets that other stacks take care of", []) },
    },
    perStack((stack, { trustedBuckets }) =>
        stack.stated(trailType).flatMap((trail): Faults => {
            const buckets = bucketsNamed(stack, trail, "s3BucketName");
            const name = text(trail, "s3BucketName");
            if (buckets.known && buckets.value.length > 0) {
                return buckets.value.flatMap((bucket) => trailBucketFaults(stack, bucket));
            }
            const isTrusted = name.known && trustedBuckets.includes(name.value ?? "");
            const open = buckets.known ? unseen(trail.urn) : buckets.undecided;
            return isTrusted ? [] : [undecidable(open, "who may read the trail cannot be told")];
        }),
    ),
);

const unseen = (urn: string) => ({
    urn,
    property: "s3BucketName",
    reason: "it is no bucket of this stack",
    remedy: "Manage the bucket in this stack, or name it in `trustedBuckets`.",
});
