import { ref, resource, type SpecimenResource, type SpecimenValue } from "./specimen";

type Inputs = SpecimenResource["inputs"];

export const topic = resource("aws:sns/topic:Topic", "alerts");

/** An alarm that tells the topic, unless it says otherwise. */
export const alarm = (name: string, inputs: Inputs): SpecimenResource =>
    resource("aws:cloudwatch/metricAlarm:MetricAlarm", name, {
        comparisonOperator: "GreaterThanThreshold",
        evaluationPeriods: 2,
        threshold: 0,
        alarmActions: [ref("alerts", "arn")],
        ...inputs,
    });

/** A trail of everything, with the log group, role and key it needs. */
export const trail = (inputs: Inputs = {}): readonly SpecimenResource[] => [
    resource("aws:cloudwatch/logGroup:LogGroup", "events", { name: "/trail", retentionInDays: 365 }),
    resource("aws:cloudtrail/trail:Trail", "trail", {
        s3BucketName: ref("records", "bucket"),
        isMultiRegionTrail: true,
        enableLogFileValidation: true,
        kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
        cloudWatchLogsGroupArn: ref("events", "arn"),
        cloudWatchLogsRoleArn: "arn:aws:iam::111122223333:role/delivery",
        ...inputs,
    }),
    resource("aws:s3/bucket:Bucket", "records", { bucket: "records-of-the-trail" }),
];

/** A filter on the trail that ends in an alarm. */
export const counted = (
    name: string,
    pattern: SpecimenValue,
    filter: Inputs = {},
    alarmInputs: Inputs = {},
): readonly SpecimenResource[] => [
    resource("aws:cloudwatch/logMetricFilter:LogMetricFilter", `${name}-filter`, {
        logGroupName: ref("events", "name"),
        pattern,
        metricTransformation: { name, namespace: "Trail", value: "1" },
        ...filter,
    }),
    alarm(`${name}-alarm`, { metricName: name, namespace: "Trail", ...alarmInputs }),
];

/** An event rule that ends in the topic. */
export const told = (
    name: string,
    eventPattern: SpecimenValue,
    inputs: Inputs = {},
): readonly SpecimenResource[] => [
    resource("aws:cloudwatch/eventRule:EventRule", name, { eventPattern, ...inputs }),
    resource("aws:cloudwatch/eventTarget:EventTarget", `${name}-target`, {
        rule: ref(name, "name"),
        arn: ref("alerts", "arn"),
    }),
];

/** The filter pattern that CIS words for API calls. */
export const calls = (...names: readonly string[]): string =>
    `{ ${names.map((name) => `($.eventName = ${name})`).join(" || ")} }`;

/** The event pattern for API calls of EC2. */
export const ec2Calls = (...names: readonly SpecimenValue[]): string =>
    JSON.stringify({
        source: ["aws.ec2"],
        "detail-type": ["AWS API Call via CloudTrail"],
        detail: { eventSource: ["ec2.amazonaws.com"], eventName: names },
    });
