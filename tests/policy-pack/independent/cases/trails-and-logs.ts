import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const ownKey = "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012";
const trail = (inputs: Stated = {}) => [
    aws("cloudtrail:Trail")({ name: "trail", s3BucketName: "logs", isMultiRegionTrail: true, ...inputs }),
];
const group = (inputs: Stated = {}) => [aws("cloudwatch:LogGroup")({ name: "group", ...inputs })];
const topic = { alarmActions: ["arn:aws:sns:us-east-1:111122223333:topic"] };
const alarm = (inputs: Stated = topic) => [
    aws("cloudwatch:MetricAlarm")({
        comparisonOperator: "LessThanThreshold",
        evaluationPeriods: 1,
        metricName: "HealthyHostCount",
        namespace: "AWS/NetworkELB",
        ...inputs,
    }),
];
const firewall = aws("wafv2:WebAcl")({ scope: "REGIONAL", defaultAction: { allow: {} } });
const stream = {
    logDestinationConfigs: ["arn:aws:firehose:us-east-1:111122223333:deliverystream/aws-waf-logs-x"],
};
const service =
    "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

const recorder = (group: Stated | undefined, isEnabled: boolean) => [
    aws("cfg:Recorder")({ name: "example", roleArn: service, recordingGroup: group }),
    aws("cfg:RecorderStatus")({ name: ref("subject", "name"), isEnabled }, "status"),
    aws("cfg:DeliveryChannel")({ s3BucketName: "config" }, "channel"),
];
const everything = { includeGlobalResourceTypes: true };
const vault = (inputs: Stated = {}) => [
    aws("backup:Vault")({ name: "vault", ...inputs }),
    aws("backup:VaultLockConfiguration")({ backupVaultName: ref("subject", "name") }, "lock"),
];
const held = { tags: { Name: "HelloWorld" } };
const backedUp = (resource: ReturnType<typeof group>[number], resources: readonly SpecimenValue[]) => [
    resource,
    aws("backup:Selection")(
        { name: "selection", planId: "123456", iamRoleArn: "arn", resources },
        "selection",
    ),
];
const disk = aws("ebs:Volume")({ availabilityZone: "us-west-2a", size: 40, ...held }, "subject", {
    arn: "arn:aws:ec2:us-west-2:111122223333:volume/vol-1",
});
const cluster = aws("rds:Cluster")({ clusterIdentifier: "aurora-cluster-demo", engine: "aurora-mysql" });
const byPlan = /backed up|plan|selection/i;
const wallOf = (inputs: Stated) =>
    aws("networkfirewall:Firewall")({
        name: "example",
        firewallPolicyArn: "arn:p",
        vpcId: "vpc-1",
        ...inputs,
    });

