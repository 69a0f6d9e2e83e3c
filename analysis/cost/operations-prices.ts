import type { GlobalPrices } from "./price-list";
import { byUse, perMonth, type Pricer } from "./charge";

const monthly =
    (item: string, price: (everywhere: GlobalPrices) => number): Pricer =>
    (_record, { everywhere }) => [perMonth(item, 1, price(everywhere))];

const logGroup: Pricer = (_record, { prices, usage }) => [
    byUse("log ingestion", usage.logGroupGb, "GB", prices.logIngestGb),
];

const configRecorder: Pricer = (_record, { everywhere, usage }) => [
    byUse("configuration items", usage.configItems, "item", everywhere.configItem),
];

export const operationsPrices: { readonly [type: string]: Pricer } = {
    "aws:kms/key:Key": monthly("KMS key", ({ kmsKeyMonth }) => kmsKeyMonth),
    "aws:kms/replicaKey:ReplicaKey": monthly("KMS key", ({ kmsKeyMonth }) => kmsKeyMonth),
    "aws:secretsmanager/secret:Secret": monthly("secret", ({ secretMonth }) => secretMonth),
    "aws:cloudwatch/metricAlarm:MetricAlarm": monthly("alarm", ({ alarmMonth }) => alarmMonth),
    "aws:cloudwatch/compositeAlarm:CompositeAlarm": monthly(
        "composite alarm",
        (all) => all.compositeAlarmMonth,
    ),
    "aws:cloudwatch/dashboard:Dashboard": monthly("dashboard", ({ dashboardMonth }) => dashboardMonth),
    "aws:cloudwatch/logGroup:LogGroup": logGroup,
    "aws:cfg/recorder:Recorder": configRecorder,
};

/** Billed wholly by a use that no plan can tell, so no amount is guessed. */
export const billedByUse: ReadonlyMap<string, string> = new Map([
    ["aws:guardduty/detector:Detector", "by events analysed, about 1 to 5 percent of an account's bill"],
    ["aws:securityhub/account:Account", "by security checks, $0.0010 each"],
    ["aws:inspector2/enabler:Enabler", "by instances and images scanned"],
    ["aws:macie2/account:Account", "by buckets and bytes inspected"],
    [
        "aws:cloudtrail/trail:Trail",
        "the first copy of management events is free, data events are $0.10 per 100,000",
    ],
    ["aws:cfg/rule:Rule", "by evaluations, $0.001 each"],
    ["aws:cfg/conformancePack:ConformancePack", "by evaluations, $0.001 each"],
    ["aws:athena/workgroup:Workgroup", "$5 per TB that a query reads"],
    ["aws:backup/restoreTestingPlan:RestoreTestingPlan", "by restores, $1.50 each, and what is restored"],
    ["aws:lambda/function:Function", "by requests and duration"],
    ["aws:sns/topic:Topic", "by messages"],
    ["aws:sqs/queue:Queue", "by requests"],
    ["aws:dynamodb/table:Table", "by requests and storage"],
    ["aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "data between zones is $0.01 per GB each way"],
    ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "by bytes delivered"],
    ["aws:cloudfront/distribution:Distribution", "by requests and bytes"],
    ["aws:ec2/networkInsightsAnalysis:NetworkInsightsAnalysis", "$0.10 an analysis"],
    [
        "aws:ec2/networkInsightsAccessScopeAnalysis:NetworkInsightsAccessScopeAnalysis",
        "$0.002 an interface analysed",
    ],
]);
