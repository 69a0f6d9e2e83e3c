import * as cfg from "@pulumi/aws/cfg";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { LogBucket, LogSource } from "../log-bucket";
import { awsScope, bucketName } from "../planning/aws-scope";
import { configRules } from "../planning/config-rules";

/** Arguments of ConfigurationRecorder. */
export interface ConfigurationRecorderArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region to record; global resources are recorded here too. */
    region: string;
    /** Days that the bucket keeps configuration snapshots. */
    retentionDays: number;
    /** TCP ports that may be open to the internet. Defaults to 443 and, for redirects, 80. */
    publicPorts?: number[];
    /**
     * Whether to make Config's service-linked role. Defaults to true; false where the account has had
     * AWS Config before, for AWS allows one such role and refuses a second.
     */
    createServiceLinkedRole?: boolean;
    /** The bucket for the snapshot bucket's own access logs. Defaults to none. */
    accessLogBucket?: pulumi.Input<string>;
    /** Tags of everything that takes them. */
    tags?: Record<string, string>;
}

/**
 * AWS Config: records every resource of the region, delivers to a locked bucket, and keeps one or more
 * managed rules on each line of the checklist that AWS can watch.
 *
 * Creates a recorder, its status and delivery channel, a LogBucket, a service-linked role and one rule
 * for each entry of the plan. Costs $0.003 per recorded change and $0.001 per rule evaluation.
 * An account has one recorder a region. Checklist: "AWS Config rules for security standards".
 */
export class ConfigurationRecorder extends pulumi.ComponentResource {
    /** The recorder's name, once it records. */
    public readonly recorderName: pulumi.Output<string>;

    constructor(name: string, args: ConfigurationRecorderArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:ConfigurationRecorder", name, args, opts);
        const scope = awsScope(args.accountId, args.region);
        const parent = { parent: this };
        const bucket = new LogBucket(
            `${name}-snapshots`,
            {
                accountId: args.accountId,
                region: args.region,
                bucketName: bucketName(scope, `${name}-snapshots`),
                sources: [LogSource.Config],
                retentionDays: args.retentionDays,
                accessLogBucket: args.accessLogBucket,
                tags: args.tags,
            },
            parent,
        );
        const recorder = new cfg.Recorder(
            `${name}-recorder`,
            {
                name,
                roleArn: recorderRole(name, args, this),
                recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
            },
            parent,
        );
        const channel = new cfg.DeliveryChannel(
            `${name}-delivery`,
            {
                name,
                s3BucketName: bucket.bucket,
                snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
            },
            { parent: this, dependsOn: recorder },
        );
        const status = new cfg.RecorderStatus(
            `${name}-status`,
            { name: recorder.name, isEnabled: true },
            { parent: this, dependsOn: channel },
        );
        for (const rule of configRules({ publicPorts: args.publicPorts ?? [80, 443] })) {
            new cfg.Rule(
                `${name}-${rule.name}`,
                {
                    name: `${name}-${rule.name}`,
                    description: rule.checklist,
                    source: { owner: "AWS", sourceIdentifier: rule.identifier },
                    ...(rule.parameters === undefined
                        ? {}
                        : { inputParameters: JSON.stringify(rule.parameters) }),
                    tags: args.tags,
                },
                // Config refuses rules while nothing is recorded.
                { parent: this, dependsOn: status },
            );
        }
        this.recorderName = status.name;
        this.registerOutputs({ recorderName: this.recorderName });
    }
}

function recorderRole(
    name: string,
    args: ConfigurationRecorderArgs,
    parent: pulumi.Resource,
): pulumi.Input<string> {
    if (args.createServiceLinkedRole ?? true) {
        const role = new iam.ServiceLinkedRole(
            `${name}-role`,
            { awsServiceName: "config.amazonaws.com", tags: args.tags },
            { parent },
        );
        return role.arn;
    }
    const { partition } = awsScope(args.accountId, args.region);
    const path = "role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";
    return `arn:${partition}:iam::${args.accountId}:${path}`;
}
