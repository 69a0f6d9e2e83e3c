import type { Addition } from "./addition";

export const dataAdditions: readonly Addition[] = [
    {
        change: "a plain disk",
        type: "aws:ebs/volume:Volume",
        inputs: () => ({ availabilityZone: "us-east-1a", size: 10, encrypted: false }),
        expected: ["ebs-volume-encrypted"],
    },
    {
        change: "a public bucket",
        type: "aws:s3/bucketAcl:BucketAcl",
        inputs: () => ({ bucket: "prod-access-logs-123456789012-us-east-1", acl: "public-read" }),
        expected: ["s3-block-public"],
    },
    {
        change: "a public bucket by the old type",
        type: "aws:s3/bucketAclV2:BucketAclV2",
        inputs: () => ({ bucket: "prod-access-logs-123456789012-us-east-1", acl: "public-read-write" }),
        expected: ["s3-block-public"],
    },
    {
        change: "a bare bucket",
        type: "aws:s3/bucket:Bucket",
        inputs: () => ({ bucket: "prod-bare" }),
        expected: ["s3-encryption", "s3-block-public"],
    },
    {
        change: "a bare bucket by the old type",
        type: "aws:s3/bucketV2:BucketV2",
        inputs: () => ({ bucket: "prod-bare" }),
        expected: ["s3-encryption", "s3-block-public"],
    },
    {
        change: "a bucket open by its own list",
        type: "aws:s3/bucket:Bucket",
        inputs: () => ({ bucket: "prod-bare", acl: "public-read" }),
        expected: ["s3-block-public"],
    },
    {
        change: "an open topic",
        type: "aws:sns/topic:Topic",
        inputs: () => ({ name: "open" }),
        expected: ["sns-encryption"],
    },
    {
        change: "a public snapshot permission",
        type: "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
        inputs: () => ({ snapshotId: "snap-0123456789abcdef0", accountId: "999988887777" }),
        expected: ["snapshot-private"],
    },
    {
        change: "a shared image",
        type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
        inputs: () => ({ imageId: "ami-0123456789abcdef0", group: "all" }),
        expected: ["snapshot-private"],
    },
    {
        change: "a key without rotation",
        type: "aws:kms/key:Key",
        inputs: () => ({ description: "later" }),
        expected: ["kms-rotation", "kms-policy"],
    },
    {
        change: "a public database",
        type: "aws:rds/instance:Instance",
        inputs: ({ databaseGroup, databaseSubnets }) => ({
            engine: "mysql",
            instanceClass: "db.t4g.medium",
            vpcSecurityGroupIds: [databaseGroup],
            dbSubnetGroupName: databaseSubnets,
            publiclyAccessible: true,
            storageEncrypted: true,
        }),
        expected: ["rds-public"],
    },
    {
        change: "a database with a password in the program",
        type: "aws:rds/instance:Instance",
        inputs: ({ databaseGroup, databaseSubnets }) => ({
            engine: "mysql",
            instanceClass: "db.t4g.medium",
            vpcSecurityGroupIds: [databaseGroup],
            dbSubnetGroupName: databaseSubnets,
            storageEncrypted: true,
            password: "correct-horse",
        }),
        expected: ["rds-hygiene", "no-embedded-keys"],
    },
];
