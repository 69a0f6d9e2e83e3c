import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const describe = "what a converter makes of `aws ec2 describe-*`";
const registry = "hashicorp/terraform-provider-aws website/docs/r";

examine("shapes of routes, lists and blocks", [
    {
        says: "A local route may be written out, and lists may say ports of all protocols",
        source: `${describe}: GatewayId "local"; ${registry}/route_table; network_acl_rule: from_port and to_port are ignored for protocol -1`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            more: ["ec2/VpcIpv4CidrBlockAssociation", { vpcId: "@vpc", cidrBlock: "100.64.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            a: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }],
            b: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "100.64.1.0/24" }],
            table: [
                "ec2/RouteTable",
                {
                    vpcId: "@vpc",
                    routes: [
                        { cidrBlock: "10.0.0.0/16", gatewayId: "local" },
                        { cidrBlock: "100.64.0.0/16", gatewayId: "local" },
                        { cidrBlock: "198.51.100.0/24", gatewayId: "@igw" },
                    ],
                },
            ],
            ofA: ["ec2/RouteTableAssociation", { subnetId: "@a", routeTableId: "@table" }],
            ofB: ["ec2/RouteTableAssociation", { subnetId: "@b", routeTableId: "@table" }],
            group: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            acl: ["ec2/NetworkAcl", { vpcId: "@vpc", subnetIds: ["@b"] }],
            in: [
                "ec2/NetworkAclRule",
                {
                    networkAclId: "@acl",
                    ruleNumber: 100,
                    protocol: "-1",
                    ruleAction: "allow",
                    cidrBlock: "10.0.0.0/24",
                    fromPort: 22,
                    toPort: 22,
                },
            ],
            out: [
                "ec2/NetworkAclRule",
                {
                    networkAclId: "@acl",
                    ruleNumber: "100",
                    protocol: "all",
                    egress: true,
                    ruleAction: "ALLOW",
                    cidrBlock: "10.0.0.0/24",
                },
            ],
            aHost: ["ec2/Instance", { subnetId: "@a", vpcSecurityGroupIds: ["@group"] }],
            bHost: ["ec2/Instance", { subnetId: "@b", vpcSecurityGroupIds: ["@group"] }],
        },
        expected: [
            "aHost > bHost tcp 443 = reachable",
            "bHost > aHost udp 53 = reachable",
            "198.51.100.200 > aHost tcp 443 = reachable",
            "8.8.8.8 > aHost tcp 443 = blocked",
            "aHost > 198.51.100.1 tcp 443 = reachable",
        ],
    },
    {
        says: "A group of a peer's account is named along with the account",
        source: `${registry}/security_group_rule, source_security_group_id; awsdocs/amazon-vpc-peering-guide doc_source/vpc-peering-security-groups.md: 123456789012/sg-1a2b3c4d`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            mine: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", egress: everything },
                { outputs: { id: "sg-0123456789abcdef0" } },
            ],
            server: ["ec2/SecurityGroup", { vpcId: "@vpc" }],
            byAccount: [
                "ec2/SecurityGroupRule",
                {
                    type: "ingress",
                    securityGroupId: "@server",
                    protocol: "tcp",
                    fromPort: 22,
                    toPort: 22,
                    sourceSecurityGroupId: "123456789012/sg-0123456789abcdef0",
                },
            ],
            foreign: [
                "vpc/SecurityGroupIngressRule",
                {
                    securityGroupId: "@server",
                    ipProtocol: "tcp",
                    fromPort: 80,
                    toPort: 80,
                    referencedSecurityGroupId: "210987654321/sg-0fedcba9876543210",
                },
            ],
            client: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@mine"] }],
            host: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@server"] }],
        },
        expected: ["client > host tcp 22 = reachable (planned: blocked)", "client > host tcp 80 = blocked"],
    },
    {
        says: "Tasks and groups register with target groups by themselves",
        source: `${registry}/ecs_service, load_balancer; autoscaling_group, target_group_arns; autoscaling_attachment`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            a: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" }],
            b: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", availabilityZone: "us-east-1b" }],
            inner: [
                "ec2/Subnet",
                { vpcId: "@vpc", cidrBlock: "10.0.9.0/24", availabilityZone: "us-east-1a" },
            ],
            table: [
                "ec2/RouteTable",
                { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] },
            ],
            ofA: ["ec2/RouteTableAssociation", { subnetId: "@a", routeTableId: "@table" }],
            ofB: ["ec2/RouteTableAssociation", { subnetId: "@b", routeTableId: "@table" }],
            front: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(443, "0.0.0.0/0")], egress: everything },
            ],
            back: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: [tcp(8080, "@front")] }],
            alb: [
                "lb/LoadBalancer",
                { subnetMappings: [{ subnetId: "@a" }, { subnetId: "@b" }], securityGroups: ["@front"] },
            ],
            tasks: ["lb/TargetGroup", { port: 8080, protocol: "HTTP", vpcId: "@vpc", targetType: "ip" }],
            hosts: ["lb/TargetGroup", { port: 8080, protocol: "HTTP", vpcId: "@vpc" }],
            listener: [
                "lb/Listener",
                {
                    loadBalancerArn: "@alb.arn",
                    port: 443,
                    protocol: "HTTPS",
                    defaultActions: [
                        {
                            type: "forward",
                            forward: {
                                targetGroups: [
                                    { arn: "@tasks.arn", weight: 1 },
                                    { arn: "@hosts.arn", weight: 1 },
                                ],
                            },
                        },
                    ],
                },
            ],
            service: [
                "ecs/Service",
                {
                    networkConfiguration: { subnets: ["@inner"], securityGroups: ["@back"] },
                    loadBalancers: [
                        { targetGroupArn: "@tasks.arn", containerName: "app", containerPort: 8080 },
                    ],
                },
            ],
            template: ["ec2/LaunchTemplate", { vpcSecurityGroupIds: ["@back"] }],
            asg: [
                "autoscaling/Group",
                {
                    vpcZoneIdentifiers: ["@inner"],
                    launchTemplate: { id: "@template" },
                    targetGroupArns: ["@hosts.arn"],
                },
            ],
            other: [
                "autoscaling/Group",
                { vpcZoneIdentifiers: ["@inner"], launchTemplate: { id: "@template" } },
            ],
            joined: [
                "autoscaling/Attachment",
                { autoscalingGroupName: "@other.name", lbTargetGroupArn: "@hosts.arn" },
            ],
            loose: [
                "autoscaling/Group",
                { vpcZoneIdentifiers: ["@inner"], launchTemplate: { id: "@template" } },
            ],
        },
        expected: [
            "internet > service tcp 443 via alb = reachable",
            "internet > asg tcp 443 via alb = reachable",
            "internet > other tcp 443 via alb = reachable",
            "internet > loose tcp 443 via alb = blocked",
            "internet > service tcp 8080 = blocked",
            "alb > service tcp 8080 = reachable",
            "loose > service tcp 8080 = blocked",
        ],
    },
    {
        says: "An internet-facing balancer of both families takes IPv6 in public subnets that have it",
        source: "Elastic Load Balancing guides: IP address types for your Application Load Balancer",
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16", ipv6CidrBlock: "2600:1f18:1::/56" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            a: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2600:1f18:1::/64" }],
            table: [
                "ec2/RouteTable",
                {
                    vpcId: "@vpc",
                    routes: [
                        { cidrBlock: "0.0.0.0/0", gatewayId: "@igw" },
                        { ipv6CidrBlock: "::/0", gatewayId: "@igw" },
                    ],
                },
            ],
            ofA: ["ec2/RouteTableAssociation", { subnetId: "@a", routeTableId: "@table" }],
            front: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            both: [
                "lb/LoadBalancer",
                { subnets: ["@a"], securityGroups: ["@front"], ipAddressType: "dualstack" },
            ],
            one: ["lb/LoadBalancer", { subnets: ["@a"], securityGroups: ["@front"] }],
            group: ["lb/TargetGroup", { port: 80, protocol: "HTTP", vpcId: "@vpc" }],
            bothListener: [
                "lb/Listener",
                {
                    loadBalancerArn: "@both.arn",
                    port: 80,
                    protocol: "HTTP",
                    defaultActions: [
                        { type: "fixed-response", fixedResponse: { contentType: "text/plain" } },
                    ],
                },
            ],
            oneListener: [
                "lb/Listener",
                {
                    loadBalancerArn: "@one.arn",
                    port: 80,
                    protocol: "HTTP",
                    defaultActions: [{ type: "forward", targetGroupArn: "@group.arn" }],
                },
            ],
        },
        expected: [
            "internet6 > both.ipv6 tcp 80 = reachable",
            "internet6 > both tcp 80 = reachable",
            "internet > both tcp 80 = reachable",
            "internet6 > one.ipv6 tcp 80 = blocked",
            "internet > one tcp 80 = reachable",
        ],
    },
    {
        says: "Block public access shuts gateways, but for what it excludes",
        source: "awsdocs VPC user guide, Block public access to VPCs and subnets: modes and exclusions",
        resources: {
            bpa: ["ec2/VpcBlockPublicAccessOptions", { internetGatewayBlockMode: "block-ingress" }],
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            a: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }],
            b: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: true }],
            c: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.2.0/24" }],
            main: ["ec2/DefaultRouteTable", { defaultRouteTableId: "@vpc.defaultRouteTableId" }],
            out: [
                "ec2/Route",
                { routeTableId: "@main", destinationCidrBlock: "0.0.0.0/0", gatewayId: "@igw" },
            ],
            eip: ["ec2/Eip", { domain: "vpc" }],
            nat: ["ec2/NatGateway", { subnetId: "@a", allocationId: "@eip.allocationId" }],
            natTable: [
                "ec2/RouteTable",
                { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: "@nat" }] },
            ],
            ofC: ["ec2/RouteTableAssociation", { subnetId: "@c", routeTableId: "@natTable" }],
            excluded: [
                "ec2/VpcBlockPublicAccessExclusion",
                { subnetId: "@b", internetGatewayExclusionMode: "allow-bidirectional" },
            ],
            group: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            aHost: ["ec2/Instance", { subnetId: "@a", vpcSecurityGroupIds: ["@group"] }],
            bHost: ["ec2/Instance", { subnetId: "@b", vpcSecurityGroupIds: ["@group"] }],
            cHost: ["ec2/Instance", { subnetId: "@c", vpcSecurityGroupIds: ["@group"] }],
        },
        expected: [
            "internet > aHost tcp 443 = blocked",
            "internet > bHost tcp 443 = reachable",
            "cHost > internet tcp 443 = reachable",
            "bHost > internet tcp 443 = reachable",
            "aHost > bHost tcp 22 = reachable",
        ],
    },
]);
