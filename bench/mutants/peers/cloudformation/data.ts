import type { Conversions } from "./conversion";

export const dataConversions: Conversions = {
    "aws:rds/instance:Instance": {
        type: "AWS::RDS::DBInstance",
        properties: (database) => ({
            ...database.same(
                ...[
                    "backupRetentionPeriod",
                    "copyTagsToSnapshot",
                    "deletionProtection",
                    "engine",
                    "kmsKeyId",
                ],
                ...["engineVersion", "manageMasterUserPassword", "monitoringInterval", "publiclyAccessible"],
                "storageEncrypted",
            ),
            ...database.named({
                AutoMinorVersionUpgrade: "autoMinorVersionUpgrade",
                DBInstanceClass: "instanceClass",
                DBParameterGroupName: "parameterGroupName",
                DBSubnetGroupName: "dbSubnetGroupName",
                EnableCloudwatchLogsExports: "enabledCloudwatchLogsExports",
                EnableIAMDatabaseAuthentication: "iamDatabaseAuthenticationEnabled",
                MasterUserPassword: "password",
                MonitoringRoleArn: "monitoringRoleArn",
                MultiAZ: "multiAz",
                VPCSecurityGroups: "vpcSecurityGroupIds",
            }),
            ...(database.get("port") === undefined ? {} : { Port: String(database.get("port")) }),
        }),
    },
    "aws:rds/subnetGroup:SubnetGroup": {
        type: "AWS::RDS::DBSubnetGroup",
        properties: (group) =>
            group.named({ DBSubnetGroupDescription: "description", SubnetIds: "subnetIds" }),
    },
    "aws:rds/parameterGroup:ParameterGroup": {
        type: "AWS::RDS::DBParameterGroup",
        properties: (group) => ({
            ...group.same("description", "family"),
            Parameters: Object.fromEntries(
                group.blocks("parameters").map(({ Name, Value }) => [Name, Value]),
            ),
        }),
    },
    "aws:s3/bucketPolicy:BucketPolicy": {
        type: "AWS::S3::BucketPolicy",
        properties: (policy) => ({ ...policy.same("bucket"), PolicyDocument: policy.document("policy") }),
    },
    "aws:ebs/volume:Volume": {
        type: "AWS::EC2::Volume",
        properties: (volume) => volume.same("availabilityZone", "size", "encrypted", "kmsKeyId"),
    },
    "aws:kms/key:Key": {
        type: "AWS::KMS::Key",
        properties: (key) => ({
            ...key.named({
                EnableKeyRotation: "enableKeyRotation",
                Enabled: "isEnabled",
                PendingWindowInDays: "deletionWindowInDays",
                BypassPolicyLockoutSafetyCheck: "bypassPolicyLockoutSafetyCheck",
            }),
            KeyPolicy: key.document("policy") ?? { Statement: [] },
        }),
    },
    "aws:sns/topic:Topic": {
        type: "AWS::SNS::Topic",
        properties: (topic) => topic.named({ TopicName: "name", KmsMasterKeyId: "kmsMasterKeyId" }),
    },
    "aws:sns/topicPolicy:TopicPolicy": {
        type: "AWS::SNS::TopicPolicy",
        properties: (policy) => ({ Topics: [policy.get("arn")], PolicyDocument: policy.document("policy") }),
    },
    "aws:backup/vault:Vault": {
        type: "AWS::Backup::BackupVault",
        properties: (vault) => vault.named({ BackupVaultName: "name", EncryptionKeyArn: "kmsKeyArn" }),
    },
    "aws:backup/selection:Selection": {
        type: "AWS::Backup::BackupSelection",
        properties: (selection) => ({
            ...selection.named({ BackupPlanId: "planId" }),
            BackupSelection: {
                SelectionName: "daily",
                IamRoleArn: selection.get("iamRoleArn"),
                ListOfTags: selection.blocks("selectionTags").map(({ Key, Value, Type }) => ({
                    ConditionKey: Key,
                    ConditionValue: Value,
                    ConditionType: Type,
                })),
            },
        }),
    },
};
