import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "./encryption-key";
import { LogBucket } from "./log-bucket";
import { awsScope, bucketName } from "./planning/aws-scope";
import { logsGrant } from "./planning/key-grants";
import { operatorPolicy, sessionPreferences } from "./planning/session-policy";

/** Arguments of SessionAccess. */
export interface SessionAccessArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region of the instances. */
    region: string;
    /** Minutes without input after which a session ends, 1–60. Defaults to 15. */
    idleTimeoutMinutes?: number;
    /** Minutes after which a session ends in any case, 1–1440. Defaults to 480. */
    maximumSessionMinutes?: number;
    /** Days that recordings of sessions are kept. Defaults to 365. */
    retentionDays?: number;
    /** Instances with this tag and value can be entered, and no others. Defaults to the tag `SessionAccess`. */
    targetTag?: string;
    /** The value of the target tag. Defaults to `allowed`. */
    targetValue?: string;
    /** The bucket for the recording bucket's own access logs. Defaults to none. */
    accessLogBucket?: pulumi.Input<string>;
    /** Whether destroying the stack deletes the recordings. Defaults to false. */
    forceDestroy?: boolean;
    /** Tags of everything that takes them. */
    tags?: Record<string, string>;
}

/**
 * Session Manager as the way in: no port, no key, no bastion. Sessions are encrypted with a key of our
 * own, recorded in CloudWatch Logs and in a locked bucket, and end when idle; who starts one needs
 * MFA and finds only tagged instances.
 *
 * Creates a key, a log group, a LogBucket, the account's session preferences document
 * (`SSM-SessionManagerRunShell`; one a region and account) and the operators' policy. Costs $1 a month
 * for the key, and what recordings take.
 * Checklist: "Session Manager preferred over SSH where possible", "MFA for administrative access".
 */
export class SessionAccess extends pulumi.ComponentResource {
    /** Policy to attach to the operators' role or group. */
    public readonly operatorPolicyArn: pulumi.Output<string>;
    /** Log group of the recordings; instance roles need to write to it. */
    public readonly logGroupName: pulumi.Output<string>;

    constructor(name: string, args: SessionAccessArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:SessionAccess", name, args, opts);
        const scope = awsScope(args.accountId, args.region);
        const parent = { parent: this };
        const key = new EncryptionKey(
            `${name}-key`,
            {
                accountId: args.accountId,
                region: args.region,
                description: "Session Manager sessions and their recordings",
                services: [logsGrant(scope)],
                tags: args.tags,
            },
            parent,
        );
        const logGroup = new cloudwatch.LogGroup(
            `${name}-sessions`,
            {
                name: sessionLogGroup(name),
                retentionInDays: args.retentionDays ?? 365,
                kmsKeyId: key.keyArn,
                tags: args.tags,
            },
            parent,
        );
        const bucket = new LogBucket(
            `${name}-recordings`,
            {
                accountId: args.accountId,
                region: args.region,
                bucketName: bucketName(scope, `${name}-recordings`),
                sources: [],
                retentionDays: args.retentionDays ?? 365,
                kmsKeyArn: key.keyArn,
                accessLogBucket: args.accessLogBucket,
                forceDestroy: args.forceDestroy,
                tags: args.tags,
            },
            parent,
        );
        new ssm.Document(
            `${name}-preferences`,
            {
                name: "SSM-SessionManagerRunShell",
                documentType: "Session",
                documentFormat: "JSON",
                content: sessionPreferences({
                    logGroup: sessionLogGroup(name),
                    bucket: bucketName(scope, `${name}-recordings`),
                    keyAlias: sessionKeyAlias(name),
                    idleTimeoutMinutes: args.idleTimeoutMinutes ?? 15,
                    maximumSessionMinutes: args.maximumSessionMinutes ?? 480,
                }),
                tags: args.tags,
            },
            // Preferences that name a log group or bucket that is not there break every session.
            { parent: this, dependsOn: [logGroup, bucket, key] },
        );
        const policy = new iam.Policy(
            `${name}-operators`,
            {
                description: "Start Session Manager sessions with MFA, on tagged instances only",
                policy: operatorPolicy(scope, {
                    tag: args.targetTag ?? "SessionAccess",
                    value: args.targetValue ?? "allowed",
                    keyAlias: sessionKeyAlias(name),
                }),
                tags: args.tags,
            },
            parent,
        );
        this.operatorPolicyArn = policy.arn;
        this.logGroupName = logGroup.name;
        this.registerOutputs({
            operatorPolicyArn: this.operatorPolicyArn,
            logGroupName: this.logGroupName,
        });
    }
}

/** Name of the log group that a SessionAccess of this name records sessions in. */
export const sessionLogGroup = (name: string): string => `/palisade/${name}/sessions`;

/** Alias of the key that a SessionAccess of this name encrypts sessions with. */
export const sessionKeyAlias = (name: string): string => `alias/${name}-key`;
