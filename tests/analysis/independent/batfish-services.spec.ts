import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const tests = "batfish/batfish projects/batfish/src/test/java/org/batfish/representation/aws";

const twoSubnets: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.1.0.0/16", enableDnsHostnames: true, enableDnsSupport: true }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    open: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.1.1.0/24", availabilityZone: "us-east-1a" }],
    closed: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.1.101.0/24", availabilityZone: "us-east-1b" }],
    openTable: ["ec2/RouteTable", { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] }],
    closedTable: ["ec2/RouteTable", { vpcId: "@vpc" }],
    ofOpen: ["ec2/RouteTableAssociation", { subnetId: "@open", routeTableId: "@openTable" }],
    ofClosed: ["ec2/RouteTableAssociation", { subnetId: "@closed", routeTableId: "@closedTable" }],
    group: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
    inOpen: [
        "ec2/Instance",
        { subnetId: "@open", vpcSecurityGroupIds: ["@group"], associatePublicIpAddress: true },
    ],
    inClosed: ["ec2/Instance", { subnetId: "@closed", vpcSecurityGroupIds: ["@group"] }],
};

examine("Batfish, endpoints, load balancers and services", [
    {
        says: "A gateway endpoint leads to its service alone, from the tables that it is in",
        source: `${tests}/AwsConfigurationVpcEndpointGatewayTest.java`,
        resources: {
            ...twoSubnets,
            endpoint: [
                "ec2/VpcEndpoint",
                {
                    vpcId: "@vpc",
                    serviceName: "com.amazonaws.us-east-1.s3",
                    routeTableIds: ["@openTable", "@closedTable"],
                },
            ],
        },
        expected: [
            "inClosed > s3 tcp 443 = reachable",
            "inOpen > s3 tcp 443 = reachable",
            "inClosed > dynamodb tcp 443 = blocked",
            "inOpen > dynamodb tcp 443 = reachable",
            "inOpen > 54.222.57.1 tcp 443 = reachable",
            "s3 > inClosed tcp 443 = blocked",
        ],
    },
    {
        says: "An interface endpoint answers on what its group admits, from either subnet",
        source: `${tests}/AwsConfigurationVpcEndpointInterfaceTest.java`,
        resources: {
            ...twoSubnets,
            endpointGroup: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: [tcp(443, "10.1.0.0/16")] }],
            endpoint: [
                "ec2/VpcEndpoint",
                {
                    vpcId: "@vpc",
                    vpcEndpointType: "Interface",
                    serviceName: "com.amazonaws.us-east-1.ec2",
                    subnetIds: ["@closed"],
                    securityGroupIds: ["@endpointGroup"],
                    privateDnsEnabled: true,
                },
            ],
        },
        expected: [
            "inClosed > endpoint tcp 443 = reachable",
            "inOpen > endpoint tcp 443 = reachable",
            "inOpen > endpoint@10.1.101.97 tcp 443 = reachable",
            // Batfish lets every port in; the group does not.
            "inOpen > endpoint tcp 80 = blocked",
            "endpoint > inOpen tcp 22 = blocked",
            "internet > endpoint tcp 443 = blocked",
            "inClosed > 8.8.8.8 tcp 443 = blocked",
        ],
    },
    {
        says: "An internal network load balancer spreads port 80 to port 22 of servers in two zones",
        source: `${tests}/AwsConfigurationLoadBalancerTest.java`,
        resources: {
            ...twoSubnets,
            clients: [
                "ec2/Subnet",
                { vpcId: "@vpc", cidrBlock: "10.1.50.0/24", availabilityZone: "us-east-1b" },
            ],
            client: ["ec2/Instance", { subnetId: "@clients", vpcSecurityGroupIds: ["@group"] }],
            ssh: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(22, "10.1.0.0/16")], egress: everything },
            ],
            server1: ["ec2/Instance", { subnetId: "@open", vpcSecurityGroupIds: ["@ssh"] }],
            server2: ["ec2/Instance", { subnetId: "@closed", vpcSecurityGroupIds: ["@ssh"] }],
            nlb: [
                "lb/LoadBalancer",
                {
                    internal: true,
                    loadBalancerType: "network",
                    subnets: ["@open", "@closed"],
                    enableCrossZoneLoadBalancing: true,
                },
            ],
            targets: ["lb/TargetGroup", { port: 22, protocol: "TCP", vpcId: "@vpc" }],
            target1: [
                "lb/TargetGroupAttachment",
                { targetGroupArn: "@targets.arn", targetId: "@server1", port: 22 },
            ],
            target2: [
                "lb/TargetGroupAttachment",
                { targetGroupArn: "@targets.arn", targetId: "@server2", port: 22 },
            ],
            listener: [
                "lb/Listener",
                {
                    loadBalancerArn: "@nlb.arn",
                    port: 80,
                    protocol: "TCP",
                    defaultActions: [{ type: "forward", targetGroupArn: "@targets.arn" }],
                },
            ],
        },
        expected: [
            "client > nlb tcp 80 = reachable",
            "client > nlb@10.1.1.20 tcp 80 = reachable",
            "client > nlb@10.1.101.20 tcp 80 = reachable",
            "client > nlb tcp 81 = blocked",
            "client > server1 tcp 80 via nlb = reachable",
            "client > server2 tcp 80 via nlb = reachable",
            "client > server1 tcp 81 via nlb = blocked",
            "client > server1 tcp 80 = blocked",
            "client > server1 tcp 22 = reachable",
            "internet > nlb tcp 80 = blocked",
            "internet > nlb.private tcp 80 = blocked",
            "internet > server1 tcp 80 via nlb = blocked",
        ],
    },
    {
        says: "A database answers in the subnets of its group on the ports its security group admits",
        source: `${tests}/RdsInstanceTest.java`,
        resources: {
            ...twoSubnets,
            dbGroup: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(45, "1.2.3.4/32", "10.1.1.0/24")] },
            ],
            subnets: ["rds/SubnetGroup", { name: "test-subnets", subnetIds: ["@open", "@closed"] }],
            db: [
                "rds/Instance",
                {
                    identifier: "test-rds",
                    dbSubnetGroupName: "@subnets.name",
                    vpcSecurityGroupIds: ["@dbGroup"],
                    publiclyAccessible: false,
                    port: 45,
                },
            ],
        },
        expected: [
            "inOpen > db tcp 45 = reachable",
            "inClosed > db tcp 45 = blocked",
            "inOpen > db tcp 50 = blocked",
            "1.2.3.4 > db tcp 45 = blocked",
            "1.2.3.4 > db.public tcp 45 = blocked",
            "db > inOpen tcp 22 = blocked",
        ],
    },
    {
        says: "A search domain has an interface in each of its subnets",
        source: `${tests}/ElasticsearchDomainTest.java`,
        resources: {
            ...twoSubnets,
            domainGroup: [
                "ec2/SecurityGroup",
                { vpcId: "@vpc", ingress: [tcp(45, "1.2.3.4/32", "10.1.1.0/24")] },
            ],
            domain: [
                "elasticsearch/Domain",
                { vpcOptions: { subnetIds: ["@open", "@closed"], securityGroupIds: ["@domainGroup"] } },
            ],
            newDomain: [
                "opensearch/Domain",
                { vpcOptions: { subnetIds: ["@closed"], securityGroupIds: ["@group"] } },
            ],
        },
        expected: [
            "inOpen > domain tcp 45 = reachable",
            "inClosed > domain tcp 45 = blocked",
            "1.2.3.4 > domain tcp 45 = blocked",
            "inOpen > newDomain tcp 443 = reachable",
            "newDomain > inOpen tcp 443 = reachable",
            "internet > newDomain tcp 443 = blocked",
        ],
    },
    {
        says: "What another account's transit gateway and a private virtual interface lead to is not seen",
        source: `${tests}/AwsConfigurationTransitGatewayMultiAccountTest.java, AwsConfigurationDirectConnectPrivateVifTest.java`,
        resources: {
            ...twoSubnets,
            shared: [
                "ec2transitgateway/VpcAttachment",
                { transitGatewayId: "tgw-044be4464fcc69aff", vpcId: "@vpc", subnetIds: ["@closed"] },
            ],
            toShared: [
                "ec2/Route",
                {
                    routeTableId: "@closedTable",
                    destinationCidrBlock: "10.2.0.0/16",
                    transitGatewayId: "tgw-044be4464fcc69aff",
                },
            ],
            vgw: ["ec2/VpnGateway", { vpcId: "@vpc" }],
            propagation: [
                "ec2/VpnGatewayRoutePropagation",
                { vpnGatewayId: "@vgw", routeTableId: "@openTable" },
            ],
        },
        expected: [
            "inClosed > ip:10.2.1.100 tcp 22 = unknown",
            "ip:10.2.1.100 > inClosed tcp 22 = unknown",
            "inOpen > ip:172.16.0.10 tcp 22 = unknown",
            "ip:172.16.0.10 > inOpen tcp 22 = unknown",
            "inClosed > ip:172.16.0.10 tcp 22 = blocked",
            "inClosed > 8.8.8.8 tcp 22 = blocked",
        ],
    },
]);
