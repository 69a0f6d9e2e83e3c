import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { awsScope, bucketArn } from "./planning/aws-scope";
import { denyPlainHttp, policyDocument } from "./planning/policy-document";
import { deliveryStatements } from "./planning/log-delivery";

/** Who writes logs into a LogBucket; each needs its own grant. */
export const LogSource = {
    /** VPC flow logs, NLB logs, Route 53 query logs, WAF logs: AWS's log delivery service. */
    LogDelivery: "logDelivery",
    /** Application Load Balancer access and connection logs. */
    LoadBalancer: "loadBalancer",
    /** CloudTrail. */
    CloudTrail: "cloudTrail",
    /** AWS Config. */
    Config: "config",
    /** S3 server access logs of other buckets. */
    S3: "s3",
} as const;
export type LogSource = (typeof LogSource)[keyof typeof LogSource];

/** Arguments of LogBucket. */
export interface LogBucketArgs {
    /** The twelve digits of the account whose services may write. */
    accountId: string;
    /** The region whose services may write. */
    region: string;
    /** The bucket's own name. It is fixed, so that its policy is known before the bucket exists. */
    bucketName: string;
    /** Who writes into it. */
    sources: LogSource[];
    /** Days after which logs are deleted. */
    retentionDays: number;
    /** Days after which logs move to Glacier Instant Retrieval. Defaults to never. */
    archiveAfterDays?: number;
    /** KMS key for the objects. Defaults to S3's own encryption, which load balancers require. */
    kmsKeyArn?: pulumi.Input<string>;
    /** The bucket its own access logs go to. Defaults to none, as for a bucket of access logs. */
    accessLogBucket?: pulumi.Input<string>;
    /** Whether destroying the stack deletes the logs too. Defaults to false. */
    forceDestroy?: boolean;
    /** Tags of the bucket. */
    tags?: Record<string, string>;
}

/**
 * A bucket that only takes logs: private, encrypted, versioned, TLS only, written by the named AWS
 * services of this account and nobody else, and emptied by age.
 *
 * Creates the bucket and its public access block, ownership, encryption, versioning, lifecycle, policy
 * and, where asked for, access logging. Costs about $0.023 per GB and month for what it holds.
 */
export class LogBucket extends pulumi.ComponentResource {
    /** The bucket's name; ready to be written to, for its policy exists. */
    public readonly bucket: pulumi.Output<string>;
    /** The bucket's ARN. */
    public readonly bucketArn: pulumi.Output<string>;

    constructor(name: string, args: LogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:LogBucket", name, args, opts);
        const parent = { parent: this };
        const bucket = new s3.Bucket(
            `${name}-bucket`,
            {
                bucket: args.bucketName,
                forceDestroy: args.forceDestroy ?? false,
                tags: { ...args.tags, Name: args.bucketName },
            },
            parent,
        );
        const block = new s3.BucketPublicAccessBlock(
            `${name}-public-access-block`,
            {
                bucket: bucket.id,
                blockPublicAcls: true,
                blockPublicPolicy: true,
                ignorePublicAcls: true,
                restrictPublicBuckets: true,
            },
            parent,
        );
        new s3.BucketOwnershipControls(
            `${name}-ownership`,
            { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } },
            parent,
        );
        new s3.BucketServerSideEncryptionConfiguration(
            `${name}-encryption`,
            { bucket: bucket.id, rules: [encryptionRule(args)] },
            parent,
        );
        const versioning = new s3.BucketVersioning(
            `${name}-versioning`,
            { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } },
            parent,
        );
        new s3.BucketLifecycleConfiguration(
            `${name}-lifecycle`,
            { bucket: bucket.id, rules: [lifecycleRule(args)] },
            { parent: this, dependsOn: versioning },
        );
        // S3 refuses a policy while it settles the public access block.
        const policy = new s3.BucketPolicy(
            `${name}-policy`,
            { bucket: bucket.id, policy: logBucketPolicy(args) },
            { parent: this, dependsOn: block },
        );
        if (args.accessLogBucket !== undefined) {
            new s3.BucketLogging(
                `${name}-access-logging`,
                {
                    bucket: bucket.id,
                    targetBucket: args.accessLogBucket,
                    targetPrefix: `${args.bucketName}/`,
                },
                parent,
            );
        }
        this.bucket = policy.bucket;
        this.bucketArn = bucket.arn;
        this.registerOutputs({ bucket: this.bucket, bucketArn: this.bucketArn });
    }
}

function logBucketPolicy(args: LogBucketArgs): string {
    const scope = awsScope(args.accountId, args.region);
    return policyDocument(
        denyPlainHttp(bucketArn(scope, args.bucketName)),
        ...args.sources.flatMap((source) => deliveryStatements(scope, args.bucketName, source)),
    );
}

function encryptionRule(args: LogBucketArgs) {
    return args.kmsKeyArn === undefined
        ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
        : {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.kmsKeyArn },
              bucketKeyEnabled: true,
          };
}

function lifecycleRule(args: LogBucketArgs) {
    return {
        id: "expire-logs",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days: args.retentionDays },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        ...(args.archiveAfterDays === undefined
            ? {}
            : { transitions: [{ days: args.archiveAfterDays, storageClass: "GLACIER_IR" }] }),
    };
}
