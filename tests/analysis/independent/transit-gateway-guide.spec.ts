import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const guide = "AWS Transit Gateway guide";

/** A VPC of two zones, each with a subnet, an open host in the first, and a default route to the gateway. */
function spoke(name: string, second: number, own: object = {}): Resources {
    return {
        [name]: ["ec2/Vpc", { cidrBlock: `10.${second}.0.0/16` }],
        [`${name}One`]: [
            "ec2/Subnet",
            { vpcId: `@${name}`, cidrBlock: `10.${second}.0.0/24`, availabilityZone: "us-east-1a" },
        ],
        [`${name}Two`]: [
            "ec2/Subnet",
            { vpcId: `@${name}`, cidrBlock: `10.${second}.1.0/24`, availabilityZone: "us-east-1b" },
        ],
        [`${name}Open`]: [
            "ec2/SecurityGroup",
            { vpcId: `@${name}`, ingress: everything, egress: everything },
        ],
        [`${name}Table`]: ["ec2/RouteTable", { vpcId: `@${name}` }],
        [`${name}Out`]: [
            "ec2/Route",
            { routeTableId: `@${name}Table`, destinationCidrBlock: "0.0.0.0/0", transitGatewayId: "@tgw" },
        ],
        [`${name}OfOne`]: [
            "ec2/RouteTableAssociation",
            { subnetId: `@${name}One`, routeTableId: `@${name}Table` },
        ],
        [`${name}OfTwo`]: [
            "ec2/RouteTableAssociation",
            { subnetId: `@${name}Two`, routeTableId: `@${name}Table` },
        ],
        [`${name}Attached`]: [
            "ec2transitgateway/VpcAttachment",
            {
                transitGatewayId: "@tgw",
                vpcId: `@${name}`,
                subnetIds: [`@${name}One`, `@${name}Two`],
                ...own,
            },
        ],
        [`${name}Host`]: [
            "ec2/Instance",
            { subnetId: `@${name}One`, privateIp: `10.${second}.0.9`, vpcSecurityGroupIds: [`@${name}Open`] },
        ],
    };
}
const apart = {
    transitGatewayDefaultRouteTableAssociation: false,
    transitGatewayDefaultRouteTablePropagation: false,
};
const table: Resources[string] = ["ec2transitgateway/RouteTable", { transitGatewayId: "@tgw" }];
const associated = (attachment: string, to: string): Resources[string] => [
    "ec2transitgateway/RouteTableAssociation",
    { transitGatewayAttachmentId: `@${attachment}`, transitGatewayRouteTableId: `@${to}` },
];
const propagated = (attachment: string, to: string): Resources[string] => [
    "ec2transitgateway/RouteTablePropagation",
    { transitGatewayAttachmentId: `@${attachment}`, transitGatewayRouteTableId: `@${to}` },
];
const route = (of: string, block: string, target: object): Resources[string] => [
    "ec2transitgateway/Route",
    { transitGatewayRouteTableId: `@${of}`, destinationCidrBlock: block, ...target },
];

