import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything } from "../../support/independent/rules";

const tests = "batfish/batfish projects/batfish/src/test/java/org/batfish/representation/aws";

/** A VPC with one subnet, its table, and an instance whose group lets everything through. */
const site = (name: string, vpc: string, subnet: string, address: string, routes: Resources): Resources => ({
    [`vpc${name}`]: ["ec2/Vpc", { cidrBlock: vpc }],
    [`subnet${name}`]: [
        "ec2/Subnet",
        { vpcId: `@vpc${name}`, cidrBlock: subnet, availabilityZone: "us-east-1a" },
    ],
    [`table${name}`]: ["ec2/RouteTable", { vpcId: `@vpc${name}` }],
    [`of${name}`]: [
        "ec2/RouteTableAssociation",
        { routeTableId: `@table${name}`, subnetId: `@subnet${name}` },
    ],
    [`group${name}`]: [
        "ec2/SecurityGroup",
        { vpcId: `@vpc${name}`, ingress: everything, egress: everything },
    ],
    [name]: [
        "ec2/Instance",
        { subnetId: `@subnet${name}`, privateIp: address, vpcSecurityGroupIds: [`@group${name}`] },
    ],
    ...routes,
});

const peered = (table: string, block: string, connection: string): Resources[string] => [
    "ec2/Route",
    { routeTableId: `@table${table}`, destinationCidrBlock: block, vpcPeeringConnectionId: `@${connection}` },
];
const transit = (table: string, block: string, gateway = "tgw"): Resources[string] => [
    "ec2/Route",
    { routeTableId: `@table${table}`, destinationCidrBlock: block, transitGatewayId: `@${gateway}` },
];
const attachment = (name: string, own: object = {}, gateway = "tgw"): Resources[string] => [
    "ec2transitgateway/VpcAttachment",
    { transitGatewayId: `@${gateway}`, vpcId: `@vpc${name}`, subnetIds: [`@subnet${name}`], ...own },
];
const associated = (attached: string, table: string): Resources[string] => [
    "ec2transitgateway/RouteTableAssociation",
    { transitGatewayAttachmentId: `@${attached}`, transitGatewayRouteTableId: `@${table}` },
];
const propagated = (attached: string, table: string): Resources[string] => [
    "ec2transitgateway/RouteTablePropagation",
    { transitGatewayAttachmentId: `@${attached}`, transitGatewayRouteTableId: `@${table}` },
];
const manual = {
    transitGatewayDefaultRouteTableAssociation: false,
    transitGatewayDefaultRouteTablePropagation: false,
};

