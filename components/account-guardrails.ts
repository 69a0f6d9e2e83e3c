import * as pulumi from "@pulumi/pulumi";
import { AccountDefaults } from "./guardrails/account-defaults";
import { AuditTrail } from "./guardrails/audit-trail";
import { ConfigurationRecorder } from "./guardrails/configuration-recorder";
import { ThreatDetection } from "./guardrails/threat-detection";

/** Who looks after one of the account's guardrails. */
export const GuardrailMode = {
    /** This stack creates it. An account may have each only once. */
    Create: "create",
    /** The account, its organisation or another stack already has it. */
    Existing: "existing",
    /** Nobody. Policies that ask for it then need a waiver. */
    Off: "off",
} as const;
export type GuardrailMode = (typeof GuardrailMode)[keyof typeof GuardrailMode];

/** Arguments of AccountGuardrails. */
export interface AccountGuardrailsArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region the guardrails live in. */
    region: string;
    /** Key for logs; CloudTrail and CloudWatch Logs must be among its services. */
    logsKmsKeyArn: pulumi.Input<string>;
    /** Key that new EBS volumes are encrypted with. */
    dataKmsKeyArn: pulumi.Input<string>;
    /** The bucket that access logs of the guardrails' own buckets go to. Defaults to none. */
    accessLogBucket?: pulumi.Input<string>;
    /** Days that trail files and configuration snapshots are kept. */
    retentionDays: number;
    /** CloudTrail. Defaults to `create`. */
    auditTrail?: GuardrailMode;
    /** The log group of an existing trail, so that its failed sign-ins can be watched. */
    existingTrailLogGroupName?: string;
    /** AWS Config with its rules. Defaults to `create`. */
    configurationRecorder?: GuardrailMode;
    /** GuardDuty, IAM Access Analyzer and Security Hub. Defaults to `create`. */
    threatDetection?: GuardrailMode;
    /** EBS encryption, snapshots, images, IMDS, serial console, passwords, S3. Defaults to `create`. */
    accountDefaults?: GuardrailMode;
    /** TCP ports that may be open to the internet, for Config's rules. Defaults to 80 and 443. */
    publicPorts?: number[];
    /** Tags of everything that takes them. */
    tags?: Record<string, string>;
}

/**
 * What an AWS account has once, whatever runs in it: the audit trail, the configuration recorder, the
 * detectors and the safe defaults. Each is `create`, `existing` or `off`, so that several environments
 * can share an account: one creates, the others name what exists.
 *
 * Costs: the trail's storage, Config by change and rule evaluation, GuardDuty and Security Hub by what
 * they analyse. Checklist: Monitoring and Logging, Compliance.
 */
export class AccountGuardrails extends pulumi.ComponentResource {
    /** The log group with the account's management events; empty where there is none to watch. */
    public readonly trailLogGroupName: pulumi.Output<string>;

    constructor(name: string, args: AccountGuardrailsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:AccountGuardrails", name, args, opts);
        const shared = {
            accountId: args.accountId,
            region: args.region,
            retentionDays: args.retentionDays,
            accessLogBucket: args.accessLogBucket,
            tags: args.tags,
        };
        const creates = (mode: GuardrailMode | undefined) =>
            (mode ?? GuardrailMode.Create) === GuardrailMode.Create;
        const parent = { parent: this };
        this.trailLogGroupName = creates(args.auditTrail)
            ? new AuditTrail(`${name}-trail`, { ...shared, kmsKeyArn: args.logsKmsKeyArn }, parent)
                  .logGroupName
            : pulumi.output(args.existingTrailLogGroupName ?? "");
        if (creates(args.configurationRecorder)) {
            new ConfigurationRecorder(`${name}-config`, { ...shared, publicPorts: args.publicPorts }, parent);
        }
        if (creates(args.threatDetection)) {
            new ThreatDetection(`${name}-threats`, { region: args.region, tags: args.tags }, parent);
        }
        if (creates(args.accountDefaults)) {
            new AccountDefaults(`${name}-defaults`, { ebsKmsKeyArn: args.dataKmsKeyArn }, parent);
        }
        this.registerOutputs({ trailLogGroupName: this.trailLogGroupName });
    }
}