examine("the transit gateway guide", [
    {
        says: "A gateway with its defaults is a centralised router between all that is attached",
        source: `${guide}, Example: Centralized router`,
        resources: {
            tgw: ["ec2transitgateway/TransitGateway", { description: "hub" }],
            ...spoke("a", 1),
            ...spoke("b", 2),
            ...spoke("c", 3),
        },
        expected: [
            "aHost > bHost tcp 22 = reachable",
            "bHost > cHost udp 53 = reachable",
            "cHost > aHost icmp 8/0 = reachable",
            "aHost > 8.8.8.8 tcp 443 = blocked",
            "internet > aHost tcp 22 = blocked",
            "aHost > ip:10.9.0.1 tcp 22 = blocked",
        ],
    },
    {
        says: "Isolated VPCs reach what they share and not one another",
        source: `${guide}, Example: Isolated VPCs with shared services`,
        resources: {
            tgw: [
                "ec2transitgateway/TransitGateway",
                { defaultRouteTableAssociation: "disable", defaultRouteTablePropagation: "disable" },
            ],
            isolated: table,
            sharing: table,
            ...spoke("a", 1),
            ...spoke("b", 2),
            ...spoke("shared", 3),
            aTo: associated("aAttached", "isolated"),
            bTo: associated("bAttached", "isolated"),
            sharedTo: associated("sharedAttached", "sharing"),
            sharedInIsolated: propagated("sharedAttached", "isolated"),
            aInSharing: propagated("aAttached", "sharing"),
            bInSharing: propagated("bAttached", "sharing"),
        },
        expected: [
            "aHost > sharedHost tcp 389 = reachable",
            "sharedHost > bHost tcp 22 = reachable",
            "aHost > bHost tcp 22 = blocked",
            "bHost > aHost tcp 22 request = blocked",
        ],
    },
    {
        says: "One VPC's NAT gateway serves the others, whose replies come back by its public subnet's routes",
        source: `${guide}, Example: Centralized outbound routing to the internet`,
        resources: {
            tgw: ["ec2transitgateway/TransitGateway", {}],
            ...spoke("a", 1),
            ...spoke("b", 2),
            egress: ["ec2/Vpc", { cidrBlock: "10.3.0.0/16" }],
            igw: ["ec2/InternetGateway", { vpcId: "@egress" }],
            front: [
                "ec2/Subnet",
                { vpcId: "@egress", cidrBlock: "10.3.0.0/24", availabilityZone: "us-east-1a" },
            ],
            back: [
                "ec2/Subnet",
                { vpcId: "@egress", cidrBlock: "10.3.1.0/24", availabilityZone: "us-east-1a" },
            ],
            back2: [
                "ec2/Subnet",
                { vpcId: "@egress", cidrBlock: "10.3.2.0/24", availabilityZone: "us-east-1b" },
            ],
            eip: ["ec2/Eip", { domain: "vpc" }],
            nat: ["ec2/NatGateway", { subnetId: "@front", allocationId: "@eip.allocationId" }],
            frontTable: [
                "ec2/RouteTable",
                {
                    vpcId: "@egress",
                    routes: [
                        { cidrBlock: "0.0.0.0/0", gatewayId: "@igw" },
                        { cidrBlock: "10.0.0.0/8", transitGatewayId: "@tgw" },
                    ],
                },
            ],
            backTable: [
                "ec2/RouteTable",
                { vpcId: "@egress", routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: "@nat" }] },
            ],
            frontOf: ["ec2/RouteTableAssociation", { subnetId: "@front", routeTableId: "@frontTable" }],
            backOf: ["ec2/RouteTableAssociation", { subnetId: "@back", routeTableId: "@backTable" }],
            back2Of: ["ec2/RouteTableAssociation", { subnetId: "@back2", routeTableId: "@backTable" }],
            egressAttached: [
                "ec2transitgateway/VpcAttachment",
                { transitGatewayId: "@tgw", vpcId: "@egress", subnetIds: ["@back", "@back2"] },
            ],
            allOut: route("tgw.associationDefaultRouteTableId", "0.0.0.0/0", {
                transitGatewayAttachmentId: "@egressAttached",
            }),
            notPrivate: route("tgw.associationDefaultRouteTableId", "192.168.0.0/16", { blackhole: true }),
        },
        expected: [
            "aHost > 8.8.8.8 tcp 443 = reachable",
            "bHost > internet tcp 443 = reachable",
            "internet > aHost tcp 443 = blocked",
            "aHost > 8.8.8.8 47 = blocked",
            "aHost > ip:192.168.0.1 tcp 22 = blocked",
            "aHost > bHost tcp 22 = reachable",
        ],
    },
    {
        says: "A blackhole, a static route and a propagated one are told apart by length and kind",
        source: `${guide}, How transit gateways work: Route evaluation order; blackhole routes`,
        resources: {
            tgw: [
                "ec2transitgateway/TransitGateway",
                { defaultRouteTableAssociation: "disable", defaultRouteTablePropagation: "disable" },
            ],
            only: table,
            ...spoke("a", 1, apart),
            ...spoke("b", 2, apart),
            ...spoke("c", 3, apart),
            aTo: associated("aAttached", "only"),
            bTo: associated("bAttached", "only"),
            cTo: associated("cAttached", "only"),
            aIn: propagated("aAttached", "only"),
            bIn: propagated("bAttached", "only"),
            cIn: propagated("cAttached", "only"),
            hole: route("only", "10.2.0.0/24", { blackhole: true }),
            b2Host: ["ec2/Instance", { subnetId: "@bTwo", vpcSecurityGroupIds: ["@bOpen"] }],
            astray: route("only", "10.3.0.0/16", { transitGatewayAttachmentId: "@bAttached" }),
        },
        expected: [
            "aHost > bHost tcp 22 = blocked",
            "aHost > b2Host tcp 22 = reachable",
            // The static route to the same block leads to the wrong VPC.
            "aHost > cHost tcp 22 = blocked",
            "cHost > aHost tcp 22 request = reachable",
            "cHost > aHost tcp 22 = blocked",
        ],
    },
    {
        says: "Groups are known across a gateway that supports it, in rules for what comes in",
        source: `${guide}, Security group referencing; CreateTransitGatewayRequestOptions.SecurityGroupReferencingSupport`,
        resources: {
            tgw: ["ec2transitgateway/TransitGateway", { securityGroupReferencingSupport: "enable" }],
            ...spoke("a", 1),
            ...spoke("b", 2, { securityGroupReferencingSupport: "disable" }),
            ...spoke("c", 3),
            members: ["ec2/SecurityGroup", { vpcId: "@a", ingress: [tcp(443, "@bOpen", "@cOpen")] }],
            server: ["ec2/Instance", { subnetId: "@aOne", vpcSecurityGroupIds: ["@members"] }],
        },
        expected: [
            "cHost > server tcp 443 = reachable",
            "bHost > server tcp 443 = blocked",
            "cHost > server tcp 80 = blocked",
            "aHost > server tcp 443 = blocked",
        ],
    },
    {
        says: "A VPN behind the gateway may lead anywhere that is not attached",
        source: `${guide}, Transit gateway VPN attachments; batfish AwsConfigurationVpnGatewayTest`,
        resources: {
            tgw: ["ec2transitgateway/TransitGateway", {}],
            customer: [
                "ec2/CustomerGateway",
                { bgpAsn: "65000", ipAddress: "147.75.69.27", type: "ipsec.1" },
            ],
            vpn: [
                "ec2/VpnConnection",
                { customerGatewayId: "@customer", transitGatewayId: "@tgw", type: "ipsec.1" },
            ],
            ...spoke("a", 1),
            ...spoke("b", 2),
        },
        expected: [
            "aHost > ip:192.168.5.5 tcp 22 = unknown",
            "ip:192.168.5.5 > aHost tcp 22 = unknown",
            "aHost > bHost tcp 22 = reachable",
        ],
    },
]);
