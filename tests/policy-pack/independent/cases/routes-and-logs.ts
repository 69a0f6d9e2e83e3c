import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource } from "../../support/specimen";

type Inputs = SpecimenResource["inputs"];

const vpc = aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16" }, "network");
const gateway = aws("ec2:InternetGateway")({ vpcId: ref("network") }, "gateway");
const host = aws("ec2:Instance")({ ami: "ami-1", instanceType: "t2.micro", subnetId: "subnet-1" }, "host");
const route = (inputs: Inputs) => aws("ec2:Route")({ routeTableId: "rtb-4fbb3ac4", ...inputs });
const table = (entry: Inputs) => aws("ec2:RouteTable")({ vpcId: ref("network"), routes: [entry] });
const peer = { vpcPeeringConnectionId: "pcx-45ff3dc1" };
const own = { vpcId: ref("network") };
const everything = { destinationCidrBlock: "0.0.0.0/0" };

const eip = aws("ec2:Eip")({ domain: "vpc" }, "address", { allocationId: "eipalloc-1" });
const allocation = { allocationId: ref("address", "allocationId") };

const log = (inputs: Inputs = {}) =>
    aws("ec2:FlowLog")({
        iamRoleArn: "arn:aws:iam::111122223333:role/log",
        logDestination: "arn:aws:logs:us-east-1:111122223333:log-group:log",
        trafficType: "ALL",
        vpcId: ref("network"),
        ...inputs,
    });

const defaultGroup = (inputs: Inputs = {}) => aws("ec2:DefaultSecurityGroup")({ ...own, ...inputs });
const open = { protocol: "-1", fromPort: 0, toPort: 0 };

/** A subnet that follows a table of its own with this route; only so is the route anybody's. */
const followed = (inputs: Inputs): readonly SpecimenResource[] => [
    vpc,
    gateway,
    aws("ec2:Subnet")({ ...own, cidrBlock: "10.0.1.0/24", tags: { Tier: "app" } }, "app-subnet"),
    aws("ec2:RouteTable")(own, "table"),
    aws("ec2:RouteTableAssociation")({ subnetId: ref("app-subnet"), routeTableId: ref("table") }, "followed"),
    aws("ec2:Route")({ routeTableId: ref("table"), ...inputs }),
];

