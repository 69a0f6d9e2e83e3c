import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { entries } from "../../support/independent/rules";

const guide = "awsdocs/amazon-vpc-user-guide doc_source";

const home = "203.0.113.0/24";

const scenario2: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16", ipv6CidrBlock: "2600:1f18:1234:1a00::/56" }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    eigw: ["ec2/EgressOnlyInternetGateway", { vpcId: "@vpc" }],
    public: [
        "ec2/Subnet",
        { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", ipv6CidrBlock: "2600:1f18:1234:1a00::/64" },
    ],
    private: [
        "ec2/Subnet",
        { vpcId: "@vpc", cidrBlock: "10.0.1.0/24", ipv6CidrBlock: "2600:1f18:1234:1a01::/64" },
    ],
    address: ["ec2/Eip", { domain: "vpc" }],
    nat: ["ec2/NatGateway", { subnetId: "@public", allocationId: "@address.allocationId" }],
    main: [
        "ec2/DefaultRouteTable",
        {
            defaultRouteTableId: "@vpc.defaultRouteTableId",
            routes: [
                { cidrBlock: "0.0.0.0/0", natGatewayId: "@nat" },
                { ipv6CidrBlock: "::/0", egressOnlyGatewayId: "@eigw" },
            ],
        },
    ],
    custom: [
        "ec2/RouteTable",
        {
            vpcId: "@vpc",
            routes: [
                { cidrBlock: "0.0.0.0/0", gatewayId: "@igw" },
                { ipv6CidrBlock: "::/0", gatewayId: "@igw" },
            ],
        },
    ],
    ofPublic: ["ec2/RouteTableAssociation", { subnetId: "@public", routeTableId: "@custom" }],
    web: ["ec2/SecurityGroup", { vpcId: "@vpc" }],
    db: ["ec2/SecurityGroup", { vpcId: "@vpc" }],
    ...Object.fromEntries(
        ["80 0.0.0.0/0", "443 0.0.0.0/0", `22 ${home}`, `3389 ${home}`].map((line, position) => {
            const [port, cidrIpv4] = line.split(" ");
            const rule = {
                securityGroupId: "@web",
                ipProtocol: "tcp",
                fromPort: Number(port),
                toPort: Number(port),
            };
            return [`webIn${position}`, ["vpc/SecurityGroupIngressRule", { ...rule, cidrIpv4 }]] as const;
        }),
    ),
    webOut80: [
        "ec2/SecurityGroupRule",
        {
            type: "egress",
            securityGroupId: "@web",
            protocol: "tcp",
            fromPort: 80,
            toPort: 80,
            cidrBlocks: ["0.0.0.0/0"],
        },
    ],
    webOut443: [
        "ec2/SecurityGroupRule",
        {
            type: "egress",
            securityGroupId: "@web",
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: ["0.0.0.0/0"],
        },
    ],
    webOutSql: [
        "ec2/SecurityGroupRule",
        {
            type: "egress",
            securityGroupId: "@web",
            protocol: "tcp",
            fromPort: 1433,
            toPort: 1433,
            sourceSecurityGroupId: "@db",
        },
    ],
    webOutMySql: [
        "ec2/SecurityGroupRule",
        {
            type: "egress",
            securityGroupId: "@web",
            protocol: "tcp",
            fromPort: 3306,
            toPort: 3306,
            sourceSecurityGroupId: "@db",
        },
    ],
    dbInSql: [
        "ec2/SecurityGroupRule",
        {
            type: "ingress",
            securityGroupId: "@db",
            protocol: "tcp",
            fromPort: 1433,
            toPort: 1433,
            sourceSecurityGroupId: "@web",
        },
    ],
    dbInMySql: [
        "ec2/SecurityGroupRule",
        {
            type: "ingress",
            securityGroupId: "@db",
            protocol: "tcp",
            fromPort: 3306,
            toPort: 3306,
            sourceSecurityGroupId: "@web",
        },
    ],
    dbOut80: [
        "ec2/SecurityGroupRule",
        {
            type: "egress",
            securityGroupId: "@db",
            protocol: "tcp",
            fromPort: 80,
            toPort: 80,
            cidrBlocks: ["0.0.0.0/0"],
            ipv6CidrBlocks: ["::/0"],
        },
    ],
    dbOut443: [
        "ec2/SecurityGroupRule",
        {
            type: "egress",
            securityGroupId: "@db",
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrBlocks: ["0.0.0.0/0"],
        },
    ],
    webServer: [
        "ec2/Instance",
        { subnetId: "@public", privateIp: "10.0.0.5", vpcSecurityGroupIds: ["@web"], ipv6AddressCount: 1 },
    ],
    webAddress: ["ec2/Eip", { domain: "vpc" }],
    webAssociation: [
        "ec2/EipAssociation",
        { instanceId: "@webServer", allocationId: "@webAddress.allocationId" },
    ],
    dbServer: [
        "ec2/Instance",
        { subnetId: "@private", privateIp: "10.0.1.5", vpcSecurityGroupIds: ["@db"], ipv6AddressCount: 1 },
    ],
};

