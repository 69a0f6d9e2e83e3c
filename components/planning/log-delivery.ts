import { arnOf, bucketArn, type AwsScope } from "./aws-scope";
import type { PolicyCondition, PolicyStatement } from "./policy-document";

/**
 * What a bucket's policy must grant so that a service's logs arrive, and arrive from this account only.
 * Sources: AWS's pages on publishing flow logs to S3, on ALB access logs ("bucket permissions"), on
 * CloudTrail's, Config's and S3's own delivery.
 */
export function deliveryStatements(
    scope: AwsScope,
    bucket: string,
    source: "logDelivery" | "loadBalancer" | "cloudTrail" | "config" | "s3",
): PolicyStatement[] {
    const anyObject = bucketArn(scope, bucket, "*");
    switch (source) {
        case "logDelivery":
            return serviceGrants(scope, bucket, "LogDelivery", "delivery.logs.amazonaws.com", {
                StringEquals: { "aws:SourceAccount": scope.account },
                ArnLike: { "aws:SourceArn": arnOf(scope, "logs", "*") },
            });
        case "loadBalancer":
            // It writes below a path with the account's number; AWS documents no source condition for it.
            return [
                {
                    Sid: "LoadBalancerWrites",
                    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
                    Action: "s3:PutObject",
                    Resource: bucketArn(scope, bucket, `*/AWSLogs/${scope.account}/*`),
                },
            ];
        case "cloudTrail":
            return serviceGrants(scope, bucket, "CloudTrail", "cloudtrail.amazonaws.com", {
                StringEquals: { "aws:SourceAccount": scope.account },
                ArnLike: { "aws:SourceArn": arnOf(scope, "cloudtrail", "trail/*") },
            });
        case "config":
            return serviceGrants(scope, bucket, "Config", "config.amazonaws.com", {
                StringEquals: { "aws:SourceAccount": scope.account },
            });
        case "s3":
            return [
                {
                    Sid: "S3AccessLogs",
                    Principal: { Service: "logging.s3.amazonaws.com" },
                    Action: "s3:PutObject",
                    Resource: anyObject,
                    Condition: { StringEquals: { "aws:SourceAccount": scope.account } },
                },
            ];
    }
}

function serviceGrants(
    scope: AwsScope,
    bucket: string,
    sid: string,
    service: string,
    condition: PolicyCondition,
): PolicyStatement[] {
    return [
        {
            Sid: `${sid}Checks`,
            Principal: { Service: service },
            Action: ["s3:GetBucketAcl", "s3:ListBucket"],
            Resource: bucketArn(scope, bucket),
            Condition: condition,
        },
        {
            Sid: `${sid}Writes`,
            Principal: { Service: service },
            Action: "s3:PutObject",
            Resource: bucketArn(scope, bucket, "*"),
            Condition: {
                ...condition,
                StringEquals: { ...condition["StringEquals"], "s3:x-amz-acl": "bucket-owner-full-control" },
            },
        },
    ];
}
