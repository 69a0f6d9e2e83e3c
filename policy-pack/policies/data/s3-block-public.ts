import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { bucketParts, bucketType, partsOf, strayParts } from "../../data/buckets";
import { openAcl, wallsDown } from "../../data/public-access";
import { violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { perResourceAndStack, rule, type Remedy } from "../../rule";
import type { Stack } from "../../stack";

const accountType = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const blockTypes = [bucketParts.publicAccessBlock, accountType];
const aclTypes = [bucketParts.acl, bucketType];

export const s3BlockPublic = rule(
    {
        id: "s3-block-public",
        title: "No bucket can be made public",
        severity: "critical",
        checklist: ["data-1", "data-2"],
        why: "One careless policy or list of grants opens a bucket to everybody, unless the bucket forbids it.",
        fix: "Add an `aws.s3.BucketPublicAccessBlock` with all four switches true, and no public ACL.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-8",
        config: { provided: provided("the account's own block of public access to buckets") },
        remediate: (record): Remedy | undefined =>
            blockTypes.includes(record.type)
                ? {
                      blockPublicAcls: true,
                      blockPublicPolicy: true,
                      ignorePublicAcls: true,
                      restrictPublicBuckets: true,
                  }
                : undefined,
    },
    perResourceAndStack(
        [...blockTypes, ...aclTypes],
        (record) => ofOne(record),
        (stack, settings) => [
            ...stack.stated(...blockTypes, ...aclTypes).flatMap((record) => ofOne(record)),
            ...strayParts(stack, bucketParts.publicAccessBlock),
            ...(settings.provided === "elsewhere" || stack.ofType(accountType).length > 0
                ? []
                : unblockedBuckets(stack)),
        ],
    ),
);

const ofOne = (record: ResourceRecord): Faults =>
    blockTypes.includes(record.type) ? wallsDown(record) : openAcl(record);

const unblockedBuckets = (stack: Stack): Faults =>
    stack
        .ofType(bucketType)
        .filter((bucket) => partsOf(stack, bucket, bucketParts.publicAccessBlock).length === 0)
        .map((bucket) => violates(bucket, "has no public access block, and neither has the account"));
