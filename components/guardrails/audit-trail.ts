import * as cloudtrail from "@pulumi/aws/cloudtrail";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { LogBucket, LogSource } from "../log-bucket";
import { arnOf, awsScope, bucketName, logGroupArn } from "../planning/aws-scope";
import { policyDocument, serviceTrust } from "../planning/policy-document";

/** Arguments of AuditTrail. */
export interface AuditTrailArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The trail's home region; it records every region. */
    region: string;
    /** Key for the trail's files and its log group; CloudTrail and CloudWatch Logs must be among its services. */
    kmsKeyArn: pulumi.Input<string>;
    /** Days that the bucket keeps the files. */
    retentionDays: number;
    /** Days that CloudWatch keeps the events for searches and alarms. Defaults to 365. */
    logGroupRetentionDays?: number;
    /** The bucket for the trail bucket's own access logs. Defaults to none. */
    accessLogBucket?: pulumi.Input<string>;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

/**
 * CloudTrail for the account: every region, global services included, files validated and encrypted,
 * kept in a locked bucket and streamed to CloudWatch Logs, where alarms can watch them.
 *
 * Creates a trail, a LogBucket, a log group, and the role that lets CloudTrail write to it. The first
 * trail's management events are free; S3 and CloudWatch Logs charge for what is kept.
 * Checklist: "CloudTrail for API audit logging".
 */
export class AuditTrail extends pulumi.ComponentResource {
    /** The name of the log group that receives every management event. */
    public readonly logGroupName: pulumi.Output<string>;
    /** The trail's ARN. */
    public readonly trailArn: pulumi.Output<string>;

    constructor(name: string, args: AuditTrailArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:AuditTrail", name, args, opts);
        const scope = awsScope(args.accountId, args.region);
        const bucket = new LogBucket(
            `${name}-logs`,
            {
                accountId: args.accountId,
                region: args.region,
                bucketName: bucketName(scope, `${name}-logs`),
                sources: [LogSource.CloudTrail],
                retentionDays: args.retentionDays,
                accessLogBucket: args.accessLogBucket,
                tags: args.tags,
            },
            { parent: this },
        );
        const logGroup = new cloudwatch.LogGroup(
            `${name}-events`,
            {
                name: `/palisade/${name}`,
                retentionInDays: args.logGroupRetentionDays ?? 365,
                kmsKeyId: args.kmsKeyArn,
                tags: args.tags,
            },
            { parent: this },
        );
        const role = new iam.Role(
            `${name}-delivery`,
            {
                assumeRolePolicy: serviceTrust("cloudtrail.amazonaws.com", {
                    StringEquals: { "aws:SourceArn": arnOf(scope, "cloudtrail", `trail/${name}`) },
                }),
                tags: args.tags,
            },
            { parent: this },
        );
        const permission = new iam.RolePolicy(
            `${name}-delivery`,
            {
                role: role.id,
                policy: policyDocument({
                    Sid: "WriteEvents",
                    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                    Resource: `${logGroupArn(scope, `/palisade/${name}`)}:log-stream:*`,
                }),
            },
            { parent: this },
        );
        const trail = new cloudtrail.Trail(
            `${name}-trail`,
            {
                name,
                s3BucketName: bucket.bucket,
                cloudWatchLogsGroupArn: pulumi.interpolate`${logGroup.arn}:*`,
                cloudWatchLogsRoleArn: role.arn,
                kmsKeyId: args.kmsKeyArn,
                isMultiRegionTrail: true,
                includeGlobalServiceEvents: true,
                enableLogFileValidation: true,
                enableLogging: true,
                eventSelectors: [{ readWriteType: "All", includeManagementEvents: true }],
                tags: args.tags,
            },
            // Without its permission the role cannot write, and CloudTrail refuses the trail.
            { parent: this, dependsOn: permission },
        );
        this.logGroupName = logGroup.name;
        this.trailArn = trail.arn;
        this.registerOutputs({ logGroupName: this.logGroupName, trailArn: this.trailArn });
    }
}
