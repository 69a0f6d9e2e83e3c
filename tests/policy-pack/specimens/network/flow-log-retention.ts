import { changed, network } from "../../support/base-network";
import { ref, resource, type Specimens } from "../../support/specimen";

const toBucket = [
    ...changed(network, "flow-log", { logDestinationType: "s3", logDestination: ref("records", "arn") }),
    resource("aws:s3/bucket:Bucket", "records"),
    resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "closed", {
        bucket: ref("records"),
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
    }),
    resource("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "lifecycle", {
        bucket: ref("records"),
        rules: [{ id: "expire", status: "Enabled", expiration: { days: 365 } }],
    }),
];

export const specimens: Specimens = {
    config: { trustedDestinations: ["arn:aws:s3:::central-records"] },
    compliant: {
        "an encrypted log group": network,
        "a group that keeps for ever": changed(network, "flow-log-group", { retentionInDays: undefined }),
        "a private bucket with a lifecycle": toBucket,
        "a bucket that another stack takes care of": changed(network, "flow-log", {
            logDestination: "arn:aws:s3:::central-records/vpc",
        }),
    },
    violating: {
        "kept for a week": changed(network, "flow-log-group", { retentionInDays: 7 }),
        "not encrypted": changed(network, "flow-log-group", { kmsKeyId: undefined }),
        "a bucket that may be public": changed(toBucket, "closed", { blockPublicPolicy: false }),
        "a bucket that forgets after a month": changed(toBucket, "lifecycle", {
            rules: [{ id: "expire", status: "Enabled", expiration: { days: 30 } }],
        }),
        "a bucket without a lifecycle": toBucket.filter(({ name }) => name !== "lifecycle"),
    },
    undecidable: {
        "a lifecycle that nobody knows": changed(toBucket, "lifecycle", {
            rules: [{ id: "expire", status: "Enabled", expiration: { days: ref("flow-log-group", "days") } }],
        }),
        "a bucket that nobody knows of": changed(network, "flow-log", {
            logDestination: "arn:aws:s3:::somebody-elses",
        }),
    },
};
