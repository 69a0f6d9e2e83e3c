import type { Resources, Value } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything } from "../../support/independent/rules";

const guide = "awsdocs/amazon-vpc-user-guide doc_source";

/** A VPC with open groups, an internet gateway and a table for each subnet. */
const vpcOf = (
    block: string,
    subnets: { readonly [name: string]: string },
    routes: Resources,
): Resources => ({
    vpc: ["ec2/Vpc", { cidrBlock: block }],
    igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
    open: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
    ...Object.fromEntries(
        Object.entries(subnets).flatMap(([name, cidrBlock]): [string, Resources[string]][] => [
            [name, ["ec2/Subnet", { vpcId: "@vpc", cidrBlock, mapPublicIpOnLaunch: true }]],
            [`${name}Host`, ["ec2/Instance", { subnetId: `@${name}`, vpcSecurityGroupIds: ["@open"] }]],
        ]),
    ),
    ...routes,
});
const table = (...routes: { [property: string]: Value }[]): Resources[string] => [
    "ec2/RouteTable",
    { vpcId: "@vpc", routes },
];
const of = (subnet: string, routeTable: string): Resources[string] => [
    "ec2/RouteTableAssociation",
    { subnetId: `@${subnet}`, routeTableId: `@${routeTable}` },
];
const internet = { cidrBlock: "0.0.0.0/0", gatewayId: "@igw" };

