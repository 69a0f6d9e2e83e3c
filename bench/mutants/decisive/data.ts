import { absent, decisive, type DecisiveProperty } from "./decisive-property";

const database = "aws:rds/instance:Instance";
const bucketWall = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const accountWall = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const wall = {
    blockPublicAcls: [false, absent],
    blockPublicPolicy: [false, absent],
    ignorePublicAcls: [false, absent],
    restrictPublicBuckets: [false, absent],
};

export const dataProperties: readonly DecisiveProperty[] = [
    ...decisive("rds-encrypted", database, { storageEncrypted: [false, absent], kmsKeyId: [absent] }),
    ...decisive("rds-public", database, { publiclyAccessible: [true] }),
    ...decisive("rds-multi-az", database, { multiAz: [false, absent] }),
    ...decisive("rds-backups", database, { backupRetentionPeriod: [0, 1, absent] }),
    ...decisive("rds-deletion-protection", database, { deletionProtection: [false, absent] }),
    ...decisive("rds-iam-auth", database, { iamDatabaseAuthenticationEnabled: [false, absent] }),
    ...decisive("rds-force-ssl", database, { parameterGroupName: [absent, "default.mysql8.4"] }),
    ...decisive("rds-force-ssl", "aws:rds/parameterGroup:ParameterGroup", {
        "parameters.0.value": ["OFF", "0"],
        parameters: [[], absent],
    }),
    ...decisive("rds-hygiene", database, {
        autoMinorVersionUpgrade: [false],
        copyTagsToSnapshot: [false, absent],
        enabledCloudwatchLogsExports: [[], absent],
        monitoringInterval: [0, absent],
        manageMasterUserPassword: [false, absent],
    }),
    ...decisive(["rds-in-vpc", "no-default-vpc"], database, { dbSubnetGroupName: [absent] }),
    ...decisive(["rds-in-vpc", "sg-per-tier"], database, { vpcSecurityGroupIds: [absent, []] }),
    ...decisive("s3-block-public", bucketWall, wall),
    ...decisive("s3-block-public", accountWall, wall),
    ...decisive("s3-encryption", "aws:s3/bucketVersioning:BucketVersioning", {
        "versioningConfiguration.status": ["Suspended", "Disabled"],
    }),
    ...decisive("kms-rotation", "aws:kms/key:Key", { enableKeyRotation: [false, absent] }),
    ...decisive("kms-policy", "aws:kms/key:Key", {
        policy: [absent],
        bypassPolicyLockoutSafetyCheck: [true],
        isEnabled: [false],
    }),
    ...decisive("sns-encryption", "aws:sns/topic:Topic", { kmsMasterKeyId: [absent, "alias/aws/sns"] }),
    ...decisive("ebs-default-encryption", "aws:ebs/encryptionByDefault:EncryptionByDefault", {
        enabled: [false],
    }),
    ...decisive("snapshot-private", "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", {
        state: ["unblocked"],
    }),
    ...decisive(
        ["snapshot-private", "serial-console"],
        "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
        { state: ["unblocked"] },
    ),
    ...decisive("backup-plan", "aws:backup/vault:Vault", { kmsKeyArn: [absent] }),
    ...decisive("backup-plan", "aws:backup/plan:Plan", { "rules.0.lifecycle.deleteAfter": [1], rules: [[]] }),
    ...decisive("backup-plan", "aws:backup/selection:Selection", {
        "selectionTags.0.value": ["weekly"],
        selectionTags: [[], absent],
    }),
];
