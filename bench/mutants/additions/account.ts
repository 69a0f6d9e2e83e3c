import type { Addition } from "./addition";

export const accountAdditions: readonly Addition[] = [
    {
        change: "an access key",
        type: "aws:iam/accessKey:AccessKey",
        inputs: () => ({ user: "deploy" }),
        expected: ["no-iam-access-keys"],
    },
    {
        change: "a policy on a user",
        type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        inputs: () => ({ user: "deploy", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
        expected: ["iam-user-policies"],
    },
    {
        change: "an administrator",
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        inputs: () => ({ role: "deploy", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
        expected: ["iam-no-admin"],
    },
    {
        change: "a group of administrators",
        type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        inputs: () => ({ group: "admins", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
        expected: ["iam-no-admin"],
    },
    {
        change: "a CloudFormation stack",
        type: "aws:cloudformation/stack:Stack",
        inputs: () => ({ templateBody: "{}" }),
        expected: ["policy-bypass"],
    },
    {
        change: "a group by the other AWS package",
        type: "aws-native:ec2:SecurityGroup",
        inputs: () => ({
            groupDescription: "open",
            securityGroupIngress: [{ ipProtocol: "-1", cidrIp: "0.0.0.0/0" }],
        }),
        expected: ["policy-bypass"],
    },
    {
        change: "an alarm that tells nobody",
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
        inputs: () => ({
            comparisonOperator: "GreaterThanThreshold",
            evaluationPeriods: 1,
            metricName: "CPUUtilization",
            namespace: "AWS/EC2",
            threshold: 80,
        }),
        expected: ["alarm-actions"],
    },
    {
        change: "a log group kept a day, in the clear",
        type: "aws:cloudwatch/logGroup:LogGroup",
        inputs: () => ({ retentionInDays: 1 }),
        expected: ["log-group-retention"],
    },
    {
        change: "a public document",
        type: "aws:ssm/document:Document",
        inputs: () => ({
            documentType: "Command",
            content: "{}",
            permissions: { type: "Share", accountIds: "all" },
        }),
        expected: ["ssm-docs-private"],
    },
];
