import { ref, resource, type SpecimenResource } from "./specimen";

export const ownKey = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";

/** A resource by itself, with some of its inputs replaced; undefined takes an input away. */
type Variation = SpecimenResource["inputs"];

const one =
    (type: string, name: string, sound: Variation, outputs: Variation = {}) =>
    (inputs: Variation = {}, token: string = type): readonly SpecimenResource[] => [
        resource(token, name, { ...sound, ...inputs }, outputs),
    ];

export const key = one("aws:kms/key:Key", "key", {
    description: "Disks and databases",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
        Statement: {
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::111122223333:root" },
            Action: "kms:*",
            Resource: "*",
        },
    }),
});

export const volume = one(
    "aws:ebs/volume:Volume",
    "disk",
    {
        availabilityZone: "us-east-1a",
        size: 20,
        encrypted: true,
        kmsKeyId: ownKey,
        tags: { Backup: "daily" },
    },
    { arn: "arn:aws:ec2:us-east-1:111122223333:volume/vol-11112222" },
);

export const database = one(
    "aws:rds/instance:Instance",
    "database",
    {
        identifier: "orders",
        engine: "mysql",
        engineVersion: "8.4",
        instanceClass: "db.m7g.large",
        allocatedStorage: 100,
        dbSubnetGroupName: "isolated",
        vpcSecurityGroupIds: ["sg-11112222"],
        port: 3306,
        publiclyAccessible: false,
        storageEncrypted: true,
        kmsKeyId: ownKey,
        multiAz: true,
        backupRetentionPeriod: 35,
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: "orders-last",
        iamDatabaseAuthenticationEnabled: true,
        copyTagsToSnapshot: true,
        autoMinorVersionUpgrade: true,
        enabledCloudwatchLogsExports: ["error"],
        monitoringInterval: 60,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: ownKey,
        username: "orders_owner",
        manageMasterUserPassword: true,
        tags: { Backup: "daily" },
    },
    { arn: "arn:aws:rds:us-east-1:111122223333:db:orders" },
);

export const replica = one("aws:rds/instance:Instance", "replica", {
    replicateSourceDb: "orders",
    instanceClass: "db.m7g.large",
});

export const cluster = one("aws:rds/cluster:Cluster", "cluster", {
    clusterIdentifier: "ledger",
    engine: "aurora-postgresql",
    engineVersion: "17.4",
    dbSubnetGroupName: "isolated",
    vpcSecurityGroupIds: ["sg-11112222"],
    storageEncrypted: true,
    kmsKeyId: ownKey,
    backupRetentionPeriod: 35,
    deletionProtection: true,
    iamDatabaseAuthenticationEnabled: true,
    copyTagsToSnapshot: true,
    enabledCloudwatchLogsExports: ["postgresql"],
    masterUsername: "ledger_owner",
    manageMasterUserPassword: true,
    tags: { Backup: "daily" },
});

export const member = (name: string, inputs: Variation = {}): SpecimenResource =>
    resource("aws:rds/clusterInstance:ClusterInstance", name, {
        clusterIdentifier: ref("cluster"),
        engine: "aurora-postgresql",
        instanceClass: "db.r7g.large",
        autoMinorVersionUpgrade: true,
        monitoringInterval: 60,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: ownKey,
        publiclyAccessible: false,
        ...inputs,
    });

export const balancer = one("aws:lb/loadBalancer:LoadBalancer", "balancer", {
    internal: false,
    loadBalancerType: "application",
    subnets: ["subnet-11112222", "subnet-33334444"],
    securityGroups: ["sg-11112222"],
    dropInvalidHeaderFields: true,
    enableDeletionProtection: true,
});

export const networkBalancer = one("aws:lb/loadBalancer:LoadBalancer", "balancer", {
    internal: false,
    loadBalancerType: "network",
    subnets: ["subnet-11112222", "subnet-33334444"],
    enableCrossZoneLoadBalancing: true,
    enableDeletionProtection: true,
});

