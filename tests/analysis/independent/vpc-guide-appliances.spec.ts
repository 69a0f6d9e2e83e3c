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

examine("the VPC user guide, appliances", [
    {
        says: "An appliance between two subnets inspects what passes, if it forwards at all",
        source: `${guide}/intra-vpc-route.md, Inspect traffic between subnets; route-table-options.md, Routing to a middlebox appliance`,
        resources: vpcOf(
            "10.0.0.0/16",
            { a: "10.0.1.0/24", b: "10.0.2.0/24", c: "10.0.3.0/24" },
            {
                ofA: of("a", "tableA"),
                ofB: of("b", "tableB"),
                tableA: table({ cidrBlock: "10.0.2.0/24", networkInterfaceId: "@middle" }),
                tableB: table({ cidrBlock: "10.0.1.0/24", networkInterfaceId: "@middle" }),
                middle: [
                    "ec2/NetworkInterface",
                    { subnetId: "@c", securityGroups: ["@open"], sourceDestCheck: false },
                ],
                d: ["ec2/Subnet", { vpcId: "@vpc", cidrBlock: "10.0.4.0/24" }],
                tableD: table({ cidrBlock: "10.0.2.0/24", networkInterfaceId: "@checked" }),
                ofD: of("d", "tableD"),
                checked: ["ec2/NetworkInterface", { subnetId: "@c", securityGroups: ["@open"] }],
                dHost: ["ec2/Instance", { subnetId: "@d", vpcSecurityGroupIds: ["@open"] }],
                members: [
                    "ec2/SecurityGroup",
                    {
                        vpcId: "@vpc",
                        ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, securityGroups: ["@open"] }],
                    },
                ],
                bMember: ["ec2/Instance", { subnetId: "@b", vpcSecurityGroupIds: ["@members"] }],
            },
        ),
        expected: [
            // What the appliance does with it is its own matter.
            "aHost > bHost tcp 443 = unknown",
            "bHost > aHost tcp 443 = unknown",
            "dHost > bHost tcp 443 = blocked",
            "aHost > cHost tcp 443 = reachable",
            "aHost > bMember tcp 443 = blocked",
            "cHost > bMember tcp 443 = reachable",
        ],
    },
    {
        says: "A gateway's own table hands what comes in to a firewall in another subnet",
        source: `${guide}/gwlb-route.md; igw ingress routing, VPC_Route_Tables.md, Gateway route tables`,
        resources: vpcOf(
            "172.31.0.0/16",
            { servers: "172.31.0.0/20", others: "172.31.16.0/20", appliances: "172.31.32.0/20" },
            {
                main: [
                    "ec2/DefaultRouteTable",
                    { defaultRouteTableId: "@vpc.defaultRouteTableId", routes: [internet] },
                ],
                edge: [
                    "ec2/RouteTable",
                    {
                        vpcId: "@vpc",
                        routes: [{ cidrBlock: "172.31.0.0/20", networkInterfaceId: "@firewall" }],
                    },
                ],
                ofGateway: ["ec2/RouteTableAssociation", { gatewayId: "@igw", routeTableId: "@edge" }],
                firewall: [
                    "ec2/NetworkInterface",
                    { subnetId: "@appliances", securityGroups: ["@open"], sourceDestCheck: false },
                ],
                tableServers: table({ cidrBlock: "0.0.0.0/0", networkInterfaceId: "@firewall" }),
                ofServers: of("servers", "tableServers"),
            },
        ),
        expected: [
            // An interface that a gateway's table leads to needs a public address itself.
            "internet > serversHost tcp 443 = blocked",
            "internet > othersHost tcp 443 = reachable",
        ],
    },
    {
        says: "A firewall with a public address may pass on what a gateway's table hands it",
        source: `${guide}/VPC_Route_Tables.md, Gateway route tables`,
        resources: vpcOf(
            "172.31.0.0/16",
            { servers: "172.31.0.0/20", direct: "172.31.16.0/20", appliances: "172.31.32.0/20" },
            {
                main: [
                    "ec2/DefaultRouteTable",
                    { defaultRouteTableId: "@vpc.defaultRouteTableId", routes: [internet] },
                ],
                edge: [
                    "ec2/RouteTable",
                    {
                        vpcId: "@vpc",
                        routes: [{ cidrBlock: "172.31.0.0/16", networkInterfaceId: "@firewall" }],
                    },
                ],
                ofGateway: ["ec2/RouteTableAssociation", { gatewayId: "@igw", routeTableId: "@edge" }],
                firewall: [
                    "ec2/NetworkInterface",
                    { subnetId: "@appliances", securityGroups: ["@open"], sourceDestCheck: false },
                ],
                address: ["ec2/Eip", { domain: "vpc", networkInterface: "@firewall" }],
                tableServers: table({ cidrBlock: "0.0.0.0/0", networkInterfaceId: "@firewall" }),
                ofServers: of("servers", "tableServers"),
            },
        ),
        expected: [
            "internet > serversHost tcp 443 = unknown",
            "serversHost > internet tcp 443 = unknown",
            "internet > directHost tcp 443 = unknown",
        ],
    },
    {
        says: "A gateway's table that leads to an interface which does not forward shuts its subnet off",
        source: `${guide}/VPC_Route_Tables.md, Gateway route tables; route-table-options.md, appliance considerations`,
        resources: vpcOf(
            "172.31.0.0/16",
            { servers: "172.31.0.0/20", appliances: "172.31.32.0/20" },
            {
                main: [
                    "ec2/DefaultRouteTable",
                    { defaultRouteTableId: "@vpc.defaultRouteTableId", routes: [internet] },
                ],
                edge: ["ec2/RouteTable", { vpcId: "@vpc" }],
                redirect: [
                    "ec2/Route",
                    {
                        routeTableId: "@edge",
                        destinationCidrBlock: "172.31.0.0/20",
                        networkInterfaceId: "@checked",
                    },
                ],
                ofGateway: ["ec2/RouteTableAssociation", { gatewayId: "@igw", routeTableId: "@edge" }],
                checked: ["ec2/NetworkInterface", { subnetId: "@appliances", securityGroups: ["@open"] }],
                address: ["ec2/Eip", { domain: "vpc", networkInterface: "@checked" }],
            },
        ),
        expected: [
            "internet > serversHost tcp 443 = blocked",
            "internet > appliancesHost tcp 443 = reachable",
        ],
    },
]);
