import { changed, without } from "../../support/base-network";
import { later, parameter } from "../../support/hosts";
import { document } from "../../support/iam";
import { trail } from "../../support/operations";
import { ref, resource, type Specimens } from "../../support/specimen";

const closed = resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "closed", {
    bucket: ref("records"),
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
});
const logging = resource("aws:s3/bucketLogging:BucketLogging", "logging", {
    bucket: ref("records"),
    targetBucket: "access-logs",
    targetPrefix: "trail/",
});
const policy = (principal: string | object, more: object = {}) =>
    resource("aws:s3/bucketPolicy:BucketPolicy", "policy", {
        bucket: ref("records"),
        policy: document({
            Effect: "Allow",
            Principal: principal as string,
            Action: "s3:PutObject",
            Resource: "arn:aws:s3:::records-of-the-trail/*",
            ...more,
        }),
    });
const service = { Service: "cloudtrail.amazonaws.com" };
const good = [...trail(), closed, logging, policy(service)];

export const specimens: Specimens = {
    config: { trustedBuckets: ["central-trail"] },
    compliant: {
        "a closed bucket": good,
        "named by its name": changed(good, "trail", { s3BucketName: "records-of-the-trail" }),
        "named by its policy": changed(good, "trail", { s3BucketName: ref("policy", "bucket") }),
        "under the older tokens": good.map((one) => ({
            ...one,
            type: one.type.replace(/(bucket:Bucket|bucketLogging:BucketLogging)$/, (type) =>
                type.replace(/(\w+):(\w+)/, "$1V2:$2V2"),
            ),
        })),
        "logging inside the bucket": changed(without(good, "logging"), "records", {
            loggings: [{ targetBucket: "access-logs" }],
        }),
        "a bucket of another stack": trail({ s3BucketName: "central-trail" }),
        "no trail": [],
    },
    violating: {
        "no public access block": without(good, "closed"),
        "one wall down": changed(good, "closed", { restrictPublicBuckets: false }),
        "no record of readers": without(good, "logging"),
        "a public list": changed(good, "records", { acl: "public-read" }),
        "a public policy": [...without(good, "policy"), policy("*")],
    },
    undecidable: {
        "a bucket that nobody knows of": trail({ s3BucketName: "somebody-elses" }),
        "a bucket that is named later": [parameter, ...trail({ s3BucketName: later })],
        "a policy that is written later": [parameter, ...changed(good, "policy", { policy: later })],
    },
};
