import { absent, decisive, type DecisiveProperty } from "./decisive-property";

const endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
const interfaceEndpoint = /^prod-endpoints-/;
/** Those that the configuration requires: others are there for convenience. */
const requiredEndpoint = /^prod-endpoints-(ssm|ssmmessages|ec2messages|kms|logs)$/;

export const networkProperties: readonly DecisiveProperty[] = [
    ...decisive("subnet-auto-public-ip", "aws:ec2/subnet:Subnet", { mapPublicIpOnLaunch: [true] }),
    ...decisive("vpc-dns", "aws:ec2/vpc:Vpc", {
        enableDnsHostnames: [false, absent],
        enableDnsSupport: [false],
    }),
    ...decisive("vpc-cidr-plan", "aws:ec2/vpc:Vpc", { cidrBlock: ["11.0.0.0/16"] }),
    ...decisive("vpc-cidr-plan", "aws:ec2/subnet:Subnet", { cidrBlock: ["10.0.0.0/21", "10.1.1.0/24"] }),
    ...decisive("vpc-flow-logs", "aws:ec2/flowLog:FlowLog", { trafficType: ["ACCEPT"] }),
    ...decisive(["vpc-flow-logs", "flow-log-retention"], "aws:ec2/flowLog:FlowLog", {
        logDestination: [absent],
    }),
    ...decisive(
        "flow-log-retention",
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        { "rules.0.expiration.days": [30] },
        /prod-flow-logs/,
    ),
    ...decisive("vpc-endpoint-policy", endpoint, { policy: [absent] }),
    ...decisive(
        ["vpc-endpoint-sg", "sg-per-tier"],
        endpoint,
        { securityGroupIds: [absent, []] },
        interfaceEndpoint,
    ),
    ...decisive("vpc-endpoints-required", endpoint, { privateDnsEnabled: [false, absent] }, requiredEndpoint),
    ...decisive(
        ["nat-in-public-subnet", "private-route-via-nat", "nat-per-az", "intent-equals-effect"],
        "aws:ec2/natGateway:NatGateway",
        { connectivityType: ["private"], allocationId: [absent] },
    ),
    ...decisive("sg-description", "aws:ec2/securityGroup:SecurityGroup", {
        description: ["Managed by Pulumi", absent],
    }),
    ...decisive("sg-naming", "aws:ec2/securityGroup:SecurityGroup", { name: ["launch-wizard-1"] }),
    ...["Ingress", "Egress"].flatMap((direction) =>
        decisive(
            "sg-rule-description",
            `aws:vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`,
            { description: ["", absent] },
        ),
    ),
    ...decisive("alb-waf", "aws:wafv2/webAcl:WebAcl", { rules: [[], absent] }),
];
