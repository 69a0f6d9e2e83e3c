import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of AccountDefaults. */
export interface AccountDefaultsArgs {
    /** Key that new EBS volumes are encrypted with. */
    ebsKmsKeyArn: pulumi.Input<string>;
    /** Whether to set the account's IAM password policy. Defaults to true. */
    passwordPolicy?: boolean;
    /** Whether to block public S3 access for the whole account. Defaults to true. */
    blockPublicBuckets?: boolean;
}

/**
 * Defaults of the account and region that hold for whatever anybody creates there later: EBS encryption
 * with our key (AWS does not turn it on by itself), no public snapshots or images, IMDSv2, no serial
 * console, a strong password policy, no public buckets.
 *
 * Creates only settings; none costs anything. They are the account's own, so only one stack of an
 * account may create them, and destroying that stack returns the account to AWS's defaults.
 * Checklist: "EBS volumes encrypted at rest", "IAM roles on instances instead of embedded access keys".
 */
export class AccountDefaults extends pulumi.ComponentResource {
    constructor(name: string, args: AccountDefaultsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:AccountDefaults", name, args, opts);
        const parent = { parent: this };
        new ebs.EncryptionByDefault(`${name}-ebs-encryption`, { enabled: true }, parent);
        new ebs.DefaultKmsKey(`${name}-ebs-key`, { keyArn: args.ebsKmsKeyArn }, parent);
        new ebs.SnapshotBlockPublicAccess(`${name}-snapshots`, { state: "block-all-sharing" }, parent);
        new ec2.ImageBlockPublicAccess(`${name}-images`, { state: "block-new-sharing" }, parent);
        new ec2.InstanceMetadataDefaults(
            `${name}-instance-metadata`,
            { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
            parent,
        );
        new ec2.SerialConsoleAccess(`${name}-serial-console`, { enabled: false }, parent);
        if (args.passwordPolicy ?? true) {
            new iam.AccountPasswordPolicy(
                `${name}-passwords`,
                {
                    minimumPasswordLength: 14,
                    passwordReusePrevention: 24,
                    maxPasswordAge: 90,
                    requireLowercaseCharacters: true,
                    requireUppercaseCharacters: true,
                    requireNumbers: true,
                    requireSymbols: true,
                    allowUsersToChangePassword: true,
                },
                parent,
            );
        }
        if (args.blockPublicBuckets ?? true) {
            new s3.AccountPublicAccessBlock(
                `${name}-buckets`,
                {
                    blockPublicAcls: true,
                    blockPublicPolicy: true,
                    ignorePublicAcls: true,
                    restrictPublicBuckets: true,
                },
                parent,
            );
        }
        this.registerOutputs({});
    }
}
