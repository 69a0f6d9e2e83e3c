import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { awsScope, logGroupArn, managedPolicyArn } from "./planning/aws-scope";
import { policyDocument, serviceTrust, type PolicyStatement } from "./planning/policy-document";

/** Arguments of InstanceRole. */
export interface InstanceRoleArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region the instances run in. */
    region: string;
    /** Name of the log group that Session Manager writes sessions to. Defaults to none. */
    sessionLogGroupName?: string;
    /** Name of the bucket that Session Manager writes sessions to. Defaults to none. */
    sessionLogBucketName?: string;
    /** Alias of the key that sessions and their logs are encrypted with. Defaults to none. */
    sessionKeyAlias?: string;
    /** Further statements of the role's own policy, as the text of a policy document each, by name. */
    policies?: Record<string, string>;
    /** Tags of role and profile. */
    tags?: Record<string, string>;
}

/**
 * The role of an instance that people reach through Session Manager and that reports to CloudWatch.
 *
 * Creates a role, its instance profile, the attachments of AmazonSSMManagedInstanceCore and
 * CloudWatchAgentServerPolicy, and what writing encrypted session logs takes. Free.
 * Checklist: "IAM roles on instances instead of embedded access keys", "Session Manager preferred".
 */
export class InstanceRole extends pulumi.ComponentResource {
    /** ARN of the instance profile, once the role may do all that it should. */
    public readonly profileArn: pulumi.Output<string>;
    /** Name of the role, for policies of your own. */
    public readonly roleName: pulumi.Output<string>;

    constructor(name: string, args: InstanceRoleArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:InstanceRole", name, args, opts);
        const scope = awsScope(args.accountId, args.region);
        const role = new iam.Role(
            `${name}-role`,
            { assumeRolePolicy: serviceTrust("ec2.amazonaws.com"), tags: args.tags },
            { parent: this },
        );
        for (const policy of ["AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy"]) {
            new iam.RolePolicyAttachment(
                `${name}-${policy}`,
                { role: role.name, policyArn: managedPolicyArn(scope, policy) },
                { parent: this },
            );
        }
        const own = { ...sessionLogging(args), ...args.policies };
        for (const [key, policy] of Object.entries(own)) {
            new iam.RolePolicy(`${name}-${key}`, { role: role.name, policy }, { parent: this });
        }
        const profile = new iam.InstanceProfile(
            `${name}-profile`,
            { role: role.name, tags: args.tags },
            { parent: this },
        );
        this.profileArn = profile.arn;
        this.roleName = role.name;
        this.registerOutputs({ profileArn: this.profileArn, roleName: this.roleName });
    }
}

function sessionLogging(args: InstanceRoleArgs): Record<string, string> {
    const scope = awsScope(args.accountId, args.region);
    const statements: PolicyStatement[] = [];
    if (args.sessionLogGroupName !== undefined) {
        statements.push(
            {
                Sid: "WriteSessionLogs",
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: `${logGroupArn(scope, args.sessionLogGroupName)}:*`,
            },
            // The agent looks the group up by listing; CloudWatch knows no narrower resource for that.
            {
                Sid: "FindSessionLogs",
                Action: ["logs:DescribeLogGroups", "logs:DescribeLogStreams"],
                Resource: "*",
            },
        );
    }
    if (args.sessionLogBucketName !== undefined) {
        const bucket = `arn:${scope.partition}:s3:::${args.sessionLogBucketName}`;
        statements.push(
            { Sid: "WriteSessionObjects", Action: "s3:PutObject", Resource: `${bucket}/*` },
            { Sid: "SeeBucketEncryption", Action: "s3:GetEncryptionConfiguration", Resource: bucket },
        );
    }
    if (args.sessionKeyAlias !== undefined) {
        statements.push({
            Sid: "EncryptSessions",
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Resource: `arn:${scope.partition}:kms:${scope.region}:${scope.account}:key/*`,
            Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": args.sessionKeyAlias } },
        });
    }
    return statements.length === 0 ? {} : { "session-logs": policyDocument(...statements) };
}
