import { withTwins } from "../resource-types";
import listed from "./taggable-types.json";

/** What can carry tags in the modules that networks and their data are made of, per module. */
export const taggableTypes: readonly string[] = Object.entries(listed).flatMap(([module, types]) =>
    types.map((type) => `aws:${module}/${type}`),
);

/** What belongs to a tier of a network. */
export const networkTypes = withTwins([
    "aws:ec2/subnet:Subnet",
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/instance:Instance",
    "aws:ec2/launchTemplate:LaunchTemplate",
]);

/** What holds data. */
export const dataTypes = withTwins([
    "aws:ebs/volume:Volume",
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:s3/bucket:Bucket",
    "aws:dynamodb/table:Table",
    "aws:efs/fileSystem:FileSystem",
    "aws:elasticache/replicationGroup:ReplicationGroup",
]);
