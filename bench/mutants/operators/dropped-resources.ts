import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";
import { called, type Operator } from "../operator";
import type { Plan } from "../plan";

/** The type of what is dropped, the policies that must miss it, and how it is called. */
type Needed = readonly [type: string, policies: readonly string[], named?: RegExp];

/** Signs that the controls ask for; others are there besides. */
const suspicious = /console-sign-in|root-account-use|unauthorized-api-calls/;

const needed: readonly Needed[] = [
    ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", ["default-sg-closed"]],
    ["aws:ec2/flowLog:FlowLog", ["vpc-flow-logs"]],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", ["vpc-endpoints-required"], /prod-s3/],
    ...["ssm", "ssmmessages", "ec2messages", "kms", "logs"].map((service): Needed => [
        "aws:ec2/vpcEndpoint:VpcEndpoint",
        ["vpc-endpoints-required"],
        new RegExp(`^prod-endpoints-${service}$`),
    ]),
    [
        "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
        ["vpc-endpoints-required"],
        /app/,
    ],
    [
        "aws:ec2/routeTableAssociation:RouteTableAssociation",
        ["three-tier-subnets", "intent-equals-effect", "vpc-endpoints-required"],
    ],
    ["aws:ec2/route:Route", ["intent-equals-effect", "nat-in-public-subnet", "nat-per-az"]],
    ["aws:ec2/natGateway:NatGateway", ["nat-per-az", "eip-usage", "intent-equals-effect"]],
    ["aws:wafv2/webAclAssociation:WebAclAssociation", ["alb-waf"]],
    ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", ["waf-logging"]],
    ["aws:lb/listener:Listener", ["lb-https", "path-invariants", "intent-equals-effect"], /https/],
    ["aws:s3/bucketVersioning:BucketVersioning", ["s3-encryption"]],
    ["aws:s3/bucketPolicy:BucketPolicy", ["s3-encryption"]],
    ["aws:s3/bucketLogging:BucketLogging", ["s3-encryption", "cloudtrail-bucket"]],
    [
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        ["flow-log-retention"],
        /prod-flow-logs/,
    ],
    ["aws:ebs/encryptionByDefault:EncryptionByDefault", ["ebs-default-encryption"]],
    ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy", ["password-policy"]],
    ["aws:guardduty/detector:Detector", ["guardduty"]],
    ["aws:securityhub/account:Account", ["securityhub"]],
    ["aws:accessanalyzer/analyzer:Analyzer", ["access-analyzer"]],
    ["aws:cfg/recorder:Recorder", ["config-recorder"]],
    ["aws:cfg/recorderStatus:RecorderStatus", ["config-recorder"]],
    ["aws:cfg/deliveryChannel:DeliveryChannel", ["config-recorder"]],
    ...[
        "incoming-ssh-disabled",
        "default-security-group-closed",
        "vpc-flow-logs-enabled",
        "encrypted-volumes",
    ].map((name): Needed => ["aws:cfg/rule:Rule", ["config-rules-present"], new RegExp(name)]),
    ["aws:cloudtrail/trail:Trail", ["cloudtrail-present"]],
    ["aws:cloudwatch/logMetricFilter:LogMetricFilter", ["alarm-auth-failures"], suspicious],
    ["aws:cloudwatch/eventRule:EventRule", ["alarm-sg-changes"], /security-group-changes/],
    ["aws:cloudwatch/eventTarget:EventTarget", ["alarm-sg-changes"], /security-group-changes/],
    ...["network-acl", "route", "gateway", "vpc"].flatMap((what): readonly Needed[] => [
        [
            "aws:cloudwatch/eventRule:EventRule",
            ["alarm-network-changes"],
            new RegExp(`prod-changes-${what}-changes`),
        ],
        [
            "aws:cloudwatch/eventTarget:EventTarget",
            ["alarm-network-changes"],
            new RegExp(`prod-changes-${what}-changes`),
        ],
    ]),
    ["aws:cloudwatch/eventRule:EventRule", ["incident-response"], /threat-findings/],
    ["aws:cloudwatch/eventTarget:EventTarget", ["incident-response"], /threat-findings/],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", ["alarm-auth-failures"], suspicious],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", ["alarm-cpu"], /app-cpu/],
    ["aws:ssm/maintenanceWindowTask:MaintenanceWindowTask", ["patching"]],
    ["aws:ssm/document:Document", ["session-manager-logging"], /prod-sessions/],
    [
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        ["ssm-managed-role"],
        /AmazonSSMManagedInstanceCore/,
    ],
    ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", ["cw-agent"], /CloudWatchAgentServerPolicy/],
    ["aws:iam/instanceProfile:InstanceProfile", ["instance-profile"]],
    ["aws:backup/selection:Selection", ["backup-plan"]],
    ["aws:backup/plan:Plan", ["backup-plan"]],
    ["aws:backup/vaultLockConfiguration:VaultLockConfiguration", ["backup-plan"]],
    ["aws:backup/restoreTestingPlan:RestoreTestingPlan", ["backup-restore-test"]],
    ["aws:backup/restoreTestingSelection:RestoreTestingSelection", ["backup-restore-test"], /rds/],
    ["aws:rds/parameterGroup:ParameterGroup", ["rds-force-ssl"]],
    [
        "aws:ec2/networkAclAssociation:NetworkAclAssociation",
        ["nacl-all-ports", "nacl-attached", "intent-equals-effect"],
    ],
    ["aws:ec2/networkAcl:NetworkAcl", ["nacl-all-ports", "intent-equals-effect"]],
];

/** What is missed only when all of it is gone, for one stands in for another. */
const neededBetweenThem: readonly Needed[] = [
    ["aws:cloudwatch/metricAlarm:MetricAlarm", ["alarm-status-check"], /app-(status-check|in-service)/],
    ["aws:ssm/association:Association", ["cw-agent"], /app-agent/],
    ["aws:securityhub/standardsSubscription:StandardsSubscription", ["securityhub"], /./],
    [
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        ["flow-log-retention", "cloudtrail-bucket", "s3-block-public"],
        /./,
    ],
];

/** Each resource that the checklist demands, gone with what hangs on it. */
export const droppedResources: Operator = {
    name: "resource dropped",
    mutants: (plan) => [
        ...needed.flatMap(([type, expected, named = /./]) =>
            resourcesCalled(plan, type, named).map((resource) => ({
                change: `${called(resource)} dropped`,
                plan: plan.without(resource),
                expected,
            })),
        ),
        ...neededBetweenThem.map(([type, expected, named = /./]) => ({
            change: `every ${type.split(":")[1]} called ${named.source} dropped`,
            plan: plan.without(...resourcesCalled(plan, type, named)),
            expected,
        })),
    ],
};

const resourcesCalled = (plan: Plan, type: string, named: RegExp): readonly RecordedRegistration[] =>
    plan.ofType(type).filter(({ name }) => named.test(name));
