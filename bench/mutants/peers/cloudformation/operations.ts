import type { Conversions } from "./conversion";

export const operationsConversions: Conversions = {
    "aws:cloudtrail/trail:Trail": {
        type: "AWS::CloudTrail::Trail",
        properties: (trail) => ({
            ...trail.same(
                "isMultiRegionTrail",
                "includeGlobalServiceEvents",
                "s3BucketName",
                "enableLogFileValidation",
            ),
            ...trail.named({
                CloudWatchLogsLogGroupArn: "cloudWatchLogsGroupArn",
                CloudWatchLogsRoleArn: "cloudWatchLogsRoleArn",
                KMSKeyId: "kmsKeyId",
            }),
            IsLogging: trail.get("enableLogging") ?? true,
            EventSelectors: trail.blocks("eventSelectors"),
        }),
    },
    "aws:cloudwatch/logGroup:LogGroup": {
        type: "AWS::Logs::LogGroup",
        properties: (group) => group.named({ RetentionInDays: "retentionInDays", KmsKeyId: "kmsKeyId" }),
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": {
        type: "AWS::CloudWatch::Alarm",
        properties: (alarm) =>
            alarm.same(
                ...[
                    "alarmActions",
                    "actionsEnabled",
                    "comparisonOperator",
                    "evaluationPeriods",
                    "metricName",
                ],
                ...["namespace", "period", "statistic", "threshold"],
            ),
    },
    "aws:cloudwatch/eventRule:EventRule": {
        type: "AWS::Events::Rule",
        properties: (rule) => ({ ...rule.same("state"), EventPattern: rule.document("eventPattern") }),
    },
    "aws:guardduty/detector:Detector": {
        type: "AWS::GuardDuty::Detector",
        properties: (detector) => ({ Enable: detector.get("enable") ?? true }),
    },
    "aws:iam/role:Role": {
        type: "AWS::IAM::Role",
        properties: (role) => ({ AssumeRolePolicyDocument: role.document("assumeRolePolicy") }),
    },
    "aws:iam/rolePolicy:RolePolicy": {
        type: "AWS::IAM::Policy",
        properties: (policy) => ({
            PolicyName: "inline",
            Roles: [policy.get("role")],
            PolicyDocument: policy.document("policy"),
        }),
    },
    "aws:iam/policy:Policy": {
        type: "AWS::IAM::ManagedPolicy",
        properties: (policy) => ({ PolicyDocument: policy.document("policy") }),
    },
    "aws:iam/instanceProfile:InstanceProfile": {
        type: "AWS::IAM::InstanceProfile",
        properties: (profile) => ({ Roles: [profile.get("role")] }),
    },
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": {
        type: "AWS::IAM::User",
        properties: (attachment) => ({ ManagedPolicyArns: [attachment.get("policyArn")] }),
    },
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": {
        type: "AWS::IAM::Group",
        properties: (attachment) => ({ ManagedPolicyArns: [attachment.get("policyArn")] }),
    },
};
