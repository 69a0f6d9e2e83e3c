import type { Resources } from "../../support/independent/network";
import { examine } from "../../support/independent/examine";
import { everything, tcp } from "../../support/independent/rules";

const guide = "awsdocs/amazon-vpc-peering-guide doc_source";

/** A VPC whose main table leads over peerings, with subnets and a host in each. */
function vpc(
    name: string,
    block: string,
    routes: { readonly [block: string]: string },
    hosts: { readonly [host: string]: readonly [subnet: string, address: string] },
): Resources {
    const resources: { [name: string]: Resources[string] } = {
        [name]: ["ec2/Vpc", { cidrBlock: block }],
        [`${name}Main`]: ["ec2/DefaultRouteTable", { defaultRouteTableId: `@${name}.defaultRouteTableId` }],
        [`${name}Group`]: [
            "ec2/SecurityGroup",
            { vpcId: `@${name}`, ingress: everything, egress: everything },
        ],
    };
    for (const [destinationCidrBlock, peering] of Object.entries(routes)) {
        resources[`${name}To${destinationCidrBlock}`] = [
            "ec2/Route",
            { routeTableId: `@${name}Main`, destinationCidrBlock, vpcPeeringConnectionId: `@${peering}` },
        ];
    }
    for (const [host, [cidrBlock, privateIp]] of Object.entries(hosts)) {
        resources[`${host}Subnet`] = ["ec2/Subnet", { vpcId: `@${name}`, cidrBlock }];
        resources[host] = [
            "ec2/Instance",
            { subnetId: `@${host}Subnet`, privateIp, vpcSecurityGroupIds: [`@${name}Group`] },
        ];
    }
    return resources;
}

const peering = (
    requester: string,
    accepter: string,
    own: object = { autoAccept: true },
): Resources[string] => [
    "ec2/VpcPeeringConnection",
    { vpcId: `@${requester}`, peerVpcId: `@${accepter}`, ...own },
];

