import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { entries, everything, tcp } from "../../support/independent/rules";

const describe = "what a converter makes of `aws ec2 describe-*`";

const web: Resources[string] = [
    "ec2/SecurityGroup",
    { vpcId: "@vpc", ingress: [tcp(443, "0.0.0.0/0")], egress: everything },
];

examine("states as converters write them", [
    {
        says: "A VPC's main table is the one whose id the VPC reports",
        source: `${describe}: Associations[].Main of describe-route-tables`,
        resources: {
            vpc: [
                "ec2/Vpc",
                { cidrBlock: "10.0.0.0/16" },
                { outputs: { mainRouteTableId: "rtb-06d61696e00000000" } },
            ],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }],
            main: [
                "ec2/RouteTable",
                { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] },
                { outputs: { id: "rtb-06d61696e00000000" } },
            ],
            web,
            host: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@web"] }],
        },
        expected: [
            "internet > host tcp 443 = reachable (planned: blocked)",
            "internet > host tcp 22 = blocked",
            "host > internet tcp 443 = reachable (planned: blocked)",
        ],
    },
    {
        says: "A VPC's default list and group are those whose ids the VPC reports",
        source: `${describe}: IsDefault of describe-network-acls, GroupName "default" of describe-security-groups`,
        resources: {
            vpc: [
                "ec2/Vpc",
                { cidrBlock: "10.0.0.0/16" },
                {
                    outputs: {
                        defaultNetworkAclId: "acl-061636c0000000000",
                        defaultSecurityGroupId: "sg-067726f7570000000",
                    },
                },
            ],
            a: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            b: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24" }],
            acl: [
                "ec2/NetworkAcl",
                {
                    vpcId: "@vpc",
                    ingress: entries("100 tcp 22 0.0.0.0/0", "110 tcp 1024-65535 0.0.0.0/0"),
                    egress: entries("100 -1 all 0.0.0.0/0"),
                },
                { outputs: { id: "acl-061636c0000000000" } },
            ],
            group: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", name: "default", ingress: everything, egress: everything },
                { outputs: { id: "sg-067726f7570000000" } },
            ],
            aHost: ["ec2/Instance", { subnetId: "@a", vpcSecurityGroupIds: ["@group"] }],
            bHost: ["ec2/Instance", { subnetId: "@b" }],
        },
        expected: [
            "aHost > bHost tcp 22 = reachable (planned: blocked)",
            "aHost > bHost tcp 443 = blocked",
            "aHost > bHost tcp 5000 = reachable (planned: blocked)",
        ],
    },
    {
        says: "An instance that has a public address is public, whatever its subnet says by now",
        source: `${describe}: PublicIpAddress of describe-instances, Association of describe-network-interfaces`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            main: [
                "ec2/DefaultRouteTable",
                {
                    defaultRouteTableId: "@vpc.defaultRouteTableId",
                    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }],
                },
            ],
            web,
            host: [
                "ec2/Instance",
                { subnetId: "@subnet", vpcSecurityGroupIds: ["@web"] },
                { outputs: { publicIp: "3.91.2.7", privateIp: "10.0.0.17" } },
            ],
            eniHost: ["ec2/NetworkInterface", { subnetId: "@subnet", securityGroups: ["@web"] }],
            address: [
                "ec2/Eip",
                { domain: "vpc" },
                { outputs: { networkInterface: "eni-0656e69486f737400", publicIp: "3.91.2.8" } },
            ],
            plain: [
                "ec2/Instance",
                { subnetId: "@subnet", vpcSecurityGroupIds: ["@web"] },
                { outputs: { publicIp: "" } },
            ],
        },
        expected: [
            "internet > host tcp 443 = reachable (planned: blocked)",
            "internet > eniHost tcp 443 = reachable (planned: blocked)",
            "internet > plain tcp 443 = blocked",
            "plain > ip:10.0.0.17 tcp 443 = reachable (planned: unknown)",
            "plain > host tcp 443 = reachable",
        ],
    },
    {
        says: "Rules come in any of their shapes, with numbers for protocols and nothing for all ports",
        source: `${describe}: IpPermissions; hashicorp/terraform-provider-aws website/docs/r/security_group_rule`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            any: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "-1", fromPort: 22, toPort: 22, cidrBlocks: ["10.0.0.0/16"] }],
                },
            ],
            allTcp: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "6", fromPort: 0, toPort: 65535, cidrBlocks: ["10.0.0.0/16"] }],
                },
            ],
            ping: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "icmp", fromPort: 8, toPort: 0, cidrBlocks: ["10.0.0.0/16"] }],
                },
            ],
            anyIcmp: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "1", fromPort: -1, toPort: -1, cidrBlocks: ["10.0.0.0/16"] }],
                },
            ],
            gre: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "47", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/16"] }],
                },
            ],
            own: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "tcp", fromPort: 7000, toPort: 7001, self: true }],
                    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
                },
            ],
            esp: ["ec2/SecurityGroup", { vpcId: "@vpc" }],
            espIn: [
                "vpc/SecurityGroupIngressRule",
                { securityGroupId: "@esp", ipProtocol: "50", cidrIpv4: "10.0.0.0/16" },
            ],
            dns: [
                "ec2/SecurityGroupRule",
                {
                    securityGroupId: "@esp",
                    type: "ingress",
                    protocol: "UDP",
                    fromPort: "53",
                    toPort: "53",
                    cidrBlocks: ["10.0.0.0/16"],
                },
            ],
            mine: [
                "ec2/SecurityGroupRule",
                {
                    securityGroupId: "@esp",
                    type: "ingress",
                    protocol: "tcp",
                    fromPort: 9000,
                    toPort: 9000,
                    self: true,
                },
            ],
            open: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            client: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@open"] }],
            ...Object.fromEntries(
                ["any", "allTcp", "ping", "anyIcmp", "gre", "own", "esp"].map(
                    (name): [string, Resources[string]] => [
                        `${name}Host`,
                        ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: [`@${name}`] }],
                    ],
                ),
            ),
            ownPeer: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@own", "@esp"] }],
        },
        expected: [
            "client > anyHost udp 5 = reachable",
            "client > anyHost icmp 3/4 = reachable",
            "client > allTcpHost tcp 65535 = reachable",
            "client > allTcpHost udp 53 = blocked",
            "client > allTcpHost icmp 8/0 = blocked",
            "client > pingHost icmp 8/0 = reachable",
            "client > pingHost icmp 13/0 = blocked",
            "client > anyIcmpHost icmp 13/0 = reachable",
            "client > anyIcmpHost icmp = reachable",
            "client > anyIcmpHost 1 = reachable",
            "client > anyIcmpHost tcp 22 = blocked",
            "client > greHost 47 = reachable",
            "client > greHost 50 = blocked",
            "client > greHost tcp 47 = blocked",
            "client > espHost 50 = reachable",
            "client > espHost udp 53 = reachable",
            "client > espHost udp = reachable",
            "client > espHost tcp = blocked",
            "ownPeer > ownHost tcp 7001 = reachable",
            "ownPeer > ownHost tcp 7002 = blocked",
            "ownPeer > espHost tcp 9000 = blocked",
            "client > ownHost tcp 7000 = blocked",
            "ownHost > client tcp 22 = blocked",
        ],
    },
]);