export const routesAndLogs: readonly Fixture[] = [
    from("checkov", "CKV2_AWS_44", {
        pass: {
            "a part of a peer": [route({ ...peer, destinationCidrBlock: "10.0.0.0/22" })],
            "an IPv6 subnet of a peer": [route({ ...peer, destinationIpv6CidrBlock: "2002:0:0:1234::/64" })],
            "an inline part of a peer": [vpc, table({ ...peer, cidrBlock: "10.0.0.0/22" })],
            "everything by a gateway": [
                vpc,
                gateway,
                table({ ipv6CidrBlock: "::/0", gatewayId: ref("gateway") }),
            ],
        },
        fail: {
            everything: [route({ ...peer, ...everything })],
            "all IPv6": [route({ ...peer, destinationIpv6CidrBlock: "::/0" })],
            "everything, inline": [vpc, table({ ...peer, cidrBlock: "0.0.0.0/0" })],
            "all IPv6, inline": [vpc, table({ ...peer, ipv6CidrBlock: "::/0" })],
        },
        disputed: {
            "a part of a peer, with host bits": {
                theirs: "pass",
                because: "the provider refuses such a block, and nobody knows which one is meant",
                resources: [route({ ...peer, destinationCidrBlock: "10.0.1.0/22" })],
            },
        },
    }),
    from("checkov", "CKV2_AWS_35", {
        pass: {
            "a part by a host": followed({
                destinationCidrBlock: "10.9.0.0/24",
                networkInterfaceId: "eni-1",
            }),
            "everything by NAT": followed({ ...everything, natGatewayId: "nat-12345" }),
        },
        fail: {
            "everything by a host": followed({ ...everything, networkInterfaceId: "eni-1" }),
            "everything by a host, for whoever follows the table": [
                vpc,
                route({ ...everything, networkInterfaceId: "eni-1" }),
            ],
            "everything by a host, inline": [
                vpc,
                table({ cidrBlock: "0.0.0.0/0", networkInterfaceId: "eni-1" }),
            ],
            "everything by the internet gateway": followed({ ...everything, gatewayId: ref("gateway") }),
        },
    }),
    from("cdk-nag", "VPCNoUnrestrictedRouteToIGW", {
        pass: {
            "everything by NAT": followed({ ...everything, natGatewayId: "nat-12345" }),
            "one host by the gateway": [
                vpc,
                gateway,
                route({ destinationCidrBlock: "42.42.42.42/32", gatewayId: ref("gateway") }),
            ],
        },
        fail: {
            "everything by the gateway": followed({ ...everything, gatewayId: ref("gateway") }),
            "all IPv6 by the gateway": followed({
                destinationIpv6CidrBlock: "::/0",
                gatewayId: ref("gateway"),
            }),
        },
        disputed: {
            "everything by the gateway, in a table that no private subnet follows": {
                theirs: "fail",
                because: "such a route is what makes a subnet public, and balancers and NAT need one",
                resources: [vpc, gateway, route({ ...everything, gatewayId: ref("gateway") })],
            },
        },
    }),
    from("checkov", "CKV2_AWS_19", {
        pass: {
            "an address of a NAT gateway": [
                eip,
                aws("ec2:NatGateway")({ subnetId: "subnet-1", ...allocation }),
            ],
            "an address of a network balancer": [
                eip,
                aws("lb:LoadBalancer")({
                    loadBalancerType: "network",
                    subnetMappings: [{ subnetId: "subnet-1", ...allocation }],
                }),
            ],
        },
        fail: { "an address of nobody": [eip] },
        disputed: {
            "an address of a host": {
                theirs: "pass",
                because: "the checklist gives public addresses to NAT, balancers and bastions only",
                resources: [host, aws("ec2:Eip")({ domain: "vpc", instance: ref("host") })],
            },
        },
    }),
    from("checkov", "CKV2_AWS_11", {
        pass: { "a VPC with a flow log": [vpc, log()] },
        fail: {
            "a VPC without": [vpc],
            "a flow log of another VPC": [vpc, log({ vpcId: "vpc-elsewhere" })],
        },
    }),
    from("cdk-nag", "VPCFlowLogsEnabled", {
        pass: { "a VPC with a flow log": [vpc, log()] },
        fail: {
            "a VPC without": [vpc],
            "a flow log of what is accepted": [vpc, log({ trafficType: "ACCEPT" })],
        },
    }),
    from("trivy", "AWS-0178", { pass: { "a VPC with one": [vpc, log()] }, fail: { "a VPC without": [vpc] } }),
    from("checkov", "CKV2_AWS_12", {
        pass: {
            "a default group without rules": [vpc, defaultGroup()],
            "a default group of another stack's VPC": [defaultGroup({ vpcId: "vpc-12345" })],
            "a default group with empty lists": [vpc, defaultGroup({ ingress: [], egress: [] })],
        },
        fail: {
            "a default group that nobody adopts": [vpc],
            "a default group with AWS's rules": [
                vpc,
                defaultGroup({
                    ingress: [{ ...open, self: true }],
                    egress: [{ ...open, cidrBlocks: ["0.0.0.0/0"] }],
                }),
            ],
            "a default group of another stack's VPC": [
                defaultGroup({ vpcId: "vpc-12345", ingress: [{ ...open, self: true }] }),
            ],
            "a default group of no VPC": [
                defaultGroup({ vpcId: undefined, egress: [{ ...open, cidrBlocks: ["0.0.0.0/0"] }] }),
            ],
            "a default group with a rule of its own": [
                vpc,
                defaultGroup(),
                aws("vpc:SecurityGroupIngressRule")(
                    {
                        securityGroupId: ref("subject"),
                        cidrIpv4: "10.0.0.0/8",
                        fromPort: 80,
                        ipProtocol: "tcp",
                        toPort: 8080,
                    },
                    "rule",
                ),
            ],
            "a default group with an older rule": [
                vpc,
                defaultGroup(),
                aws("ec2:SecurityGroupRule")(
                    { securityGroupId: ref("subject"), type: "egress", ...open, cidrBlocks: ["0.0.0.0/0"] },
                    "rule",
                ),
            ],
        },
    }),
    from("cdk-nag", "VPCDefaultSecurityGroupClosed", {
        pass: { "no VPC": [] },
        fail: { "a VPC whose default group nobody adopts": [vpc] },
    }),
    from("trivy", "AWS-0173", {
        pass: { "a default group without rules": [vpc, defaultGroup()] },
        fail: { "a default group with a rule": [vpc, defaultGroup({ ingress: [{ ...open, self: true }] })] },
    }),
    from("checkov", "CKV_AWS_331", {
        pass: {
            "nothing said": [aws("ec2transitgateway:TransitGateway")({ description: "pike" })],
            disable: [aws("ec2transitgateway:TransitGateway")({ autoAcceptSharedAttachments: "disable" })],
        },
        fail: {
            enable: [aws("ec2transitgateway:TransitGateway")({ autoAcceptSharedAttachments: "enable" })],
        },
    }),
    from("checkov", "CKV_AWS_123", {
        pass: { "a service that asks": [aws("ec2:VpcEndpointService")({ acceptanceRequired: true })] },
        fail: { "a service that does not": [aws("ec2:VpcEndpointService")({ acceptanceRequired: false })] },
    }),
];
