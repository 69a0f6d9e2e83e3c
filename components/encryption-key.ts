import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { accountRoot, awsScope } from "./planning/aws-scope";
import { policyDocument, type PolicyStatement } from "./planning/policy-document";

const keyUse = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

/** An AWS service that may use the key, and for whom. */
export interface KeyServiceArgs {
    /** The service's principal, for example `logs.us-east-1.amazonaws.com`. */
    principal: string;
    /**
     * Conditions under which it may, operator → key → value, so that no other account's resources can
     * use the key through the service. Defaults to `aws:SourceAccount` being this account.
     */
    conditions?: Record<string, Record<string, string>>;
}

/** Arguments of EncryptionKey. */
export interface EncryptionKeyArgs {
    /** The twelve digits of the account that owns the key. */
    accountId: string;
    /** The region the key lives in. */
    region: string;
    /** What the key protects; shown in the console. */
    description: string;
    /** Services that encrypt or decrypt with it on the account's behalf. Defaults to none. */
    services?: KeyServiceArgs[];
    /**
     * Services through which anybody of the account who may use them uses the key too, by the first
     * label of their endpoint: `ec2` for EBS volumes (Auto Scaling's own role included), `rds`.
     * The same grant that AWS's managed keys carry. Defaults to none.
     */
    viaServices?: string[];
    /** Days between deletion being asked for and done, 7–30. Defaults to 30. */
    deletionWindowInDays?: number;
    /** Tags of the key. */
    tags?: Record<string, string>;
}

/**
 * A symmetric KMS key with yearly rotation and a policy that names exactly who uses it.
 *
 * Creates one key and one alias, `alias/<name>`. Costs $1 a month, and a little per request.
 * Checklist: "KMS keys for encryption management".
 */
export class EncryptionKey extends pulumi.ComponentResource {
    /** The key's ARN. */
    public readonly keyArn: pulumi.Output<string>;
    /** The alias's name, `alias/<name>`. */
    public readonly aliasName: pulumi.Output<string>;

    constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:EncryptionKey", name, args, opts);
        const key = new kms.Key(
            `${name}-key`,
            {
                description: args.description,
                enableKeyRotation: true,
                deletionWindowInDays: args.deletionWindowInDays ?? 30,
                policy: keyPolicy(args),
                tags: { ...args.tags, Name: name },
            },
            { parent: this },
        );
        const alias = new kms.Alias(
            `${name}-alias`,
            { name: `alias/${name}`, targetKeyId: key.keyId },
            { parent: this },
        );
        this.keyArn = key.arn;
        this.aliasName = alias.name;
        this.registerOutputs({ keyArn: this.keyArn, aliasName: this.aliasName });
    }
}

function keyPolicy(args: EncryptionKeyArgs): string {
    const scope = awsScope(args.accountId, args.region);
    const owner: PolicyStatement = {
        Sid: "AccountUsesIamPolicies",
        Principal: { AWS: accountRoot(scope) },
        Action: "kms:*",
        Resource: "*",
    };
    const users = (args.services ?? []).map((service, position): PolicyStatement => ({
        Sid: `Service${position + 1}`,
        Principal: { Service: service.principal },
        Action: keyUse,
        Resource: "*",
        Condition: service.conditions ?? { StringEquals: { "aws:SourceAccount": args.accountId } },
    }));
    return policyDocument(owner, ...users, ...viaServices(args));
}

function viaServices(args: EncryptionKeyArgs): PolicyStatement[] {
    return (args.viaServices ?? []).map((service) => ({
        Sid: `Via${service.replace(/[^a-zA-Z0-9]/g, "")}`,
        Principal: { AWS: "*" },
        Action: [...keyUse, "kms:CreateGrant"],
        Resource: "*",
        Condition: {
            StringEquals: {
                "kms:CallerAccount": args.accountId,
                "kms:ViaService": `${service}.${args.region}.amazonaws.com`,
            },
        },
    }));
}
