import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const tests = "batfish/batfish projects/batfish/src/test/java/org/batfish/representation/aws";

const network: Resources = {
    vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16" }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    subnet: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.0.0/24" }],
    back: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.1.0/24" }],
    table: ["ec2/RouteTable", { vpcId: "@vpc", routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "@igw" }] }],
    association: ["ec2/RouteTableAssociation", { routeTableId: "@table", subnetId: "@subnet" }],
    group: [
        "ec2/SecurityGroup",
        { vpcId: "@vpc", ingress: [tcp(22, "18.216.80.0/24"), tcp(80, "0.0.0.0/0")], egress: everything },
    ],
    host: ["ec2/Instance", { subnetId: "@subnet", privateIp: "10.0.0.91", vpcSecurityGroupIds: ["@group"] }],
    address: ["ec2/Eip", { instance: "@host", domain: "vpc" }, { outputs: { publicIp: "18.216.80.133" } }],
    launched: [
        "ec2/Instance",
        { subnetId: "@subnet", vpcSecurityGroupIds: ["@group"], associatePublicIpAddress: true },
        { outputs: { publicIp: "18.216.80.140", privateIp: "10.0.0.92" } },
    ],
    inside: ["ec2/Instance", { subnetId: "@back", vpcSecurityGroupIds: ["@group"] }],
    primary: ["ec2/NetworkInterface", { subnetId: "@subnet", securityGroups: ["@group"] }],
    prepared: [
        "ec2/Instance",
        { primaryNetworkInterface: { networkInterfaceId: "@primary" } },
        { outputs: { publicIp: "18.216.80.150" } },
    ],
};

examine("addresses that AWS has given out", [
    {
        says: "A public address that a state knows stands for whoever has it",
        source: `${tests}/AwsConfigurationPublicSubnetTest.java, testFromInternetToValidPublicIp and ToInvalidPublicIp`,
        resources: network,
        expected: [
            "internet > ip:18.216.80.133 tcp 80 = reachable",
            "8.8.8.8 > ip:18.216.80.133 tcp 22 = blocked (planned: reachable)",
            "8.8.8.8 > 18.216.80.133 tcp 22 = blocked (planned: reachable)",
            "8.8.8.8 > ip:18.216.80.140 tcp 443 = blocked (planned: reachable)",
            "8.8.8.8 > prepared tcp 80 = reachable (planned: blocked)",
            "8.8.8.8 > ip:18.216.80.150 tcp 22 = blocked (planned: reachable)",
            "inside > ip:18.216.80.133 tcp 80 = blocked",
            "host > ip:18.216.80.140 tcp 80 = reachable",
            "host > launched.private tcp 22 = blocked",
        ],
    },
]);
