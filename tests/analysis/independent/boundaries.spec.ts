import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const open = (vpcId: string): Resources[string] => [
    "ec2/SecurityGroup",
    { vpcId, ingress: everything, egress: everything },
];

examine("what is managed elsewhere", [
    {
        says: "Subnets, groups and tables that are named by literal ids are unknown, never blocked",
        source: "issue 5, three verdicts; Batfish treats what is not in its snapshot as absent, which a plan must not",
        resources: {
            own: open("vpc-0aaaabbbbccccdddd"),
            closed: [
                "ec2/SecurityGroup",
                { vpcId: "vpc-0aaaabbbbccccdddd", ingress: [tcp(443, "10.0.0.0/8")], egress: everything },
            ],
            inTheirs: [
                "ec2/Instance",
                { subnetId: "subnet-0aaaabbbbccccdddd", vpcSecurityGroupIds: ["@own"] },
            ],
            shut: [
                "ec2/Instance",
                { subnetId: "subnet-0aaaabbbbccccdddd", vpcSecurityGroupIds: ["@closed"] },
            ],
            withTheirs: [
                "ec2/Instance",
                { subnetId: "subnet-0aaaabbbbccccdddd", vpcSecurityGroupIds: ["sg-0aaaabbbbccccdddd"] },
            ],
            elsewhere: [
                "ec2/Instance",
                { subnetId: "subnet-0eeeeffff00001111", vpcSecurityGroupIds: ["@own"] },
            ],
        },
        expected: [
            "internet > inTheirs tcp 443 = unknown",
            "internet > withTheirs tcp 443 = unknown",
            "inTheirs > internet tcp 443 = unknown",
            // Its group admits nobody from outside, wherever it is.
            "8.8.8.8 > shut tcp 443 = blocked",
            "8.8.8.8 > shut tcp 22 = blocked",
            "inTheirs > elsewhere tcp 443 = unknown",
            "inTheirs > shut tcp 443 = unknown",
            "inTheirs > shut tcp 22 = blocked",
            "ip:10.1.2.3 > inTheirs tcp 22 = unknown",
        ],
    },
    {
        says: "A stack that adds subnets to another's VPC sees their own tables and not the main one",
        source: "cloudposse/terraform-aws-dynamic-subnets: vpc_id and igw_id are inputs",
        resources: {
            mine: [
                "ec2/Subnet",
                { vpcId: "vpc-0aaaabbbbccccdddd", cidrBlock: "10.0.5.0/24", mapPublicIpOnLaunch: true },
            ],
            tabled: [
                "ec2/Subnet",
                { vpcId: "vpc-0aaaabbbbccccdddd", cidrBlock: "10.0.6.0/24", mapPublicIpOnLaunch: true },
            ],
            table: [
                "ec2/RouteTable",
                {
                    vpcId: "vpc-0aaaabbbbccccdddd",
                    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-0aaaabbbbccccdddd" }],
                },
            ],
            ofTabled: ["ec2/RouteTableAssociation", { subnetId: "@tabled", routeTableId: "@table" }],
            islandTable: ["ec2/RouteTable", { vpcId: "vpc-0aaaabbbbccccdddd", routes: [] }],
            island: [
                "ec2/Subnet",
                { vpcId: "vpc-0aaaabbbbccccdddd", cidrBlock: "10.0.7.0/24", mapPublicIpOnLaunch: true },
            ],
            ofIsland: ["ec2/RouteTableAssociation", { subnetId: "@island", routeTableId: "@islandTable" }],
            own: open("vpc-0aaaabbbbccccdddd"),
            a: ["ec2/Instance", { subnetId: "@mine", vpcSecurityGroupIds: ["@own"] }],
            b: ["ec2/Instance", { subnetId: "@tabled", vpcSecurityGroupIds: ["@own"] }],
            c: ["ec2/Instance", { subnetId: "@island", vpcSecurityGroupIds: ["@own"] }],
        },
        expected: [
            "internet > a tcp 22 = unknown",
            "internet > b tcp 22 = unknown",
            "b > internet tcp 443 = unknown",
            "internet > c tcp 22 = blocked",
            "c > internet tcp 443 = blocked",
            "a > b tcp 22 = unknown",
        ],
    },
    {
        says: "Rules that name groups and lists of elsewhere may mean anybody",
        source: "awsdocs/amazon-vpc-user-guide doc_source/security-group-rules.md; AWS-managed prefix lists",
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }],
            main: [
                "ec2/DefaultRouteTable",
                {
                    defaultRouteTableId: "@vpc.defaultRouteTableId",
                    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }],
                },
            ],
            listed: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [
                        { protocol: "tcp", fromPort: 443, toPort: 443, prefixListIds: ["pl-3b927c52"] },
                    ],
                    egress: everything,
                },
            ],
            referred: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(443, "@client")], egress: everything },
            ],
            foreign: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [
                        {
                            protocol: "tcp",
                            fromPort: 443,
                            toPort: 443,
                            securityGroups: ["sg-0aaaabbbbccccdddd"],
                        },
                    ],
                    egress: everything,
                },
            ],
            client: open("@vpc"),
            listedHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@listed"] }],
            referredHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@referred"] }],
            foreignHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@foreign"] }],
            clientHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@client"] }],
            theirs: [
                "ec2/Instance",
                { subnetId: "@subnet", vpcSecurityGroupIds: ["@client", "sg-0aaaabbbbccccdddd"] },
            ],
        },
        expected: [
            "8.8.8.8 > listedHost tcp 443 = unknown",
            "8.8.8.8 > listedHost tcp 22 = blocked",
            "clientHost > referredHost tcp 443 = reachable",
            // A reference holds for private addresses alone.
            "clientHost > referredHost.public tcp 443 = blocked",
            "clientHost > foreignHost tcp 443 = blocked",
            "theirs > foreignHost tcp 443 = reachable",
            "8.8.8.8 > foreignHost tcp 443 = blocked",
        ],
    },
    {
        says: "A transit gateway of another account may connect what it is attached to with anything",
        source: "AWS Transit Gateway guide, Shared transit gateways",
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            subnet: [
                "ec2/Subnet",
                { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", availabilityZone: "us-east-1a" },
            ],
            other: ["ec2/Vpc", { cidrBlock: "10.1.0.0/16" }],
            otherSubnet: [
                "ec2/Subnet",
                { vpcId: "@other", cidrBlock: "10.1.0.0/24", availabilityZone: "us-east-1a" },
            ],
            attached: [
                "ec2transitgateway/VpcAttachment",
                { transitGatewayId: "tgw-0aaaabbbbccccdddd", vpcId: "@vpc", subnetIds: ["@subnet"] },
            ],
            otherAttached: [
                "ec2transitgateway/VpcAttachment",
                { transitGatewayId: "tgw-0aaaabbbbccccdddd", vpcId: "@other", subnetIds: ["@otherSubnet"] },
            ],
            main: [
                "ec2/DefaultRouteTable",
                {
                    defaultRouteTableId: "@vpc.defaultRouteTableId",
                    routes: [{ cidrBlock: "10.0.0.0/8", transitGatewayId: "tgw-0aaaabbbbccccdddd" }],
                },
            ],
            otherMain: [
                "ec2/DefaultRouteTable",
                {
                    defaultRouteTableId: "@other.defaultRouteTableId",
                    routes: [{ cidrBlock: "10.0.0.0/8", transitGatewayId: "tgw-0aaaabbbbccccdddd" }],
                },
            ],
            group: open("@vpc"),
            otherGroup: open("@other"),
            host: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@group"] }],
            otherHost: ["ec2/Instance", { subnetId: "@otherSubnet", vpcSecurityGroupIds: ["@otherGroup"] }],
        },
        expected: [
            "host > otherHost tcp 22 = unknown",
            "host > ip:10.77.0.1 tcp 22 = unknown",
            "host > ip:192.168.0.1 tcp 22 = blocked",
            "host > 8.8.8.8 tcp 443 = blocked",
            "ip:10.77.0.1 > host tcp 22 = unknown",
        ],
    },
    {
        says: "A private gateway that is attached and not routed to lets requests in and no replies out",
        source: "AWS Site-to-Site VPN guide, Configure routing: without a route back the instance's replies have nowhere to go",
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            vgw: ["ec2/VpnGateway", { vpcId: "@vpc" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            group: open("@vpc"),
            host: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@group"] }],
            apart: ["ec2/Vpc", { cidrBlock: "10.1.0.0/16" }],
            apartSubnet: ["ec2/Subnet", { vpcId: "@apart", cidrBlock: "10.1.0.0/24" }],
            apartGroup: open("@apart"),
            apartHost: ["ec2/Instance", { subnetId: "@apartSubnet", vpcSecurityGroupIds: ["@apartGroup"] }],
            gateway: ["ec2/VpnGateway", {}],
            joined: ["ec2/VpnGatewayAttachment", { vpcId: "@apart", vpnGatewayId: "@gateway" }],
        },
        expected: [
            "ip:192.168.0.5 > host tcp 22 = blocked",
            "ip:192.168.0.5 > host tcp 22 request = unknown",
            "ip:192.168.0.5 > apartHost tcp 22 request = unknown",
            "host > ip:192.168.0.5 tcp 22 = blocked",
        ],
    },
]);