examine("Batfish, peerings and transit gateways", [
    {
        says: "A hub peered with two VPCs of one block goes by its routes to their subnets",
        source: `${tests}/AwsConfigurationVpcPeeringTest.java`,
        resources: {
            ...site("A", "10.10.0.0/16", "10.10.10.0/24", "10.10.10.157", {
                toB: peered("A", "192.168.1.0/24", "ab"),
                toC: peered("A", "192.168.2.0/24", "ac"),
            }),
            ...site("B", "192.168.0.0/16", "192.168.1.0/24", "192.168.1.106", {
                fromB: peered("B", "10.10.0.0/16", "ab"),
            }),
            ...site("C", "192.168.0.0/16", "192.168.2.0/24", "192.168.2.10", {
                fromC: peered("C", "10.10.0.0/16", "ac"),
            }),
            ab: ["ec2/VpcPeeringConnection", { vpcId: "@vpcA", peerVpcId: "@vpcB", autoAccept: true }],
            ac: ["ec2/VpcPeeringConnection", { vpcId: "@vpcA", peerVpcId: "@vpcC", autoAccept: true }],
        },
        expected: [
            "A > B tcp 22 = reachable",
            "B > A tcp 22 = reachable",
            "A > C tcp 22 = reachable",
            "C > A udp 514 = reachable",
            "B > C tcp 22 = blocked",
            "C > B tcp 22 = blocked",
            "A > ip:192.168.1.106 tcp 22 = reachable",
            "A > ip:192.168.2.10 tcp 22 = reachable",
            "A > ip:192.168.100.1 tcp 22 = blocked",
            "B > ip:10.10.100.1 tcp 22 = unknown",
            "B > ip:10.10.10.11 tcp 22 = unknown",
        ],
    },
    {
        says: "A transit gateway serves the zones in which its attachment has a subnet",
        source: `${tests}/AwsConfigurationTransitGatewayTest.java`,
        resources: {
            tgw: ["ec2transitgateway/TransitGateway", {}],
            ...site("A", "10.10.0.0/16", "10.10.10.0/24", "10.10.10.157", {
                toB: transit("A", "192.168.0.0/16"),
                attachA: attachment("A"),
                subnetA2: [
                    "ec2/Subnet",
                    { vpcId: "@vpcA", cidrBlock: "10.10.20.0/24", availabilityZone: "us-east-1b" },
                ],
                ofA2: ["ec2/RouteTableAssociation", { routeTableId: "@tableA", subnetId: "@subnetA2" }],
                A2: [
                    "ec2/Instance",
                    { subnetId: "@subnetA2", privateIp: "10.10.20.154", vpcSecurityGroupIds: ["@groupA"] },
                ],
            }),
            ...site("B", "192.168.0.0/16", "192.168.1.0/24", "192.168.1.106", {
                toA: transit("B", "10.10.0.0/16"),
                attachB: attachment("B"),
            }),
        },
        expected: [
            "A > B tcp 22 = reachable",
            "B > A tcp 22 = reachable",
            "A2 > B tcp 22 = blocked",
            "A2 > B tcp 22 request = blocked",
            "B > A2 tcp 22 = blocked",
            "A > A2 tcp 22 = reachable",
        ],
    },
    {
        says: "Each VPC is associated with a table of its own and propagated to the other's",
        source: `${tests}/AwsConfigurationTransitGatewayMultiTableTest.java`,
        resources: {
            tgw: [
                "ec2transitgateway/TransitGateway",
                { defaultRouteTableAssociation: "disable", defaultRouteTablePropagation: "disable" },
            ],
            rtbA: ["ec2transitgateway/RouteTable", { transitGatewayId: "@tgw" }],
            rtbB: ["ec2transitgateway/RouteTable", { transitGatewayId: "@tgw" }],
            ...site("A", "10.10.0.0/16", "10.10.10.0/24", "10.10.10.157", {
                toB: transit("A", "192.168.0.0/16"),
                attachA: attachment("A"),
                assocA: associated("attachA", "rtbA"),
                propA: propagated("attachA", "rtbB"),
            }),
            ...site("B", "192.168.0.0/16", "192.168.1.0/24", "192.168.1.106", {
                toA: transit("B", "10.10.0.0/16"),
                attachB: attachment("B"),
                assocB: associated("attachB", "rtbB"),
                propB: propagated("attachB", "rtbA"),
            }),
        },
        expected: ["A > B tcp 22 = reachable", "B > A tcp 22 = reachable"],
    },
    {
        says: "One gateway carries the requests and another the replies",
        source: `${tests}/AwsConfigurationTransitGatewayAsymmetricPathsTest.java`,
        resources: {
            tgw: ["ec2transitgateway/TransitGateway", {}],
            other: ["ec2transitgateway/TransitGateway", {}],
            rtbBat: ["ec2transitgateway/RouteTable", { transitGatewayId: "@tgw" }],
            rtbFish: ["ec2transitgateway/RouteTable", { transitGatewayId: "@other" }],
            ...site("Bat", "10.1.0.0/16", "10.1.1.0/24", "10.1.1.100", {
                toFish: transit("Bat", "10.2.0.0/16", "tgw"),
                batOnTgw: attachment("Bat", manual),
                batOnOther: attachment("Bat", manual, "other"),
                batTable: associated("batOnTgw", "rtbBat"),
                batToOther: propagated("batOnOther", "rtbFish"),
            }),
            ...site("Fish", "10.2.0.0/16", "10.2.1.0/24", "10.2.1.100", {
                toBat: transit("Fish", "10.1.0.0/16", "other"),
                fishOnTgw: attachment("Fish", manual),
                fishOnOther: attachment("Fish", manual, "other"),
                fishTable: associated("fishOnOther", "rtbFish"),
                fishToTgw: propagated("fishOnTgw", "rtbBat"),
            }),
        },
        expected: ["Bat > Fish tcp 22 = reachable", "Fish > Bat tcp 22 = reachable"],
    },
    {
        says: "Two peered gateways need a route in the table of the attachment that traffic comes in by",
        source: `${tests}/AwsConfigurationTransitGatewayPeeringTest.java`,
        resources: {
            west: ["pulumi:providers:aws", { region: "us-west-1" }],
            tgw: ["ec2transitgateway/TransitGateway", {}],
            far: ["ec2transitgateway/TransitGateway", {}, { provider: "west" }],
            peering: [
                "ec2transitgateway/PeeringAttachment",
                { transitGatewayId: "@tgw", peerTransitGatewayId: "@far", peerRegion: "us-west-1" },
            ],
            accepted: [
                "ec2transitgateway/PeeringAttachmentAccepter",
                { transitGatewayAttachmentId: "@peering" },
                { provider: "west" },
            ],
            rtbBat2: ["ec2transitgateway/RouteTable", { transitGatewayId: "@tgw" }],
            peeringAtBat: associated("peering", "tgw.associationDefaultRouteTableId"),
            peeringAtFish: associated("accepted", "far.associationDefaultRouteTableId"),
            bat2ToFish: [
                "ec2transitgateway/Route",
                {
                    transitGatewayRouteTableId: "@rtbBat2",
                    destinationCidrBlock: "192.168.0.0/16",
                    transitGatewayAttachmentId: "@peering",
                },
            ],
            fishToBat2: [
                "ec2transitgateway/Route",
                {
                    transitGatewayRouteTableId: "@far.associationDefaultRouteTableId",
                    destinationCidrBlock: "10.20.0.0/16",
                    transitGatewayAttachmentId: "@accepted",
                },
            ],
            ...site("Bat", "10.10.0.0/16", "10.10.1.0/24", "10.10.1.100", {
                batOut: transit("Bat", "192.168.0.0/16"),
                attachBat: attachment("Bat"),
            }),
            ...site("Bat2", "10.20.0.0/16", "10.20.1.0/24", "10.20.1.100", {
                bat2Out: transit("Bat2", "192.168.0.0/16"),
                attachBat2: attachment("Bat2", manual),
                assocBat2: associated("attachBat2", "rtbBat2"),
            }),
            ...site("Fish", "192.168.0.0/16", "192.168.1.0/24", "192.168.1.100", {
                fishOut: transit("Fish", "10.0.0.0/8", "far"),
                attachFish: attachment("Fish", {}, "far"),
            }),
        },
        expected: [
            "Bat > Fish tcp 22 = blocked",
            "Bat > Fish tcp 22 request = blocked",
            "Bat2 > Fish tcp 22 request = reachable",
            "Fish > Bat tcp 22 = blocked",
            "Fish > Bat2 tcp 22 request = blocked",
            "Bat2 > Fish tcp 22 = blocked",
        ],
    },
]);
