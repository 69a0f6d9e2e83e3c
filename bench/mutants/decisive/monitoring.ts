import { absent, decisive, type DecisiveProperty } from "./decisive-property";

const trail = "aws:cloudtrail/trail:Trail";
const group = "aws:cloudwatch/logGroup:LogGroup";
const eventRule = "aws:cloudwatch/eventRule:EventRule";

export const monitoringProperties: readonly DecisiveProperty[] = [
    ...decisive("cloudtrail-present", trail, {
        enableLogging: [false],
        isMultiRegionTrail: [false, absent],
        includeGlobalServiceEvents: [false],
        "eventSelectors.0.readWriteType": ["WriteOnly", "ReadOnly"],
        "eventSelectors.0.includeManagementEvents": [false],
    }),
    ...decisive("cloudtrail-validation", trail, { enableLogFileValidation: [false, absent] }),
    ...decisive("cloudtrail-kms", trail, { kmsKeyId: [absent] }),
    ...decisive("cloudtrail-cloudwatch", trail, { cloudWatchLogsGroupArn: [absent] }),
    ...decisive("log-group-retention", group, { retentionInDays: [1, 30] }),
    ...decisive("log-group-kms", group, { kmsKeyId: [absent] }),
    ...decisive("alarm-actions", "aws:cloudwatch/metricAlarm:MetricAlarm", {
        alarmActions: [[], absent],
        actionsEnabled: [false],
    }),
    ...decisive(
        ["alarm-cpu"],
        "aws:cloudwatch/metricAlarm:MetricAlarm",
        { metricName: ["NetworkIn"] },
        /app-cpu/,
    ),
    ...decisive("alarm-sg-changes", eventRule, { state: ["DISABLED"] }, /security-group-changes/),
    ...["network-acl", "route", "gateway", "vpc"].flatMap((what) =>
        decisive(
            "alarm-network-changes",
            eventRule,
            { state: ["DISABLED"] },
            new RegExp(`prod-changes-${what}-changes`),
        ),
    ),
    ...decisive("incident-response", eventRule, { state: ["DISABLED"] }, /threat-findings/),
    ...decisive("guardduty", "aws:guardduty/detector:Detector", { enable: [false] }),
    ...decisive(
        "guardduty",
        "aws:guardduty/detectorFeature:DetectorFeature",
        { status: ["DISABLED"] },
        // Those that the configuration requires.
        /ebs-malware-protection|runtime-monitoring/,
    ),
];
