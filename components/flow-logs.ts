import * as athena from "@pulumi/aws/athena";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as glue from "@pulumi/aws/glue";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { LogBucket, LogSource } from "./log-bucket";
import { awsScope, bucketName, logGroupArn } from "./planning/aws-scope";
import { columnName, flowLogFields, flowLogFormat, flowLogQueries } from "./planning/flow-log-format";
import { policyDocument, serviceTrust } from "./planning/policy-document";

/** Arguments of FlowLogs. */
export interface FlowLogsArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region of the network. */
    region: string;
    /** The VPC to watch. */
    vpcId: pulumi.Input<string>;
    /** Whether records go to a bucket, with a table and queries over them. Defaults to true. */
    toBucket?: boolean;
    /** Whether records go to CloudWatch Logs, where alarms can count them. Defaults to false. */
    toLogGroup?: boolean;
    /** Days that records are kept. Defaults to 365. */
    retentionDays?: number;
    /** Key for the log group. */
    logsKmsKeyArn: pulumi.Input<string>;
    /** The bucket for the record bucket's own access logs. Defaults to none. */
    accessLogBucket?: pulumi.Input<string>;
    /** Port of the database, for the query that looks for strangers there. Defaults to 3306. */
    databasePort?: number;
    /** The application tier's blocks, for the same query. */
    applicationCidrs: string[];
    /** Whether destroying the stack deletes the records. Defaults to false. */
    forceDestroy?: boolean;
    /** Tags of everything that takes them. */
    tags?: Record<string, string>;
}

/**
 * Records of all traffic of a VPC, accepted and rejected, and the means to ask them questions.
 *
 * To a bucket (the default): Parquet files in hourly Hive partitions, a Glue table that finds partitions
 * by itself, an Athena workgroup and ready queries. To CloudWatch Logs: an encrypted group and its role.
 * Costs $0.25 per GB delivered to S3 and $0.023 per GB and month kept, or $0.50 and $0.03 with
 * CloudWatch Logs; Athena $5 per TB read.
 * Checklist: "VPC Flow Logs enabled".
 */
export class FlowLogs extends pulumi.ComponentResource {
    /** The log group of the records; empty without one. */
    public readonly logGroupName: pulumi.Output<string>;
    /** The bucket of the records; empty without one. */
    public readonly bucket: pulumi.Output<string>;

    constructor(name: string, args: FlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:FlowLogs", name, args, opts);
        this.bucket = (args.toBucket ?? true) ? toBucket(name, args, this) : pulumi.output("");
        this.logGroupName = args.toLogGroup === true ? toLogGroup(name, args, this) : pulumi.output("");
        this.registerOutputs({ logGroupName: this.logGroupName, bucket: this.bucket });
    }
}

function toBucket(name: string, args: FlowLogsArgs, parent: pulumi.Resource): pulumi.Output<string> {
    const scope = awsScope(args.accountId, args.region);
    const bucket = new LogBucket(
        `${name}-records`,
        {
            accountId: args.accountId,
            region: args.region,
            bucketName: bucketName(scope, `${name}-records`),
            sources: [LogSource.LogDelivery],
            retentionDays: args.retentionDays ?? 365,
            accessLogBucket: args.accessLogBucket,
            forceDestroy: args.forceDestroy,
            tags: args.tags,
        },
        { parent },
    );
    new ec2.FlowLog(
        `${name}-to-bucket`,
        {
            vpcId: args.vpcId,
            trafficType: "ALL",
            logDestinationType: "s3",
            logDestination: bucket.bucketArn,
            logFormat: flowLogFormat,
            maxAggregationInterval: 60,
            destinationOptions: {
                fileFormat: "parquet",
                hiveCompatiblePartitions: true,
                perHourPartition: true,
            },
            tags: { ...args.tags, Name: `${name}-to-bucket` },
        },
        // AWS tries the bucket's policy when the flow log is made.
        { parent, dependsOn: bucket },
    );
    queryable(name, args, parent);
    return bucket.bucket;
}

function queryable(name: string, args: FlowLogsArgs, parent: pulumi.Resource): void {
    const scope = awsScope(args.accountId, args.region);
    const location = `s3://${bucketName(scope, `${name}-records`)}/AWSLogs/`;
    const database = new glue.CatalogDatabase(
        `${name}-database`,
        { name: columnName(name), tags: args.tags },
        { parent },
    );
    const table = new glue.CatalogTable(
        `${name}-table`,
        {
            name: "flow_logs",
            databaseName: database.name,
            tableType: "EXTERNAL_TABLE",
            partitionKeys: [{ name: "day", type: "string" }],
            parameters: {
                classification: "parquet",
                // Partition projection: Athena works out where a day lies instead of being told each day.
                "projection.enabled": "true",
                "projection.day.type": "date",
                "projection.day.format": "'year='yyyy'/month='MM'/day='dd",
                "projection.day.range": "year=2024/month=01/day=01,NOW",
                "storage.location.template": projectedLocation(location, args),
            },
            storageDescriptor: {
                location,
                inputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                outputFormat: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
                serDeInfo: {
                    serializationLibrary: "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                },
                columns: flowLogFields.map((field) => ({ name: columnName(field.name), type: field.type })),
            },
        },
        { parent },
    );
    const workgroup = new athena.Workgroup(
        `${name}-workgroup`,
        {
            name,
            configuration: {
                enforceWorkgroupConfiguration: true,
                publishCloudwatchMetricsEnabled: true,
                managedQueryResultsConfiguration: { enabled: true },
            },
            tags: args.tags,
        },
        { parent },
    );
    for (const query of flowLogQueries("flow_logs", args.databasePort ?? 3306, args.applicationCidrs)) {
        new athena.NamedQuery(
            `${name}-${query.key}`,
            {
                name: query.title,
                database: database.name,
                workgroup: workgroup.name,
                query: query.sql,
            },
            { parent, dependsOn: table },
        );
    }
}

const projectedLocation = (location: string, args: FlowLogsArgs): string =>
    `${location}aws-account-id=${args.accountId}/aws-service=vpcflowlogs/aws-region=${args.region}/` +
    "${day}/";

function toLogGroup(name: string, args: FlowLogsArgs, parent: pulumi.Resource): pulumi.Output<string> {
    const scope = awsScope(args.accountId, args.region);
    const groupName = `/palisade/${name}`;
    const group = new cloudwatch.LogGroup(
        `${name}-records`,
        {
            name: groupName,
            retentionInDays: args.retentionDays ?? 365,
            kmsKeyId: args.logsKmsKeyArn,
            tags: args.tags,
        },
        { parent },
    );
    const role = new iam.Role(
        `${name}-delivery`,
        {
            assumeRolePolicy: serviceTrust("vpc-flow-logs.amazonaws.com", {
                StringEquals: { "aws:SourceAccount": args.accountId },
            }),
            tags: args.tags,
        },
        { parent },
    );
    const permission = new iam.RolePolicy(
        `${name}-delivery`,
        {
            role: role.id,
            policy: policyDocument({
                Sid: "WriteRecords",
                Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
                Resource: `${logGroupArn(scope, groupName)}:*`,
            }),
        },
        { parent },
    );
    new ec2.FlowLog(
        `${name}-to-log-group`,
        {
            vpcId: args.vpcId,
            trafficType: "ALL",
            logDestinationType: "cloud-watch-logs",
            logDestination: group.arn,
            iamRoleArn: role.arn,
            logFormat: flowLogFormat,
            maxAggregationInterval: 60,
            tags: { ...args.tags, Name: `${name}-to-log-group` },
        },
        { parent, dependsOn: permission },
    );
    return group.name;
}
