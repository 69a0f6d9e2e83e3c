import { expect } from "chai";
import type { NetworkModel } from "../../../analysis/model/network-model";
import {
    isPublicSubnet,
    networkAclOf,
    routesToInternet,
    routeTableOf,
    subnetsIn,
} from "../../../analysis/model/subnet-queries";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref, SpecimenStack, type Specimen } from "./specimen-stack";

interface Network {
    readonly stack: SpecimenStack;
    readonly vpc: Specimen;
    readonly subnet: Specimen;
    readonly igw: Specimen;
    readonly nat: Specimen;
}

function network(attached = true): Network {
    const stack = new SpecimenStack();
    const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
    const subnet = stack.add("aws:ec2/subnet:Subnet", "a", { vpcId: idOf(vpc), cidrBlock: "10.0.0.0/24" });
    const igw = stack.add(
        "aws:ec2/internetGateway:InternetGateway",
        "igw",
        attached ? { vpcId: idOf(vpc) } : {},
    );
    const nat = stack.add("aws:ec2/natGateway:NatGateway", "nat", { subnetId: idOf(subnet) });
    return { stack, vpc, subnet, igw, nat };
}

/** What a subnet whose own table holds these routes answers. */
function internetWith(routes: (net: Network) => Specimen["inputs"][], attached = true): string {
    const net = network(attached);
    const table = net.stack.add("aws:ec2/routeTable:RouteTable", "table", { vpcId: idOf(net.vpc) });
    net.stack.add("aws:ec2/routeTableAssociation:RouteTableAssociation", "link", {
        subnetId: idOf(net.subnet),
        routeTableId: idOf(table),
    });
    routes(net).forEach((route, at) =>
        net.stack.add("aws:ec2/route:Route", `route-${at}`, { routeTableId: idOf(table), ...route }),
    );
    const model = previewOf(net.stack);
    return routesToInternet(model, model.subnets.get(net.subnet.urn)!);
}

describe("whether a subnet is public", () => {
    it("is decided by a route for any public address to the attached internet gateway", () => {
        expect(
            internetWith(({ igw }) => [{ destinationCidrBlock: "0.0.0.0/0", gatewayId: idOf(igw) }]),
        ).to.equal("yes");
        expect(
            internetWith(({ igw }) => [{ destinationCidrBlock: "8.8.8.0/24", gatewayId: idOf(igw) }]),
        ).to.equal("yes");
        expect(
            internetWith(({ igw }) => [{ destinationIpv6CidrBlock: "::/0", gatewayId: idOf(igw) }]),
        ).to.equal("yes");
        expect(
            internetWith(({ igw }) => [{ destinationCidrBlock: "10.9.0.0/16", gatewayId: idOf(igw) }]),
        ).to.equal("no");
        expect(
            internetWith(({ nat }) => [{ destinationCidrBlock: "0.0.0.0/0", natGatewayId: idOf(nat) }]),
        ).to.equal("no");
        expect(internetWith(() => [])).to.equal("no");
    });

    it("is denied where the gateway is attached to no VPC", () => {
        const route = ({ igw }: Network) => [{ destinationCidrBlock: "0.0.0.0/0", gatewayId: idOf(igw) }];
        expect(internetWith(route, false)).to.equal("no");
    });

    it("is denied where more specific routes take everything away from the gateway", () => {
        const halves = ({ igw, nat }: Network) => [
            { destinationCidrBlock: "0.0.0.0/0", gatewayId: idOf(igw) },
            { destinationCidrBlock: "0.0.0.0/1", natGatewayId: idOf(nat) },
            { destinationCidrBlock: "128.0.0.0/1", natGatewayId: idOf(nat) },
        ];
        expect(internetWith(halves)).to.equal("no");
        expect(internetWith((net) => halves(net).slice(0, 2))).to.equal("yes");
    });

    it("is open where the route's target or destination is, and then counts as public", () => {
        const stack = network();
        const target = ({ vpc }: Network) => [
            { destinationCidrBlock: "0.0.0.0/0", gatewayId: new Ref(vpc, "somewhere") },
        ];
        expect(internetWith(target)).to.equal("undecided");
        expect(
            internetWith(({ vpc, igw }) => [
                { destinationCidrBlock: new Ref(vpc, "cidr"), gatewayId: idOf(igw) },
            ]),
        ).to.equal("undecided");
        expect(
            internetWith(({ vpc, nat }) => [
                { destinationCidrBlock: new Ref(vpc, "cidr"), natGatewayId: idOf(nat) },
            ]),
        ).to.equal("no");
        stack.stack.add("aws:ec2/instance:Instance", "guest", { subnetId: "subnet-elsewhere" });
        const model: NetworkModel = modelOf(stack.stack);
        const elsewhere = model.subnets.get("external:subnet:subnet-elsewhere")!;
        expect(routesToInternet(model, elsewhere)).to.equal("undecided");
        expect(isPublicSubnet(model, elsewhere)).to.equal(true);
    });

    it("follows the main table where the subnet has none of its own", () => {
        const { stack, vpc, subnet, igw } = network();
        const table = stack.add("aws:ec2/defaultRouteTable:DefaultRouteTable", "main", {
            defaultRouteTableId: new Ref(vpc, "defaultRouteTableId"),
            routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: idOf(igw) }],
        });
        const model = modelOf(stack);
        const seen = model.subnets.get(subnet.urn)!;
        expect(isPublicSubnet(model, seen)).to.equal(true);
        expect(routeTableOf(model, seen).key).to.equal(table.urn);
        expect(networkAclOf(model, seen).isDefault).to.equal(true);
        expect(subnetsIn(model, vpc.urn)).to.deep.equal([seen]);
    });

    it("cannot be asked of a model that lacks the table it names", () => {
        const { stack, subnet } = network();
        const model = modelOf(stack);
        const broken: NetworkModel = { ...model, routeTables: new Map() };
        expect(() => routesToInternet(broken, model.subnets.get(subnet.urn)!)).to.throw(
            "holds nothing under it",
        );
    });
});
