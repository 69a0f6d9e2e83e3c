import { changed, without } from "../../support/base-network";
import { bucket, bucketPolicy, ownKey } from "../../support/sound-data";
import { ref, resource, type Specimens } from "../../support/specimen";

const everybody = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const byKey = { sseAlgorithm: "aws:kms", kmsMasterKeyId: ownKey };
const inside = [
    ...without(bucket, "records", "records-closed"),
    resource("aws:s3/bucket:Bucket", "records", {
        versioning: { enabled: true },
        logging: { targetBucket: ref("access-logs") },
        serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: byKey } },
        policy: bucketPolicy(),
    }),
];
const insideOlder = [
    ...without(bucket, "records", "records-closed"),
    resource("aws:s3/bucketV2:BucketV2", "records", {
        versionings: [{ enabled: true }],
        loggings: [{ targetBucket: ref("access-logs") }],
        serverSideEncryptionConfigurations: [{ rules: [{ applyServerSideEncryptionByDefaults: [byKey] }] }],
        policy: bucketPolicy(),
    }),
];
const older = bucket.map((one) => ({
    ...one,
    type: one.type
        .replace("aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2")
        .replace(/(bucketLogging|bucketVersioning|bucketServerSide\w+):(\w+)$/, "$1V2:$2V2"),
}));

export const specimens: Specimens = {
    compliant: {
        "a bucket with all its parts": bucket,
        "everything inside the bucket": inside,
        "everything inside a bucket of the older token": insideOlder,
        "parts of the older tokens": older,
        "everybody of an organization": changed(bucket, "records-policy", {
            policy: bucketPolicy({
                ...everybody,
                Condition: { StringEquals: { "aws:PrincipalOrgID": "o-12345" } },
            }),
        }),
    },
    violating: {
        "no KMS key": without(bucket, "records-encryption"),
        "S3's own key": changed(bucket, "records-encryption", {
            rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
        }),
        "AWS's own key": changed(bucket, "records-encryption", {
            rules: [{ applyServerSideEncryptionByDefault: { ...byKey, kmsMasterKeyId: "alias/aws/s3" } }],
        }),
        "no versions": without(bucket, "records-versions"),
        "versions suspended": changed(bucket, "records-versions", {
            versioningConfiguration: { status: "Suspended" },
        }),
        "no access log": without(bucket, "records-log"),
        "no access log of a balancer's log bucket": [
            ...without(bucket, "records-log", "records-encryption"),
            resource("aws:lb/loadBalancer:LoadBalancer", "public-alb", {
                accessLogs: { enabled: true, bucket: ref("records") },
            }),
        ],
        "plain HTTP": without(bucket, "records-policy"),
        "plain HTTP denied to one": changed(bucket, "records-policy", {
            policy: bucketPolicy().replace('"Principal":"*"', '"Principal":{"AWS":"arn:aws:iam::1:root"}'),
        }),
        "plain HTTP, in the policy of another stack's bucket": [
            resource("aws:s3/bucketPolicy:BucketPolicy", "elsewhere", {
                bucket: "elsewhere",
                policy: bucketPolicy()
                    .replace('"Deny"', '"Allow"')
                    .replace('"Principal":"*"', '"Principal":{"AWS":"1"}'),
            }),
        ],
        "versions suspended, of another stack's bucket": [
            resource("aws:s3/bucketVersioning:BucketVersioning", "elsewhere", {
                bucket: "elsewhere",
                versioningConfiguration: { status: "Suspended" },
            }),
        ],
        "open to everybody": changed(bucket, "records-policy", { policy: bucketPolicy(everybody) }),
        "open to everybody, inside the bucket": changed(inside, "records", {
            policy: bucketPolicy(everybody),
        }),
    },
    undecidable: {
        "a policy that nobody knows yet": changed(bucket, "records-policy", {
            policy: ref("records", "anything"),
        }),
        "an algorithm that nobody knows yet": changed(bucket, "records-encryption", {
            rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: ref("records", "anything") } }],
        }),
    },
};