export const classicBalancer = one("aws:elb/loadBalancer:LoadBalancer", "classic", {
    subnets: ["subnet-11112222", "subnet-33334444"],
    listeners: [
        {
            lbPort: 443,
            lbProtocol: "https",
            instancePort: 8443,
            instanceProtocol: "https",
            sslCertificateId: "arn:aws:acm:us-east-1:111122223333:certificate/1",
        },
    ],
});

export const https = one("aws:lb/listener:Listener", "https", {
    loadBalancerArn: ref("balancer", "arn"),
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
    certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
    defaultActions: [{ type: "forward", targetGroupArn: ref("targets", "arn") }],
});

export const redirecting = one("aws:lb/listener:Listener", "http", {
    loadBalancerArn: ref("balancer", "arn"),
    port: 80,
    protocol: "HTTP",
    defaultActions: [
        { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } },
    ],
});

export const targets = one("aws:lb/targetGroup:TargetGroup", "targets", {
    port: 8443,
    protocol: "HTTPS",
    targetType: "instance",
    vpcId: "vpc-11112222",
    healthCheck: { enabled: true, path: "/health", matcher: "200", protocol: "HTTPS" },
});

const tlsOnly = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::records", "arn:aws:s3:::records/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

export const bucketPolicy = (...statements: readonly object[]): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: [tlsOnly, ...statements] });

/** A bucket with all its parts, and the one that its access logs go to. */
export const bucket: readonly SpecimenResource[] = ["records", "access-logs"].flatMap((name) => [
    resource("aws:s3/bucket:Bucket", name, {}),
    resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", `${name}-closed`, {
        bucket: ref(name),
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
    }),
    resource("aws:s3/bucketVersioning:BucketVersioning", `${name}-versions`, {
        bucket: ref(name),
        versioningConfiguration: { status: "Enabled" },
    }),
    resource("aws:s3/bucketPolicy:BucketPolicy", `${name}-policy`, {
        bucket: ref(name),
        policy: bucketPolicy(),
    }),
    ...(name === "records"
        ? [
              resource(
                  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
                  "records-encryption",
                  {
                      bucket: ref(name),
                      rules: [
                          {
                              applyServerSideEncryptionByDefault: {
                                  sseAlgorithm: "aws:kms",
                                  kmsMasterKeyId: ownKey,
                              },
                          },
                      ],
                  },
              ),
              resource("aws:s3/bucketLogging:BucketLogging", "records-log", {
                  bucket: ref(name),
                  targetBucket: ref("access-logs-policy", "bucket"),
                  targetPrefix: "records/",
              }),
          ]
        : []),
]);

const vault = resource("aws:backup/vault:Vault", "vault", { name: "daily", kmsKeyArn: ownKey });

/** A plan that takes what is tagged `Backup: daily`, into a locked vault, and restores it for a test. */
export const backups: readonly SpecimenResource[] = [
    vault,
    resource("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "lock", {
        backupVaultName: ref("vault", "name"),
        minRetentionDays: 7,
    }),
    resource("aws:backup/plan:Plan", "plan", {
        rules: [{ ruleName: "daily", targetVaultName: ref("vault", "name"), lifecycle: { deleteAfter: 35 } }],
    }),
    resource("aws:backup/selection:Selection", "selection", {
        planId: ref("plan"),
        iamRoleArn: "arn:aws:iam::111122223333:role/backup",
        selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "daily" }],
    }),
    resource("aws:backup/restoreTestingPlan:RestoreTestingPlan", "restores", {
        name: "restores",
        scheduleExpression: "cron(0 5 ? * SUN *)",
        recoveryPointSelection: { algorithm: "LATEST_WITHIN_WINDOW", includeVaults: ["*"] },
    }),
    resource("aws:backup/restoreTestingSelection:RestoreTestingSelection", "restored", {
        name: "restored",
        restoreTestingPlanName: ref("restores", "name"),
        protectedResourceType: "RDS",
        iamRoleArn: "arn:aws:iam::111122223333:role/backup",
    }),
];
