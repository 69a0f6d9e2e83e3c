import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as rds from "@pulumi/aws/rds";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { databaseProblems, hasPerformanceInsights } from "./planning/database-plan";
import { managedPolicyArn, awsScope } from "./planning/aws-scope";
import { refuse } from "./planning/bad-arguments";
import { serviceTrust } from "./planning/policy-document";

/** Arguments of Database. */
export interface DatabaseArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region of the network. */
    region: string;
    /** Isolated subnets, one in each of at least two zones, by zone letter. */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** The database's security group. */
    securityGroupId: pulumi.Input<string>;
    /** Port it listens on; the flow table's. Defaults to 3306. */
    port?: number;
    /** Key for storage, backups, Performance Insights and the master password. */
    kmsKeyArn: pulumi.Input<string>;
    /** Key for its log groups. */
    logsKmsKeyArn: pulumi.Input<string>;
    /** For example `db.t4g.medium`. */
    instanceClass: string;
    /** MySQL version. Defaults to 8.4. */
    engineVersion?: string;
    /** GB to begin with, 20 or more. Defaults to 20. */
    allocatedStorage?: number;
    /** GB that storage may grow to by itself. Defaults to five times the beginning. */
    maxAllocatedStorage?: number;
    /** Whether a standby in another zone takes over. Defaults to true. */
    multiAz?: boolean;
    /** Days of automated backups, 1–35. Defaults to 7. */
    backupRetentionDays?: number;
    /** Whether AWS refuses to delete it. Defaults to true. */
    deletionProtection?: boolean;
    /** Whether deleting it leaves a last snapshot. Defaults to true. */
    finalSnapshot?: boolean;
    /** Whether Pulumi refuses to delete it, too. Defaults to the value of deletionProtection. */
    protect?: boolean;
    /** Days after which the master password is changed. Defaults to 30. */
    passwordRotationDays?: number;
    /** Days that exported logs are kept. Defaults to 365. */
    logRetentionDays?: number;
    /** Tags of everything created; `Backup: daily` puts it into the backup plan. */
    tags?: Record<string, string>;
}

const exportedLogs = ["error", "slowquery"];

/**
 * A MySQL database that only its own tier's callers reach, over TLS, and whose password nobody knows.
 *
 * Creates a subnet group, a parameter group that requires TLS, encrypted log groups, the role for
 * enhanced monitoring, the instance, and the rotation of its password, which RDS itself makes and keeps
 * in Secrets Manager. Costs the instance class by the hour (twice with a standby), about $0.115 per GB
 * and month of storage (twice with a standby), $0.40 a month for the secret.
 * Throws a BadArgumentsError that lists every bad argument, before anything is registered.
 * Checklist: "VPC with separate public, private, and database subnets", Data Protection.
 */
export class Database extends pulumi.ComponentResource {
    /** Host name that clients connect to. */
    public readonly address: pulumi.Output<string>;
    /** RDS's identifier of the instance, as its metrics name it. */
    public readonly identifier: pulumi.Output<string>;
    /** The instance's ARN. */
    public readonly databaseArn: pulumi.Output<string>;
    /** ARN of the secret that holds the master password. */
    public readonly secretArn: pulumi.Output<string>;

    constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
        refuse(`Database "${name}"`, databaseProblems(name, args));
        super("palisade:index:Database", name, args, opts);
        const parent = { parent: this };
        const version = args.engineVersion ?? "8.4";
        const subnetGroup = new rds.SubnetGroup(
            `${name}-subnets`,
            {
                description: "Isolated subnets",
                subnetIds: Object.values(args.subnetIds),
                tags: args.tags,
            },
            parent,
        );
        const parameterGroup = new rds.ParameterGroup(
            `${name}-parameters`,
            {
                family: `mysql${version.split(".").slice(0, 2).join(".")}`,
                description: "TLS required",
                parameters: [
                    { name: "require_secure_transport", value: "1" },
                    { name: "slow_query_log", value: "1", applyMethod: "immediate" },
                    { name: "log_output", value: "FILE", applyMethod: "immediate" },
                ],
                tags: args.tags,
            },
            parent,
        );
        const logGroups = exportedLogs.map(
            (log) =>
                new cloudwatch.LogGroup(
                    `${name}-${log}`,
                    {
                        name: `/aws/rds/instance/${name}/${log}`,
                        retentionInDays: args.logRetentionDays ?? 365,
                        kmsKeyId: args.logsKmsKeyArn,
                        tags: args.tags,
                    },
                    parent,
                ),
        );
        const instance = new rds.Instance(
            `${name}-instance`,
            {
                ...instanceSettings(name, args, version),
                dbSubnetGroupName: subnetGroup.name,
                parameterGroupName: parameterGroup.name,
                monitoringRoleArn: monitoringRole(name, args, this),
            },
            // RDS makes the log groups itself, unencrypted and for ever, where they do not exist yet.
            { parent: this, dependsOn: logGroups, protect: args.protect ?? args.deletionProtection ?? true },
        );
        this.secretArn = instance.masterUserSecrets.apply((secrets) => secrets[0]?.secretArn ?? "");
        new secretsmanager.SecretRotation(
            `${name}-password-rotation`,
            {
                secretId: this.secretArn,
                rotationRules: { automaticallyAfterDays: args.passwordRotationDays ?? 30 },
            },
            parent,
        );
        this.address = instance.address;
        this.identifier = instance.identifier;
        this.databaseArn = instance.arn;
        this.registerOutputs({
            address: this.address,
            identifier: this.identifier,
            databaseArn: this.databaseArn,
            secretArn: this.secretArn,
        });
    }
}

function instanceSettings(name: string, args: DatabaseArgs, engineVersion: string) {
    const storage = args.allocatedStorage ?? 20;
    const finalSnapshot = args.finalSnapshot ?? true;
    return {
        identifier: name,
        engine: "mysql",
        engineVersion,
        instanceClass: args.instanceClass,
        storageType: "gp3",
        allocatedStorage: storage,
        maxAllocatedStorage: args.maxAllocatedStorage ?? storage * 5,
        storageEncrypted: true,
        kmsKeyId: args.kmsKeyArn,
        multiAz: args.multiAz ?? true,
        publiclyAccessible: false,
        port: args.port ?? 3306,
        vpcSecurityGroupIds: [args.securityGroupId],
        username: "palisade",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: args.kmsKeyArn,
        iamDatabaseAuthenticationEnabled: true,
        backupRetentionPeriod: args.backupRetentionDays ?? 7,
        backupWindow: "02:00-02:30",
        maintenanceWindow: "sun:05:00-sun:06:00",
        copyTagsToSnapshot: true,
        autoMinorVersionUpgrade: true,
        deletionProtection: args.deletionProtection ?? true,
        skipFinalSnapshot: !finalSnapshot,
        ...(finalSnapshot ? { finalSnapshotIdentifier: `${name}-final` } : {}),
        enabledCloudwatchLogsExports: exportedLogs,
        monitoringInterval: 60,
        ...(hasPerformanceInsights(args.instanceClass)
            ? {
                  performanceInsightsEnabled: true,
                  performanceInsightsKmsKeyId: args.kmsKeyArn,
                  performanceInsightsRetentionPeriod: 7,
              }
            : {}),
        tags: { ...args.tags, Name: name },
    };
}

function monitoringRole(name: string, args: DatabaseArgs, parent: pulumi.Resource): pulumi.Output<string> {
    const scope = awsScope(args.accountId, args.region);
    const role = new iam.Role(
        `${name}-monitoring`,
        {
            assumeRolePolicy: serviceTrust("monitoring.rds.amazonaws.com", {
                StringEquals: { "aws:SourceAccount": args.accountId },
            }),
            tags: args.tags,
        },
        { parent },
    );
    new iam.RolePolicyAttachment(
        `${name}-monitoring`,
        {
            role: role.name,
            policyArn: managedPolicyArn(scope, "service-role/AmazonRDSEnhancedMonitoringRole"),
        },
        { parent },
    );
    return role.arn;
}
