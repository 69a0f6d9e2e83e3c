import { from, type Cases, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const instance = (inputs: Stated = {}) => [
    aws("rds:Instance")({ engine: "mysql", instanceClass: "db.t3.micro", ...inputs }),
];
const cluster = (inputs: Stated = {}) => [aws("rds:Cluster")({ engine: "aurora-mysql", ...inputs })];
const member = (inputs: Stated = {}) => [aws("rds:ClusterInstance")({ engine: "aurora-mysql", ...inputs })];

const both = (inputs: Stated): Cases => ({
    [`an instance with ${JSON.stringify(inputs)}`]: instance(inputs),
    [`a cluster with ${JSON.stringify(inputs)}`]: cluster(inputs),
});

const ownKey = { kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012" };

/** An instance or cluster by a parameter group with these settings. */
const byGroup = (family: string, parameters: Stated, engine: string): readonly SpecimenResource[] => [
    aws("rds:ParameterGroup")(
        { family, parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })) },
        "parameters",
    ),
    aws("rds:Instance")({ engine, parameterGroupName: ref("parameters", "name") }),
];

const other = { something_else: "0" };

export const databases: readonly Fixture[] = [
    from("checkov", "CKV_AWS_17", {
        pass: { ...both({ publiclyAccessible: false }), "a member by default": member(), ...both({}) },
        fail: {
            "an instance": instance({ publiclyAccessible: true }),
            "an instance, as a text": instance({ publiclyAccessible: "true" }),
            "a member of a cluster": member({ publiclyAccessible: true }),
        },
    }),
    from("cdk-nag", "RDSInstancePublicAccess", {
        pass: { closed: instance({ publiclyAccessible: false }) },
        fail: { open: instance({ publiclyAccessible: true }) },
    }),
    from("trivy", "AWS-0180", {
        pass: { closed: instance({ publiclyAccessible: false }) },
        fail: { open: instance({ publiclyAccessible: true }) },
    }),
    from("checkov", "CKV_AWS_16", {
        pass: { encrypted: instance({ storageEncrypted: true }) },
        otherwiseInProduction: ["encrypted"],
        fail: { "nothing said": instance(), "not encrypted": instance({ storageEncrypted: false }) },
    }),
    from("checkov", "CKV_AWS_96", {
        pass: { encrypted: cluster({ storageEncrypted: true, ...ownKey }) },
        fail: { "nothing said": cluster(), "not encrypted": cluster({ storageEncrypted: false }) },
    }),
    from("checkov", "CKV_AWS_140", {
        pass: {
            encrypted: [aws("rds:GlobalCluster")({ globalClusterIdentifier: "g", storageEncrypted: true })],
            "of a cluster that decides it": [
                aws("rds:GlobalCluster")({ sourceDbClusterIdentifier: "some_arn" }),
            ],
        },
        fail: { "nothing said": [aws("rds:GlobalCluster")({ globalClusterIdentifier: "g" })] },
    }),
    from("cdk-nag", "RDSStorageEncrypted", {
        pass: both({ storageEncrypted: true }),
        otherwiseInProduction: Object.keys(both({ storageEncrypted: true })),
        fail: both({ storageEncrypted: false }),
    }),
    from("trivy", "AWS-0080", {
        pass: { encrypted: instance({ storageEncrypted: true }) },
        otherwiseInProduction: ["encrypted"],
        fail: { "nothing said": instance() },
    }),
    from("checkov", "CKV_AWS_327", {
        pass: { "a key of ours": cluster({ storageEncrypted: true, ...ownKey }) },
        fail: { "not encrypted": cluster() },
        disputed: {
            "AWS's own key": {
                theirs: "fail",
                because: "the key is an option of the control, which production's settings take",
                resources: cluster({ storageEncrypted: true }),
            },
        },
    }),
    from("checkov", "CKV_AWS_157", {
        pass: {
            "two zones": instance({ multiAz: true }),
            "a replica": instance({ replicateSourceDb: "db-1" }),
        },
        fail: { "one zone": instance({ multiAz: false }), "nothing said": instance() },
    }),
    from("cdk-nag", "RDSMultiAZSupport", {
        pass: { "two zones": instance({ engine: "postgres", multiAz: true }) },
        fail: { "one zone": instance({ engine: "postgres", multiAz: false }) },
    }),
    from("checkov", "CKV_AWS_133", {
        pass: { ...both({ backupRetentionPeriod: 35 }) },
        fail: { ...both({ backupRetentionPeriod: 0 }), ...both({ backupRetentionPeriod: 36 }) },
        disputed: {
            "an instance that says nothing": {
                theirs: "pass",
                because: "the provider then sends 0, which switches backups off",
                resources: instance(),
            },
            "a cluster that says nothing": {
                theirs: "pass",
                because: "one day is too short to notice a loss",
                resources: cluster(),
            },
        },
    }),
    from("cdk-nag", "RDSInstanceBackupEnabled", {
        pass: { "15 days": instance({ backupRetentionPeriod: 15 }) },
        otherwiseInProduction: ["15 days"],
        fail: { none: instance({ backupRetentionPeriod: 0 }) },
    }),
    from("trivy", "AWS-0077", {
        pass: { "30 days": instance({ backupRetentionPeriod: 30 }) },
        otherwiseInProduction: ["30 days"],
        fail: { "one day": instance({ backupRetentionPeriod: 1 }) },
    }),
    from("checkov", "CKV_AWS_293", {
        about: /deletionProtection/,
        pass: { protected: instance({ deletionProtection: true }) },
        fail: { "nothing said": instance(), "not protected": instance({ deletionProtection: false }) },
    }),
    from("checkov", "CKV_AWS_139", {
        about: /deletionProtection/,
        pass: { protected: cluster({ deletionProtection: true }) },
        fail: { "nothing said": cluster(), "not protected": cluster({ deletionProtection: false }) },
    }),
    from("cdk-nag", "RDSInstanceDeletionProtectionEnabled", {
        about: /deletionProtection/,
        pass: both({ deletionProtection: true }),
        fail: { ...both({}), ...both({ deletionProtection: false }) },
    }),
    from("checkov", "CKV_AWS_161", {
        pass: {
            mysql: instance({ iamDatabaseAuthenticationEnabled: true }),
            postgres: instance({ engine: "postgres", iamDatabaseAuthenticationEnabled: true }),
            "sqlserver, which cannot": instance({ engine: "sqlserver-ex" }),
        },
        fail: {
            "nothing said": instance(),
            mysql: instance({ iamDatabaseAuthenticationEnabled: false }),
            postgres: instance({ engine: "postgres", iamDatabaseAuthenticationEnabled: false }),
        },
    }),
    from("checkov", "CKV_AWS_162", {
        pass: { on: cluster({ iamDatabaseAuthenticationEnabled: true }) },
        fail: { "nothing said": cluster(), off: cluster({ iamDatabaseAuthenticationEnabled: false }) },
    }),
    from("cdk-nag", "AuroraMySQLPostgresIAMAuth", {
        pass: { on: cluster({ iamDatabaseAuthenticationEnabled: true }) },
        fail: { off: cluster({ iamDatabaseAuthenticationEnabled: false }) },
    }),
    from("checkov", "CKV2_AWS_69", {
        pass: {
            "postgres, 1": byGroup("postgres13", { ...other, "rds.force_ssl": "1" }, "postgres"),
            "postgres, 1 as a number": byGroup("postgres13", { "rds.force_ssl": 1 }, "postgres"),
            "mariadb, 1": byGroup("mariadb10.11", { ...other, require_secure_transport: "1" }, "mariadb"),
            "mysql, ON": byGroup("mysql8.0", { require_secure_transport: "ON" }, "mysql"),
            "db2, SSL": byGroup("db2-ae-11.5", { db2comm: "SSL" }, "db2-ae"),
            "a group that nobody uses": [aws("rds:ParameterGroup")({ family: "db2-ae" })],
        },
        fail: {
            "postgres, 0": byGroup("postgres13", { ...other, "rds.force_ssl": "0" }, "postgres"),
            "postgres, nothing said": byGroup("postgres13", other, "postgres"),
            "mariadb, 0": byGroup("mariadb10.11", { require_secure_transport: "0" }, "mariadb"),
            "mariadb, nothing said": byGroup("mariadb10.11", other, "mariadb"),
            "db2, 0": byGroup("db2-ae-11.5", { db2comm: "0" }, "db2-ae"),
            "db2, nothing said": byGroup("db2-ae-11.5", {}, "db2-ae"),
        },
    }),
    from("prowler", "rds_instance_inside_vpc", {
        pass: {
            "a subnet group": instance({ dbSubnetGroupName: "db-subnets", vpcSecurityGroupIds: ["sg-1"] }),
        },
        fail: { none: instance() },
    }),
];
