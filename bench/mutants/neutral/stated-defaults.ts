import { called, neutral, type Operator } from "../operator";
import { type Inputs } from "../plan";

/** Defaults of the provider, written down. */
const defaults: readonly (readonly [string, Inputs])[] = [
    ["aws:ec2/vpc:Vpc", { instanceTenancy: "default" }],
    ["aws:ec2/subnet:Subnet", { assignIpv6AddressOnCreation: false, enableDns64: false }],
    ["aws:ec2/natGateway:NatGateway", { connectivityType: undefined }],
    ["aws:ec2/securityGroup:SecurityGroup", { revokeRulesOnDelete: false }],
    ["aws:lb/loadBalancer:LoadBalancer", { enableCrossZoneLoadBalancing: true, preserveHostHeader: false }],
    ["aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: undefined }],
    ["aws:lb/loadBalancer:LoadBalancer", { internal: undefined, desyncMitigationMode: undefined }],
    ["aws:lb/targetGroup:TargetGroup", { slowStart: 0, "healthCheck.enabled": undefined }],
    [
        "aws:rds/instance:Instance",
        { publiclyAccessible: undefined, port: undefined, autoMinorVersionUpgrade: undefined },
    ],
    ["aws:cloudtrail/trail:Trail", { enableLogging: undefined, includeGlobalServiceEvents: undefined }],
    ["aws:cloudtrail/trail:Trail", { eventSelectors: undefined }],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", { actionsEnabled: undefined }],
    ["aws:cloudwatch/eventRule:EventRule", { state: "ENABLED" }],
    ["aws:guardduty/detector:Detector", { enable: undefined }],
    [
        "aws:kms/key:Key",
        { isEnabled: true, bypassPolicyLockoutSafetyCheck: false, deletionWindowInDays: undefined },
    ],
    ["aws:ssm/maintenanceWindow:MaintenanceWindow", { enabled: true }],
    ["aws:ec2/launchTemplate:LaunchTemplate", { "networkInterfaces.0.associatePublicIpAddress": undefined }],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", { ipAddressType: "ipv4" }],
];

export const statedDefaults: Operator = {
    name: "defaults of the provider stated or left out",
    mutants: (plan) =>
        defaults.flatMap(([type, inputs]) =>
            plan.ofType(type).map((one) =>
                neutral(
                    `${called(one)}: ${Object.entries(inputs)
                        .map(([path, value]) => `${path} = ${String(value ?? "default")}`)
                        .join(", ")}`,
                    plan.with(one, inputs),
                ),
            ),
        ),
};
