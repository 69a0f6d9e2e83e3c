/**
 * Actions that may be allowed on every resource: those that only list and describe, and those for
 * which AWS knows no narrower resource. Source: Service Authorization Reference.
 */
export const unscopedActions: readonly string[] = [
    "*:Describe*",
    "*:List*",
    "autoscaling:CompleteLifecycleAction",
    "cloudwatch:GetMetricData",
    "cloudwatch:GetMetricStatistics",
    "cloudwatch:PutMetricData",
    "ec2messages:AcknowledgeMessage",
    "ec2messages:DeleteMessage",
    "ec2messages:FailMessage",
    "ec2messages:GetEndpoint",
    "ec2messages:GetMessages",
    "ec2messages:SendReply",
    "ecr:GetAuthorizationToken",
    "logs:GetQueryResults",
    "logs:StopQuery",
    "ssm:GetConnectionStatus",
    "ssm:GetDeployablePatchSnapshotForInstance",
    "ssm:GetInventory",
    "ssm:PutInventory",
    "ssm:UpdateInstanceInformation",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
    "sts:GetCallerIdentity",
    "tag:GetResources",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
];
