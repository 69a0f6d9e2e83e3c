import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, type Faults } from "../fault";
import { at, valueAt, type Reading } from "../reading";
import type { Stack } from "../stack";

export const bucketType = "aws:s3/bucket:Bucket";

/** What belongs to a bucket and is a resource of its own. */
export const bucketParts = {
    acl: "aws:s3/bucketAcl:BucketAcl",
    encryption: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    logging: "aws:s3/bucketLogging:BucketLogging",
    policy: "aws:s3/bucketPolicy:BucketPolicy",
    publicAccessBlock: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    versioning: "aws:s3/bucketVersioning:BucketVersioning",
} as const;

/**
 * The buckets that a property names. It may have been computed from a part of the bucket, its policy
 * for example, so that whoever writes into the bucket waits for that part.
 */
export function bucketsNamed(
    stack: Stack,
    source: ResourceRecord,
    property: string,
): Reading<readonly ResourceRecord[]> {
    const direct = stack.references(source, property, bucketType);
    if (direct.known && direct.value.length > 0) {
        return direct;
    }
    const through = stack.references(source, property, ...Object.values(bucketParts));
    const owners = (through.known ? through.value : [])
        .filter(({ urn }) => urn !== source.urn)
        .map((part) => stack.references(part, "bucket", bucketType))
        .flatMap((named) => (named.known ? named.value : []));
    return owners.length > 0 ? { known: true, value: owners, place: at(source, property) } : direct;
}

/** The parts of one kind that a bucket has. */
export const partsOf = (stack: Stack, bucket: ResourceRecord, type: string): readonly ResourceRecord[] =>
    stack.stated(type).filter((part) => {
        const owners = bucketsNamed(stack, part, "bucket");
        return owners.known && owners.value.some(({ urn }) => urn === bucket.urn);
    });

/** The parts of one kind whose bucket belongs to another stack. */
export const loneParts = (stack: Stack, type: string): readonly ResourceRecord[] =>
    stack.stated(type).filter((part) => {
        const owners = bucketsNamed(stack, part, "bucket");
        return owners.known && owners.value.length === 0;
    });

/** A fault for each part that may be of any bucket, for then no bucket's parts are all known. */
export const strayParts = (stack: Stack, ...types: readonly string[]): Faults =>
    stack.stated(...types).flatMap((part) => {
        const owners = bucketsNamed(stack, part, "bucket");
        return owners.known ? [] : [undecidable(owners.undecided, "which bucket it is for cannot be told")];
    });

type Deliveries = readonly (readonly [type: string, properties: readonly string[]])[];

const byS3: Deliveries = [
    [bucketParts.logging, ["targetBucket"]],
    [bucketType, ["logging.targetBucket", "loggings[0].targetBucket"]],
];
const byBalancers: Deliveries = [
    ["aws:lb/loadBalancer:LoadBalancer", ["accessLogs.bucket", "connectionLogs.bucket"]],
    ["aws:elb/loadBalancer:LoadBalancer", ["accessLogs.bucket"]],
];

/** The buckets that S3 delivers access logs to: logging the access to these would never end. */
export const serverLogBuckets = (stack: Stack): ReadonlySet<string> => targetsOf(stack, byS3);

/** The buckets that S3 or a load balancer delivers access logs to, which can only use S3's own key. */
export const accessLogBuckets = (stack: Stack): ReadonlySet<string> =>
    targetsOf(stack, [...byS3, ...byBalancers]);

const targetsOf = (stack: Stack, deliveries: Deliveries): ReadonlySet<string> =>
    new Set(
        deliveries.flatMap(([type, properties]) =>
            stack.stated(type).flatMap((source) =>
                properties
                    .filter((property) => valueAt(source, property) !== undefined)
                    .map((property) => bucketsNamed(stack, source, property))
                    .flatMap((named) => (named.known ? named.value : []))
                    .map(({ urn }) => urn),
            ),
        ),
    );