examine("the VPC peering guide", [
    {
        says: "Replies go by the routes of who answers, be it to another VPC of the same block",
        source: `${guide}/peering-configurations-partial-access.md, Routing for Response Traffic`,
        resources: {
            ...vpc(
                "a",
                "172.16.0.0/16",
                { "10.0.0.0/16": "ac" },
                { directory: ["172.16.0.0/24", "172.16.0.10"] },
            ),
            ...vpc("b", "10.0.0.0/16", { "172.16.0.0/24": "ab" }, { inB: ["10.0.1.0/24", "10.0.1.66"] }),
            ...vpc("c", "10.0.0.0/16", { "172.16.0.0/24": "ac" }, { inC: ["10.0.0.0/24", "10.0.0.66"] }),
            ab: peering("a", "b"),
            ac: peering("a", "c"),
        },
        expected: [
            "inB > directory tcp 389 request = reachable",
            "inB > directory tcp 389 = blocked",
            "inC > directory tcp 389 = reachable",
            "directory > inB tcp 389 = blocked",
            "directory > inC tcp 389 = reachable",
        ],
    },
    {
        says: "A route to one address of one VPC goes before the block of the other",
        source: `${guide}/peering-configurations-partial-access.md, One VPC Peered with Two VPCs Using Longest Prefix Match`,
        resources: {
            ...vpc(
                "a",
                "172.16.0.0/16",
                { "10.0.0.77/32": "ab", "10.0.0.0/16": "ac" },
                { hub: ["172.16.0.0/24", "172.16.0.10"] },
            ),
            ...vpc(
                "b",
                "10.0.0.0/16",
                { "172.16.0.0/16": "ab" },
                { chosen: ["10.0.0.0/24", "10.0.0.77"], other: ["10.0.9.0/24", "10.0.9.5"] },
            ),
            ...vpc("c", "10.0.0.0/16", { "172.16.0.0/16": "ac" }, { inC: ["10.0.1.0/24", "10.0.1.5"] }),
            ab: peering("a", "b"),
            ac: peering("a", "c"),
        },
        expected: [
            "hub > chosen tcp 22 = reachable",
            "chosen > hub tcp 22 = reachable",
            "other > hub tcp 22 = blocked",
            "other > hub tcp 22 request = reachable",
            "hub > other tcp 22 = blocked",
            "hub > inC tcp 22 = reachable",
            "inC > hub tcp 22 = reachable",
            "chosen > inC tcp 22 = blocked",
            "hub > ip:10.0.0.77 tcp 22 = reachable",
        ],
    },
    {
        says: "Two VPCs reach the one subnet of a hub that is theirs",
        source: `${guide}/peering-configurations-partial-access.md, Two VPCs Peered to Two Subnets in One VPC`,
        resources: {
            ...vpc(
                "a",
                "172.16.0.0/16",
                {},
                { x: ["172.16.0.0/24", "172.16.0.5"], y: ["172.16.1.0/24", "172.16.1.5"] },
            ),
            ...vpc("b", "10.0.0.0/16", { "172.16.0.0/24": "ab" }, { inB: ["10.0.0.0/24", "10.0.0.5"] }),
            ...vpc(
                "c",
                "192.168.0.0/16",
                { "172.16.1.0/24": "ac" },
                { inC: ["192.168.0.0/24", "192.168.0.5"] },
            ),
            tableX: [
                "ec2/RouteTable",
                { vpcId: "@a", routes: [{ cidrBlock: "10.0.0.0/16", vpcPeeringConnectionId: "@ab" }] },
            ],
            tableY: [
                "ec2/RouteTable",
                { vpcId: "@a", routes: [{ cidrBlock: "192.168.0.0/16", vpcPeeringConnectionId: "@ac" }] },
            ],
            ofX: ["ec2/RouteTableAssociation", { subnetId: "@xSubnet", routeTableId: "@tableX" }],
            ofY: ["ec2/RouteTableAssociation", { subnetId: "@ySubnet", routeTableId: "@tableY" }],
            ab: peering("a", "b"),
            ac: peering("c", "a"),
        },
        expected: [
            "inB > x tcp 22 = reachable",
            "inB > y tcp 22 = blocked",
            "inC > y tcp 22 = reachable",
            "inC > x tcp 22 = blocked",
            "x > y tcp 22 = reachable",
            "inB > inC tcp 22 = blocked",
            "y > inC tcp 22 = reachable",
            "x > inC tcp 22 request = blocked",
        ],
    },
    {
        says: "A peering lends nobody its neighbour's gateways, and is of no use before it is accepted",
        source: `${guide}/invalid-peering-configurations.md, Edge to Edge Routing; vpc-peering-basics.md, lifecycle`,
        resources: {
            ...vpc(
                "a",
                "10.0.0.0/16",
                { "10.1.0.0/16": "ab", "0.0.0.0/0": "ab", "10.2.0.0/16": "pending" },
                { inA: ["10.0.0.0/24", "10.0.0.5"] },
            ),
            ...vpc("b", "10.1.0.0/16", { "10.0.0.0/16": "ab" }, { inB: ["10.1.0.0/24", "10.1.0.5"] }),
            ...vpc("c", "10.2.0.0/16", { "10.0.0.0/16": "pending" }, { inC: ["10.2.0.0/24", "10.2.0.5"] }),
            igw: ["ec2/InternetGateway", { vpcId: "@b" }],
            s3: [
                "ec2/VpcEndpoint",
                { vpcId: "@b", serviceName: "com.amazonaws.us-east-1.s3", routeTableIds: ["@bMain"] },
            ],
            outB: ["ec2/Subnet", { vpcId: "@b", cidrBlock: "10.1.9.0/24" }],
            tableOut: [
                "ec2/RouteTable",
                {
                    vpcId: "@b",
                    routes: [
                        { cidrBlock: "0.0.0.0/0", gatewayId: "@igw" },
                        { cidrBlock: "10.0.0.0/16", vpcPeeringConnectionId: "@ab" },
                    ],
                },
            ],
            ofOut: ["ec2/RouteTableAssociation", { subnetId: "@outB", routeTableId: "@tableOut" }],
            ab: peering("a", "b"),
            pending: [
                "ec2/VpcPeeringConnection",
                { vpcId: "@a", peerVpcId: "@c" },
                { outputs: { acceptStatus: "pending-acceptance" } },
            ],
        },
        expected: [
            "inA > inB tcp 22 = reachable",
            "inA > 8.8.8.8 tcp 443 = blocked",
            "inA > s3 tcp 443 = blocked",
            "inB > s3 tcp 443 = reachable",
            "inA > inC tcp 22 = blocked",
            "inA > inC tcp 22 request = blocked",
        ],
    },
    {
        says: "A rule may name a peer's group in its own region, and no other",
        source: `${guide}/vpc-peering-security-groups.md`,
        resources: {
            ...vpc(
                "a",
                "10.0.0.0/16",
                { "10.1.0.0/16": "ab", "10.2.0.0/16": "ac" },
                { inA: ["10.0.0.0/24", "10.0.0.5"] },
            ),
            ...vpc("b", "10.1.0.0/16", { "10.0.0.0/16": "ab" }, { inB: ["10.1.0.0/24", "10.1.0.5"] }),
            ...vpc("c", "10.2.0.0/16", { "10.0.0.0/16": "ac" }, { inC: ["10.2.0.0/24", "10.2.0.5"] }),
            ab: peering("a", "b"),
            ac: peering("a", "c", { peerRegion: "eu-west-1" }),
            accepted: [
                "ec2/VpcPeeringConnectionAccepter",
                { vpcPeeringConnectionId: "@ac", autoAccept: true },
            ],
            members: [
                "ec2/SecurityGroup",
                {
                    vpcId: "@a",
                    ingress: [tcp(443, "@bGroup", "@cGroup"), tcp(80, "10.1.0.0/16", "10.2.0.0/16")],
                },
            ],
            server: ["ec2/Instance", { subnetId: "@inASubnet", vpcSecurityGroupIds: ["@members"] }],
        },
        expected: [
            "inB > server tcp 443 = reachable",
            "inC > server tcp 443 = blocked",
            "inB > server tcp 80 = reachable",
            "inC > server tcp 80 = reachable",
            "inA > server tcp 443 = blocked",
        ],
    },

    {
        says: "A peering with somebody else's VPC is what the state says of it",
        source: `${guide}/vpc-peering-basics.md, lifecycle; create-vpc-peering-connection.md, with a VPC in another account`,
        resources: {
            ...vpc(
                "a",
                "10.0.0.0/16",
                { "10.1.0.0/16": "theirs", "10.2.0.0/16": "rejected" },
                { inA: ["10.0.0.0/24", "10.0.0.5"] },
            ),
            theirs: [
                "ec2/VpcPeeringConnection",
                { vpcId: "@a", peerVpcId: "vpc-0a1b2c3d4e5f60718", peerOwnerId: "210987654321" },
                { outputs: { acceptStatus: "active" } },
            ],
            rejected: [
                "ec2/VpcPeeringConnection",
                { vpcId: "@a", peerVpcId: "vpc-0f1b2c3d4e5f60718", peerOwnerId: "210987654321" },
                { outputs: { acceptStatus: "rejected" } },
            ],
        },
        expected: [
            "inA > ip:10.1.0.9 tcp 22 = unknown",
            "ip:10.1.0.9 > inA tcp 22 = unknown",
            "inA > ip:10.2.0.9 tcp 22 = blocked (planned: unknown)",
            "inA > ip:10.3.0.9 tcp 22 = blocked",
        ],
    },

    {
        says: "A peering that was accepted by hand is usable once the state says so",
        source: `${guide}/accept-vpc-peering-connection.md`,
        resources: {
            ...vpc("a", "10.0.0.0/16", { "10.1.0.0/16": "ab" }, { inA: ["10.0.0.0/24", "10.0.0.5"] }),
            ...vpc("b", "10.1.0.0/16", { "10.0.0.0/16": "ab" }, { inB: ["10.1.0.0/24", "10.1.0.5"] }),
            ab: [
                "ec2/VpcPeeringConnection",
                { vpcId: "@a", peerVpcId: "@b" },
                { outputs: { acceptStatus: "active" } },
            ],
        },
        expected: ["inA > inB tcp 22 = reachable (planned: blocked)"],
    },
]);
