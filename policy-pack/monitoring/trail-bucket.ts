import type { ResourceRecord } from "../../analysis/model/resource-record";
import { bucketParts, partsOf } from "../data/buckets";
import { openAcl, wallsDown } from "../data/public-access";
import { undecidable, violates, type Faults } from "../fault";
import { statements } from "../policy-statements";
import { isPublic } from "../public-statements";
import { at, isSet } from "../reading";
import type { Stack } from "../stack";

/** What keeps a bucket from being a good place for a trail. */
export function trailBucketFaults(stack: Stack, bucket: ResourceRecord): Faults {
    const parts = (type: string): readonly ResourceRecord[] => partsOf(stack, bucket, type);
    const blocks = parts(bucketParts.publicAccessBlock);
    const isRecorded = ["logging", "loggings"].some((path) => isSet(bucket, path));
    return [
        ...(blocks.length === 0
            ? [violates(bucket, "holds a trail and has no public access block")]
            : blocks.flatMap(wallsDown)),
        ...[bucket, ...parts(bucketParts.acl)].flatMap(openAcl),
        ...[bucket, ...parts(bucketParts.policy)].flatMap(openPolicy),
        ...(isRecorded || parts(bucketParts.logging).length > 0
            ? []
            : [violates(at(bucket, "logging"), "is not set, so nobody can tell who read the trail")]),
    ];
}

function openPolicy(source: ResourceRecord): Faults {
    const document = statements(source, "policy");
    if (!document.known) {
        return [undecidable(document.undecided, "who may read the trail cannot be told")];
    }
    return document.value.some(isPublic) ? [violates(document.place, "lets everybody read the trail")] : [];
}