examine("the VPC user guide, route tables", [
    {
        says: "A subnet without an association takes the main table, which another may have become",
        source: `${guide}/VPC_Route_Tables.md, Example 2: Replacing the main route table`,
        resources: vpcOf(
            "10.0.0.0/16",
            { one: "10.0.1.0/24", two: "10.0.2.0/24", three: "10.0.3.0/24" },
            {
                tableB: table(internet),
                tableC: table(),
                replaced: ["ec2/MainRouteTableAssociation", { vpcId: "@vpc", routeTableId: "@tableB" }],
                ofTwo: of("two", "tableB"),
                ofThree: of("three", "tableC"),
            },
        ),
        expected: [
            "internet > oneHost tcp 443 = reachable",
            "internet > twoHost tcp 443 = reachable",
            "internet > threeHost tcp 443 = blocked",
            "oneHost > internet tcp 443 = reachable",
            "threeHost > internet tcp 443 = blocked",
            "oneHost > threeHost tcp 443 = reachable",
        ],
    },
    {
        says: "The most specific route decides, be it a dead end",
        source: `${guide}/VPC_Route_Tables.md, Longest prefix match; Route priority and propagated routes`,
        resources: {
            ...vpcOf(
                "10.0.0.0/16",
                { here: "10.0.1.0/24", there: "10.0.2.0/24" },
                {
                    ofHere: of("here", "tableHere"),
                    ofThere: of("there", "tableThere"),
                    tableHere: table(
                        internet,
                        { cidrBlock: "172.31.0.0/16", vpcPeeringConnectionId: "@pcx" },
                        { cidrBlock: "9.9.9.0/24", networkInterfaceId: "@dead" },
                    ),
                    tableThere: table(internet),
                    vgw: ["ec2/VpnGateway", { vpcId: "@vpc" }],
                    propagation: [
                        "ec2/VpnGatewayRoutePropagation",
                        { routeTableId: "@tableThere", vpnGatewayId: "@vgw" },
                    ],
                    dead: ["ec2/NetworkInterface", { subnetId: "@there", securityGroups: ["@open"] }],
                    specific: [
                        "ec2/Route",
                        {
                            routeTableId: "@tableThere",
                            destinationCidrBlock: "172.31.0.0/24",
                            gatewayId: "@igw",
                        },
                    ],
                },
            ),
            peer: ["ec2/Vpc", { cidrBlock: "172.31.0.0/16" }],
            peerSubnet: ["ec2/Subnet", { vpcId: "@peer", cidrBlock: "172.31.1.0/24" }],
            peerGroup: ["ec2/SecurityGroup", { vpcId: "@peer", ingress: everything, egress: everything }],
            peerHost: ["ec2/Instance", { subnetId: "@peerSubnet", vpcSecurityGroupIds: ["@peerGroup"] }],
            peerMain: [
                "ec2/DefaultRouteTable",
                {
                    defaultRouteTableId: "@peer.defaultRouteTableId",
                    routes: [{ cidrBlock: "10.0.0.0/16", vpcPeeringConnectionId: "@pcx" }],
                },
            ],
            pcx: ["ec2/VpcPeeringConnection", { vpcId: "@vpc", peerVpcId: "@peer", autoAccept: true }],
        },
        expected: [
            "hereHost > peerHost tcp 22 = reachable",
            // What the private gateway announces is not known, and may be more specific than a static route.
            "thereHost > peerHost tcp 22 = unknown",
            "hereHost > 8.8.8.8 tcp 443 = reachable",
            // A network interface of nobody that forwards: it drops what is not for itself.
            "hereHost > 9.9.9.9 tcp 443 = blocked",
            "thereHost > 9.9.9.9 tcp 443 = reachable",
            "hereHost > thereHost tcp 22 = reachable",
            "thereHost > ip:192.168.7.7 tcp 443 = unknown",
        ],
    },
    {
        says: "A managed list in a route is each of its blocks, and a static block goes before it",
        source: `${guide}/VPC_Route_Tables.md, Route priority and prefix lists; managed-prefix-lists-referencing.md`,
        resources: {
            ...vpcOf(
                "10.0.0.0/16",
                { here: "10.0.1.0/24" },
                {
                    list: [
                        "ec2/ManagedPrefixList",
                        {
                            name: "partners",
                            addressFamily: "IPv4",
                            maxEntries: 5,
                            entries: [{ cidr: "198.51.100.0/24" }, { cidr: "203.0.113.0/24" }],
                        },
                    ],
                    more: ["ec2/ManagedPrefixListEntry", { prefixListId: "@list", cidr: "192.0.2.0/24" }],
                    ofHere: of("here", "tableHere"),
                    tableHere: ["ec2/RouteTable", { vpcId: "@vpc" }],
                    toPartners: [
                        "ec2/Route",
                        { routeTableId: "@tableHere", destinationPrefixListId: "@list", gatewayId: "@igw" },
                    ],
                    private: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.7.0/24" }],
                    nowhere: ["ec2/NetworkInterface", { subnetId: "@private", securityGroups: ["@open"] }],
                    notThem: [
                        "ec2/Route",
                        {
                            routeTableId: "@tableHere",
                            destinationCidrBlock: "203.0.113.0/24",
                            networkInterfaceId: "@nowhere",
                        },
                    ],
                    fromList: [
                        "vpc/SecurityGroupIngressRule",
                        {
                            securityGroupId: "@partners",
                            ipProtocol: "tcp",
                            fromPort: 443,
                            toPort: 443,
                            prefixListId: "@list",
                        },
                    ],
                    partners: ["ec2/SecurityGroup", { vpcId: "@vpc" }],
                    server: ["ec2/Instance", { subnetId: "@here", vpcSecurityGroupIds: ["@partners"] }],
                },
            ),
        },
        expected: [
            "hereHost > 198.51.100.9 tcp 443 = reachable",
            "hereHost > 192.0.2.9 tcp 443 = reachable",
            "hereHost > 203.0.113.9 tcp 443 = blocked",
            "hereHost > 8.8.8.8 tcp 443 = blocked",
            "198.51.100.9 > server tcp 443 = reachable",
            "192.0.2.9 > server tcp 443 = reachable",
            "203.0.113.9 > server tcp 443 = blocked",
            "203.0.113.9 > server tcp 443 request = reachable",
            "8.8.8.8 > server tcp 443 = blocked",
            "internet > server tcp 443 = reachable",
            "internet > server tcp 22 = blocked",
        ],
    },
    {
        says: "An egress-only gateway and a NAT gateway let out and not in",
        source: `${guide}/egress-only-internet-gateway.md, vpc-nat-gateway.md`,
        resources: {
            vpc: ["ec2/Vpc", { cidrBlock: "10.0.0.0/16", assignGeneratedIpv6CidrBlock: true }],
            igw: ["ec2/InternetGateway", { vpcId: "@vpc" }],
            eigw: ["ec2/EgressOnlyInternetGateway", { vpcId: "@vpc" }],
            open: ["ec2/SecurityGroup", { vpcId: "@vpc", ingress: everything, egress: everything }],
            publicSubnet: [
                "ec2/Subnet",
                {
                    vpcId: "@vpc",
                    cidrBlock: "10.0.0.0/24",
                    ipv6CidrBlock: "2600:1f18:1:1::/64",
                    assignIpv6AddressOnCreation: true,
                },
            ],
            privateSubnet: [
                "ec2/Subnet",
                {
                    vpcId: "@vpc",
                    cidrBlock: "10.0.1.0/24",
                    ipv6CidrBlock: "2600:1f18:1:2::/64",
                    assignIpv6AddressOnCreation: true,
                },
            ],
            address: ["ec2/Eip", { domain: "vpc" }],
            nat: ["ec2/NatGateway", { subnetId: "@publicSubnet", allocationId: "@address" }],
            publicTable: table(internet, { ipv6CidrBlock: "::/0", gatewayId: "@igw" }),
            privateTable: table(
                { cidrBlock: "0.0.0.0/0", natGatewayId: "@nat" },
                { ipv6CidrBlock: "::/0", egressOnlyGatewayId: "@eigw" },
            ),
            ofPublic: of("publicSubnet", "publicTable"),
            ofPrivate: of("privateSubnet", "privateTable"),
            web: ["ec2/Instance", { subnetId: "@publicSubnet", vpcSecurityGroupIds: ["@open"] }],
            back: ["ec2/Instance", { subnetId: "@privateSubnet", vpcSecurityGroupIds: ["@open"] }],
        },
        expected: [
            "internet6 > web.ipv6 tcp 443 = reachable",
            "internet6 > back.ipv6 tcp 443 = blocked",
            "back > internet6 tcp 443 = reachable",
            "back > internet6 icmpv6 128/0 = reachable",
            "back > internet tcp 443 = reachable",
            "web > internet tcp 443 = blocked",
            "web > internet6 tcp 443 = reachable",
            "back > 2001:4860:4860::8888 udp 53 = reachable",
            "web > back.ipv6 tcp 443 = reachable",
            "back > ip:2600:1f18:1:1::9 tcp 443 = unknown",
        ],
    },
]);
