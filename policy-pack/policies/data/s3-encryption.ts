import { careFaults, lonePartFaults } from "../../data/bucket-care";
import { bucketParts, bucketType, strayParts } from "../../data/buckets";
import { unlessNarrow } from "../../data/open-policies";
import { perResourceAndStack, rule } from "../../rule";
import { choice, toggle } from "../../settings";

const { encryption, versioning, logging, policy } = bucketParts;

export const s3Encryption = rule(
    {
        id: "s3-encryption",
        title: "Buckets are encrypted by a key of ours, versioned, logged, and answer TLS only",
        severity: "medium",
        checklist: ["data-1", "data-2", "data-3"],
        why: "Logs and backups lie in buckets; whoever reads or changes them unseen covers their tracks.",
        fix: "Add encryption by `aws:kms`, versioning, access logging, and a policy that denies plain HTTP.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
        config: {
            encryption: choice<"aws:kms" | "AES256">(
                "The least that encrypts objects; AES256 is S3's own key",
                "aws:kms",
                ["aws:kms", "AES256"],
            ),
            accessLogs: toggle("Whether access to every bucket must be logged", true),
        },
    },
    perResourceAndStack(
        [bucketType, policy],
        (record) => unlessNarrow(record, "reach the bucket"),
        (stack, settings) => [
            ...stack.stated(bucketType, policy).flatMap((record) => unlessNarrow(record, "reach the bucket")),
            ...strayParts(stack, encryption, versioning, logging, policy),
            ...stack.stated(bucketType).flatMap((bucket) => careFaults(stack, bucket, settings)),
            ...lonePartFaults(stack),
        ],
    ),
);
