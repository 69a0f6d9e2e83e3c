import { examine } from "../../support/independent/examine";
import { everything } from "../../support/independent/rules";

const tests = "batfish/batfish projects/batfish/src/test/java/org/batfish/representation/aws";

examine("Batfish, the internet", [
    {
        says: "A public subnet with the default group lets its instance out and the internet not in",
        source: `${tests}/AwsConfigurationPublicSubnetTest.java`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            table: [
                "ec2/RouteTable",
                { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] },
            ],
            association: ["ec2/RouteTableAssociation", { routeTableId: "@table", subnetId: "@subnet" }],
            instance: ["ec2/Instance", { subnetId: "@subnet", privateIp: "10.0.0.91" }],
            address: ["ec2/Eip", { instance: "@instance", domain: "vpc" }],
        },
        expected: [
            "internet > instance.public tcp 80 = blocked",
            "internet > instance.public tcp 22 = blocked",
            "internet > instance.private tcp 80 = blocked",
            "internet > ip:10.0.0.91 tcp 80 = blocked",
            "instance > 8.8.8.8 tcp 80 = reachable",
            "instance > 8.8.8.8 udp 53 = reachable",
            "ip:10.0.0.91 > 8.8.8.8 tcp 80 = reachable",
        ],
    },
    {
        says: "A private subnet whose main table leads to a virtual private gateway",
        source: `${tests}/AwsConfigurationPublicPrivateSubnetTest.java`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            vgw: ["ec2/VpnGateway", { vpcId: "@vpc" }],
            publicSubnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
            privateSubnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24" }],
            publicTable: ["ec2/RouteTable", { vpcId: "@vpc" }],
            toIgw: [
                "ec2/Route",
                { routeTableId: "@publicTable", destinationCidrBlock: "0.0.0.0/0", gatewayId: "@igw" },
            ],
            ofPublic: [
                "ec2/RouteTableAssociation",
                { routeTableId: "@publicTable", subnetId: "@publicSubnet" },
            ],
            mainTable: [
                "ec2/DefaultRouteTable",
                {
                    defaultRouteTableId: "@vpc.defaultRouteTableId",
                    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@vgw" }],
                },
            ],
            group: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: [], egress: everything }],
            web: [
                "ec2/Instance",
                {
                    subnetId: "@publicSubnet",
                    privateIp: "10.0.0.47",
                    vpcSecurityGroupIds: ["@group"],
                    associatePublicIpAddress: true,
                },
            ],
            back: [
                "ec2/Instance",
                { subnetId: "@privateSubnet", privateIp: "10.0.1.204", vpcSecurityGroupIds: ["@group"] },
            ],
        },
        expected: [
            "back > web.private tcp 22 = blocked",
            "web > back tcp 22 = blocked",
            "internet > web.public tcp 22 = blocked",
            "internet > web.private tcp 22 = blocked",
            "internet > back tcp 22 = blocked",
            "web > 8.8.8.8 tcp 443 = reachable",
            "web > 19.168.0.0/16 tcp 443 = reachable",
            // What the gateway's other end does is nobody's to say here.
            "back > 8.8.8.8 tcp 443 = unknown",
            "back > 19.168.0.1 tcp 443 = unknown",
        ],
    },
    {
        says: "A NAT gateway carries replies, drops other protocols and takes no session from outside",
        source: `${tests}/AwsConfigurationNatGatewayTest.java`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.1.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            natSubnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.1.250.0/24" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.1.1.0/24" }],
            address: ["ec2/Eip", { domain: "vpc" }],
            nat: [
                "ec2/NatGateway",
                { subnetId: "@natSubnet", allocationId: "@address.allocationId", privateIp: "10.1.250.210" },
            ],
            natTable: [
                "ec2/RouteTable",
                { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] },
            ],
            ofNat: ["ec2/RouteTableAssociation", { routeTableId: "@natTable", subnetId: "@natSubnet" }],
            table: [
                "ec2/RouteTable",
                { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: "@nat" }] },
            ],
            ofSubnet: ["ec2/RouteTableAssociation", { routeTableId: "@table", subnetId: "@subnet" }],
            group: ["ec2/SecurityGroup", { vpcId: "@vpc", egress: everything }],
            client: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@group"] }],
            neighbour: ["ec2/Instance", { subnetId: "@natSubnet", vpcSecurityGroupIds: ["@group"] }],
        },
        expected: [
            "client > 8.8.8.8 tcp 80 = reachable",
            "client > internet icmp 8/0 = reachable",
            // Active Networks, protocol 107: a NAT gateway knows TCP, UDP and ICMP.
            "client > 8.8.8.8 107 = blocked",
            "client > 8.8.8.8 47 = blocked",
            "8.8.8.8 > nat.public tcp 80 = blocked",
            "neighbour > nat tcp 80 = blocked",
            "client > nat tcp 80 = blocked",
            "internet > client tcp 80 = blocked",
            // Its own subnet's default route is the internet gateway, and it has no public address.
            "neighbour > 8.8.8.8 tcp 80 = blocked",
        ],
    },
    {
        says: "A security group's ports are exact at both ends, open or closed",
        source: `${tests}/SecurityGroupsTest.java`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
            subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            main: [
                "ec2/DefaultRouteTable",
                {
                    defaultRouteTableId: "@vpc.defaultRouteTableId",
                    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }],
                },
            ],
            single: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["1.2.3.4/32"] }],
                },
            ],
            low: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "tcp", fromPort: 0, toPort: 22, cidrBlocks: ["1.2.3.4/32"] }],
                },
            ],
            high: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "6", fromPort: 65530, toPort: 65535, cidrBlocks: ["1.2.3.4/32"] }],
                },
            ],
            every: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
                },
            ],
            closed: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@vpc",
                    ingress: [{ protocol: "tcp", fromPort: "45", toPort: "50", cidrBlocks: ["1.2.3.4/32"] }],
                },
            ],
            singleHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@single"] }],
            lowHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@low"] }],
            highHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@high"] }],
            everyHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@every"] }],
            closedHost: ["ec2/Instance", { subnetId: "@subnet", vpcSecurityGroupIds: ["@closed"] }],
        },
        expected: [
            "1.2.3.4 > singleHost tcp 22 = reachable",
            "1.2.3.5 > singleHost tcp 22 = blocked",
            "1.2.3.4 > singleHost tcp 23 = blocked",
            "1.2.3.4 > singleHost udp 22 = blocked",
            "internet > singleHost tcp 22 = reachable",
            "1.2.3.4 > lowHost tcp 0 = reachable",
            "1.2.3.4 > lowHost tcp 23 = blocked",
            "1.2.3.4 > highHost tcp 65529 = blocked",
            "1.2.3.4 > highHost tcp 65535 = reachable",
            "8.8.4.4 > everyHost udp 7 = reachable",
            "8.8.4.4 > everyHost 47 = reachable",
            "8.8.4.4 > everyHost icmp 8/0 = reachable",
            "1.2.3.4 > closedHost tcp 44 = blocked",
            "1.2.3.4 > closedHost tcp 45 = reachable",
            "1.2.3.4 > closedHost tcp 51 = blocked",
            // Nothing is said of egress, which the provider then removes; replies pass all the same.
            "everyHost > 8.8.8.8 tcp 443 = blocked",
        ],
    },
]);
