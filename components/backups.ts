import * as backup from "@pulumi/aws/backup";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { awsScope, managedPolicyArn } from "./planning/aws-scope";
import { serviceTrust } from "./planning/policy-document";

/** Arguments of Backups. */
export interface BackupsArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region of what is backed up. */
    region: string;
    /** Key for the recovery points. */
    kmsKeyArn: pulumi.Input<string>;
    /** Days that daily recovery points are kept. At least 7. */
    retentionDays: number;
    /** ARN of a vault in another region or account for a copy of each recovery point. Defaults to none. */
    copyToVaultArn?: string;
    /** Resources with this tag and value are backed up. Defaults to the tag `Backup` with `daily`. */
    selectionTag?: string;
    /** The value of the selection tag. Defaults to `daily`. */
    selectionValue?: string;
    /**
     * Whether the vault's lock becomes final three days after its creation: from then on nobody, AWS
     * included, can shorten retention or delete recovery points early. Defaults to false.
     */
    finalLock?: boolean;
    /** Tags of everything that takes them. */
    tags?: Record<string, string>;
}

/**
 * Daily backups of everything that carries the tag, in a locked and encrypted vault, and a weekly
 * restore of the newest ones that proves they can be restored.
 *
 * Creates a vault with its lock, a plan, a selection by tag, a restore-testing plan with selections for
 * RDS and EBS, and the role for it all. Costs about $0.05–0.095 per GB and month kept, and what the
 * restored copies cost for the hours of the test.
 * Checklist: "Regular backups with tested recovery".
 */
export class Backups extends pulumi.ComponentResource {
    /** Name of the vault. */
    public readonly vaultName: pulumi.Output<string>;

    constructor(name: string, args: BackupsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:Backups", name, args, opts);
        const parent = { parent: this };
        const vault = new backup.Vault(
            `${name}-vault`,
            { name, kmsKeyArn: args.kmsKeyArn, tags: args.tags },
            parent,
        );
        new backup.VaultLockConfiguration(
            `${name}-lock`,
            {
                backupVaultName: vault.name,
                minRetentionDays: Math.min(7, args.retentionDays),
                maxRetentionDays: Math.max(366, args.retentionDays),
                ...(args.finalLock === true ? { changeableForDays: 3 } : {}),
            },
            parent,
        );
        const plan = new backup.Plan(
            `${name}-plan`,
            { name, rules: [dailyRule(vault.name, args)], tags: args.tags },
            parent,
        );
        const roleArn = backupRole(name, args, this);
        new backup.Selection(
            `${name}-selection`,
            {
                name,
                planId: plan.id,
                iamRoleArn: roleArn,
                selectionTags: [
                    {
                        type: "STRINGEQUALS",
                        key: args.selectionTag ?? "Backup",
                        value: args.selectionValue ?? "daily",
                    },
                ],
            },
            parent,
        );
        restoreTests(name, vault.arn, roleArn, args, this);
        this.vaultName = vault.name;
        this.registerOutputs({ vaultName: this.vaultName });
    }
}

function dailyRule(targetVaultName: pulumi.Output<string>, args: BackupsArgs) {
    const lifecycle = { deleteAfter: args.retentionDays };
    return {
        ruleName: "daily",
        targetVaultName,
        schedule: "cron(0 3 * * ? *)",
        startWindow: 60,
        completionWindow: 360,
        lifecycle,
        ...(args.copyToVaultArn === undefined
            ? {}
            : { copyActions: [{ destinationVaultArn: args.copyToVaultArn, lifecycle }] }),
    };
}

function backupRole(name: string, args: BackupsArgs, parent: pulumi.Resource): pulumi.Output<string> {
    const scope = awsScope(args.accountId, args.region);
    const role = new iam.Role(
        `${name}-role`,
        {
            assumeRolePolicy: serviceTrust("backup.amazonaws.com", {
                StringEquals: { "aws:SourceAccount": args.accountId },
            }),
            tags: args.tags,
        },
        { parent },
    );
    for (const purpose of ["Backup", "Restores"]) {
        const policy = `service-role/AWSBackupServiceRolePolicyFor${purpose}`;
        new iam.RolePolicyAttachment(
            `${name}-${purpose.toLowerCase()}`,
            { role: role.name, policyArn: managedPolicyArn(scope, policy) },
            { parent },
        );
    }
    return role.arn;
}

function restoreTests(
    name: string,
    vaultArn: pulumi.Output<string>,
    iamRoleArn: pulumi.Output<string>,
    args: BackupsArgs,
    parent: pulumi.Resource,
): void {
    // Restore-testing names take letters, digits and underscores only.
    const testName = name.replace(/[^a-zA-Z0-9]/g, "_");
    const plan = new backup.RestoreTestingPlan(
        `${name}-restore-test`,
        {
            name: testName,
            scheduleExpression: "cron(0 5 ? * SUN *)",
            startWindowHours: 4,
            recoveryPointSelection: {
                algorithm: "LATEST_WITHIN_WINDOW",
                includeVaults: [vaultArn],
                recoveryPointTypes: ["SNAPSHOT"],
                selectionWindowDays: 7,
            },
            tags: args.tags,
        },
        { parent },
    );
    for (const type of ["RDS", "EBS"]) {
        new backup.RestoreTestingSelection(
            `${name}-restore-test-${type.toLowerCase()}`,
            {
                name: `${testName}_${type}`,
                restoreTestingPlanName: plan.name,
                protectedResourceType: type,
                iamRoleArn,
                protectedResourceArns: ["*"],
                validationWindowHours: 4,
            },
            { parent },
        );
    }
}