export const trailsAndLogs: readonly Fixture[] = [
    from("checkov", "CKV_AWS_67", {
        pass: { "every region": trail() },
        fail: {
            "nothing said": trail({ isMultiRegionTrail: undefined }),
            "one region": trail({ isMultiRegionTrail: false }),
        },
    }),
    from("checkov", "CKV_AWS_251", {
        pass: { "on by default": trail(), on: trail({ enableLogging: true }) },
        fail: { off: trail({ enableLogging: false }) },
    }),
    from("checkov", "CKV_AWS_36", {
        pass: { on: trail({ enableLogFileValidation: true }) },
        fail: { "nothing said": trail(), off: trail({ enableLogFileValidation: false }) },
    }),
    from("cdk-nag", "CloudTrailLogFileValidationEnabled", {
        pass: { on: trail({ enableLogFileValidation: "true" }) },
        fail: { off: trail({ enableLogFileValidation: "false" }) },
    }),
    from("checkov", "CKV_AWS_35", {
        pass: { "a key": trail({ kmsKeyId: ownKey }) },
        fail: { none: trail() },
    }),
    from("cdk-nag", "CloudTrailEncryptionEnabled", {
        pass: { "a key": trail({ kmsKeyId: ownKey }) },
        fail: { none: trail() },
    }),
    from("checkov", "CKV2_AWS_10", {
        pass: {
            "a log group of this stack": [
                aws("cloudwatch:LogGroup")({}, "group"),
                ...trail({ cloudWatchLogsGroupArn: ref("group", "arn"), cloudWatchLogsRoleArn: "arn:r" }),
            ],
        },
        fail: { none: trail() },
    }),
    from("cdk-nag", "CloudTrailCloudWatchLogsEnabled", {
        pass: {
            "a log group": trail({
                cloudWatchLogsGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:trail:*",
                cloudWatchLogsRoleArn: "arn:aws:iam::111122223333:role/trail",
            }),
        },
        fail: { none: trail() },
    }),
    from("checkov", "CKV_AWS_66", {
        fail: { "nothing said": group() },
        disputed: {
            "three days": {
                theirs: "pass",
                because: "the control asks for a year by default",
                resources: group({ retentionInDays: 3 }),
            },
        },
    }),
    from("checkov", "CKV_AWS_338", {
        pass: { "a year": group({ retentionInDays: 365 }) },
        fail: { "five days": group({ retentionInDays: 5 }) },
        disputed: {
            "0, for ever": {
                theirs: "pass",
                because: "0 is what nothing said means, which their other rule reports",
                resources: group({ retentionInDays: 0 }),
            },
        },
    }),
    from("cdk-nag", "CloudWatchLogGroupRetentionPeriod", {
        pass: { "a year": group({ retentionInDays: 365 }) },
        fail: { "nothing said": group() },
    }),
    from("checkov", "CKV_AWS_158", {
        pass: { "a key": group({ kmsKeyId: ownKey }) },
        fail: { none: group() },
    }),
    from("cdk-nag", "CloudWatchLogGroupEncrypted", {
        pass: { "a key": group({ kmsKeyId: ownKey }) },
        fail: { none: group() },
    }),
    from("checkov", "CKV_AWS_319", {
        pass: { "on by default": alarm(), on: alarm({ ...topic, actionsEnabled: true }) },
        fail: { off: alarm({ ...topic, actionsEnabled: false }) },
    }),
    from("cdk-nag", "CloudWatchAlarmAction", {
        pass: { "a topic": alarm() },
        fail: { none: alarm({}), "an empty list": alarm({ alarmActions: [] }) },
        disputed: {
            "an action on recovery alone": {
                theirs: "pass",
                because: "nobody hears that something is wrong",
                resources: alarm({ okActions: topic.alarmActions }),
            },
        },
    }),
    from("checkov", "CKV_AWS_238", {
        pass: {
            "on by default": [aws("guardduty:Detector")({})],
            on: [aws("guardduty:Detector")({ enable: true })],
        },
        fail: { off: [aws("guardduty:Detector")({ enable: false })] },
        otherwiseInProduction: ["on by default", "on"],
    }),
    from("checkov", "CKV2_AWS_31", {
        pass: {
            logged: [
                firewall,
                aws("wafv2:WebAclLoggingConfiguration")(
                    { resourceArn: ref("subject", "arn"), ...stream },
                    "log",
                ),
            ],
        },
        fail: { "not logged": [firewall] },
    }),
    from("cdk-nag", "WAFv2LoggingEnabled", {
        fail: {
            "another is logged": [
                firewall,
                aws("wafv2:WebAclLoggingConfiguration")(
                    {
                        resourceArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/other/1",
                        ...stream,
                    },
                    "log",
                ),
            ],
        },
    }),
    from("checkov", "CKV2_AWS_45", {
        pass: { "everything, and on": recorder(everything, true) },
        fail: { off: recorder(everything, false), "some types": recorder({ allSupported: false }, true) },
    }),
    from("checkov", "CKV2_AWS_48", {
        pass: { "global types": recorder(everything, true) },
        fail: {
            "nothing said": recorder(undefined, true),
            "no global types": recorder({ includeGlobalResourceTypes: false }, true),
        },
    }),
    from("checkov", "CKV_AWS_121", {
        about: /allRegions/,
        pass: {
            "every region": [
                aws("cfg:ConfigurationAggregator")({
                    accountAggregationSource: { accountIds: ["123456789012"], allRegions: true },
                }),
            ],
        },
        fail: {
            "some regions": [
                aws("cfg:ConfigurationAggregator")({
                    accountAggregationSource: { accountIds: ["123456789012"], regions: ["us-west-2"] },
                }),
            ],
            "some regions of an organization": [
                aws("cfg:ConfigurationAggregator")({
                    organizationAggregationSource: { roleArn: "arn", allRegions: false },
                }),
            ],
        },
    }),
    from("checkov", "CKV_AWS_166", {
        about: /kmsKeyArn/,
        pass: { "a key": vault({ kmsKeyArn: ownKey }) },
        fail: { none: vault() },
    }),
    from("checkov", "CKV2_AWS_9", {
        about: byPlan,
        pass: { "a disk that a selection lists": backedUp(disk, [ref("subject", "arn")]) },
        fail: { "a disk that none lists": backedUp(disk, []), "a disk alone": [disk] },
    }),
    from("checkov", "CKV2_AWS_8", {
        about: byPlan,
        pass: { "a cluster that a selection lists": backedUp(cluster, [ref("subject", "arn")]) },
        fail: { "a cluster that none lists": backedUp(cluster, ["arn:aws:rds:us-east-1:1:cluster:other"]) },
    }),
    from("cdk-nag", "EC2EBSInBackupPlan", {
        about: byPlan,
        pass: {
            "every disk": backedUp(disk, ["arn:aws:ec2:*:*:volume/*"]),
            everything: backedUp(disk, ["*"]),
        },
        fail: { "another disk": backedUp(disk, ["arn:aws:ec2:us-east-1:123456789012:volume/vol-other"]) },
    }),
    from("cdk-nag", "RDSInBackupPlan", {
        about: byPlan,
        fail: { "no plan": [aws("rds:Instance")({ engine: "mysql", instanceClass: "db.t3.micro" })] },
    }),
    from("checkov", "CKV_AWS_344", {
        about: /deleteProtection/,
        pass: { protected: [wallOf({ deleteProtection: true })] },
        fail: { "nothing said": [wallOf({})], "not protected": [wallOf({ deleteProtection: false })] },
    }),
    from("checkov", "CKV2_AWS_63", {
        about: /log/,
        pass: {
            logged: [
                wallOf({}),
                aws("networkfirewall:LoggingConfiguration")(
                    {
                        firewallArn: ref("subject", "arn"),
                        loggingConfiguration: {
                            logDestinationConfigs: [
                                {
                                    logDestination: { bucketName: "logs" },
                                    logDestinationType: "S3",
                                    logType: "FLOW",
                                },
                            ],
                        },
                    },
                    "log",
                ),
            ],
        },
        fail: { "not logged": [wallOf({})] },
    }),
];