examine("the VPC user guide, public and private subnets", [
    {
        says: "Web servers and databases behind a NAT gateway keep to the recommended groups",
        source: `${guide}/VPC_Scenario2.md, WebServerSG and DBServerSG`,
        resources: scenario2,
        expected: [
            "internet > webServer tcp 80 = reachable",
            "internet > webServer tcp 443 = reachable",
            "8.8.8.8 > webServer tcp 22 = blocked",
            "203.0.113.7 > webServer tcp 22 = reachable",
            "203.0.113.7 > webServer tcp 3389 = reachable",
            "internet > dbServer tcp 1433 = blocked",
            "webServer > dbServer tcp 1433 = reachable",
            "webServer > dbServer tcp 3306 = reachable",
            "webServer > dbServer tcp 22 = blocked",
            "webServer > ip:10.0.1.5 tcp 1433 = reachable",
            "webServer > internet tcp 443 = reachable",
            "dbServer > internet tcp 443 = reachable",
            "dbServer > internet tcp 22 = blocked",
            "dbServer > webServer tcp 80 = reachable",
            "dbServer > webServer tcp 3389 = blocked",
            "dbServer > internet6 tcp 80 = reachable",
            "internet6 > dbServer.ipv6 tcp 80 = blocked",
            "internet6 > webServer.ipv6 tcp 80 = blocked",
            "dbServer > internet6 tcp 443 = blocked",
        ],
    },
    {
        says: "The recommended lists leave the replies the ports from 32768 on",
        source: `${guide}/VPC_Scenario2.md, Recommended network ACL rules`,
        resources: {
            ...scenario2,
            publicAcl: [
                "ec2/NetworkAcl",
                {
                    vpcId: "@vpc",
                    subnetIds: ["@public"],
                    ingress: entries(
                        "100 tcp 80 0.0.0.0/0",
                        "110 tcp 443 0.0.0.0/0",
                        `120 tcp 22 ${home}`,
                        `130 tcp 3389 ${home}`,
                        "140 tcp 1024-65535 0.0.0.0/0",
                    ),
                    egress: entries(
                        "100 tcp 80 0.0.0.0/0",
                        "110 tcp 443 0.0.0.0/0",
                        "120 tcp 1433 10.0.1.0/24",
                        "140 tcp 32768-65535 0.0.0.0/0",
                        "150 tcp 22 10.0.1.0/24",
                    ),
                },
            ],
            privateAcl: [
                "ec2/NetworkAcl",
                {
                    vpcId: "@vpc",
                    subnetIds: ["@private"],
                    ingress: entries(
                        "100 tcp 1433 10.0.0.0/24",
                        "120 tcp 22 10.0.0.0/24",
                        "130 tcp 3389 10.0.0.0/24",
                        "140 tcp 1024-65535 0.0.0.0/0",
                    ),
                    egress: entries(
                        "100 tcp 80 0.0.0.0/0",
                        "110 tcp 443 0.0.0.0/0",
                        "120 tcp 32768-65535 10.0.0.0/24",
                    ),
                },
            ],
        },
        expected: [
            "internet > webServer tcp 80 = reachable",
            "8.8.8.8 > webServer tcp 80 from 40000 = reachable",
            "8.8.8.8 > webServer tcp 80 from 32767 = blocked",
            "8.8.8.8 > webServer tcp 80 from 32767 request = reachable",
            "203.0.113.7 > webServer tcp 3389 = reachable",
            "webServer > dbServer tcp 1433 = reachable",
            "webServer > dbServer tcp 1433 from 20000 = blocked",
            // Entry 120 of the way out names SQL Server's port alone.
            "webServer > dbServer tcp 3306 = blocked",
            "dbServer > internet tcp 443 = reachable",
            "dbServer > internet tcp 443 from 20000 = blocked",
            "dbServer > internet udp 443 = blocked",
            "internet > dbServer tcp 1433 = blocked",
            // No entry is about IPv6.
            "dbServer > internet6 tcp 80 = blocked",
        ],
    },
]);
