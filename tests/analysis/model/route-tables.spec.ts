import { expect } from "chai";
import { formatCidr } from "../../../packets/cidr";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import type { NetworkModel, Route } from "../../../analysis/model/network-model";
import { asReportedOnly, modelOf, previewOf } from "./both-forms";
import { idOf, Ref, SpecimenStack, type Specimen } from "./specimen-stack";

const tableType = "aws:ec2/routeTable:RouteTable";
const routeType = "aws:ec2/route:Route";

function network(): { stack: SpecimenStack; vpc: Specimen; subnet: Specimen; igw: Specimen } {
    const stack = new SpecimenStack();
    const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
    const subnet = stack.add("aws:ec2/subnet:Subnet", "a", { vpcId: idOf(vpc), cidrBlock: "10.0.0.0/24" });
    const igw = stack.add("aws:ec2/internetGateway:InternetGateway", "igw", { vpcId: idOf(vpc) });
    return { stack, vpc, subnet, igw };
}

const tail = (key: string): string => key.slice(key.lastIndexOf("::") + 2);

function line({ destination, target }: Route): string {
    const to =
        destination.kind === "cidr"
            ? formatCidr(destination.cidr)
            : destination.kind === "prefixList"
              ? tail(destination.prefixList)
              : "undecided";
    return `${to} ${target.kind} ${"key" in target ? tail(target.key) : ""}`.trim();
}

const linesOf = (model: NetworkModel, key: string): string[] =>
    model.routeTables.get(key)!.routes.map(line).sort();

describe("a route table's routes", () => {
    it("lead to every kind of target, inline and as resources of their own", () => {
        const { stack, vpc, subnet, igw } = network();
        const add = (type: string, inputs: Specimen["inputs"] = {}): Specimen =>
            stack.add(type, type.replace(/^.*:/, ""), inputs);
        const guest = add("aws:ec2/instance:Instance", { subnetId: idOf(subnet), sourceDestCheck: false });
        const card = add("aws:ec2/networkInterface:NetworkInterface", { subnetId: idOf(subnet) });
        const nat = add("aws:ec2/natGateway:NatGateway", { subnetId: idOf(subnet) });
        const peer = add("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", {
            vpcId: idOf(vpc),
            peerVpcId: "vpc-peer",
        });
        const targets: Specimen["inputs"][] = [
            { gatewayId: idOf(igw) },
            { gatewayId: idOf(add("aws:ec2/vpnGateway:VpnGateway", { vpcId: idOf(vpc) })) },
            { gatewayId: "local" },
            { natGatewayId: idOf(nat) },
            { networkInterfaceId: idOf(card) },
            { networkInterfaceId: new Ref(guest, "primaryNetworkInterfaceId") },
            { transitGatewayId: idOf(add("aws:ec2transitgateway/transitGateway:TransitGateway")) },
            { vpcPeeringConnectionId: idOf(peer) },
            {
                egressOnlyGatewayId: idOf(
                    add("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", { vpcId: idOf(vpc) }),
                ),
            },
            {
                vpcEndpointId: idOf(
                    add("aws:ec2/vpcEndpoint:VpcEndpoint", {
                        vpcId: idOf(vpc),
                        vpcEndpointType: "GatewayLoadBalancer",
                    }),
                ),
            },
            { carrierGatewayId: idOf(add("aws:ec2/carrierGateway:CarrierGateway", { vpcId: idOf(vpc) })) },
            { coreNetworkArn: "arn:aws:networkmanager::123456789012:core-network/core-1" },
            { gatewayId: "igw-elsewhere" },
            { natGatewayId: "nat-elsewhere" },
        ];
        const expected = [
            "internetGateway igw",
            "virtualPrivateGateway VpnGateway",
            "local main",
            "natGateway NatGateway",
            "networkInterface NetworkInterface",
            "instance Instance",
            "transitGateway TransitGateway",
            "vpcPeeringConnection VpcPeeringConnection",
            "egressOnlyInternetGateway EgressOnlyInternetGateway",
            "gatewayLoadBalancerEndpoint VpcEndpoint",
            "carrierGateway CarrierGateway",
        ];
        const tables = targets.map((target, at) => {
            const inline = stack.add(tableType, `inline-${at}`, {
                vpcId: idOf(vpc),
                routes: [{ cidrBlock: "0.0.0.0/0", ...target }],
            });
            const table = stack.add(tableType, `table-${at}`, { vpcId: idOf(vpc) });
            stack.add(routeType, `route-${at}`, {
                routeTableId: idOf(table),
                destinationCidrBlock: "0.0.0.0/0",
                ...target,
            });
            return [inline, table] as const;
        });
        const model = previewOf(stack);
        tables.forEach(([inline, table], at) => {
            expect(linesOf(model, inline.urn), String(at)).to.deep.equal(linesOf(model, table.urn));
        });
        expect(
            tables.slice(0, expected.length).map(([, table]) => linesOf(model, table.urn)[0]),
        ).to.deep.equal(expected.map((target) => `0.0.0.0/0 ${target}`));
        const external = model.internetGateways.get("external:internetGateway:igw-elsewhere");
        expect(external).to.deep.include({ external: true, egressOnly: false });
        expect(model.natGateways.get("external:natGateway:nat-elsewhere")!.external).to.equal(true);
    });

    it("are not doubled by the outputs of a deployed table", () => {
        const { stack, vpc, igw } = network();
        const table = stack.add(tableType, "table", { vpcId: idOf(vpc) });
        stack.add(routeType, "route", {
            routeTableId: idOf(table),
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: idOf(igw),
        });
        expect(linesOf(modelOf(stack), table.urn)).to.deep.equal(["0.0.0.0/0 internetGateway igw"]);
        const withoutInputs = stack.records("deployed").map(asReportedOnly);
        expect(linesOf(buildNetworkModel(withoutInputs), table.urn)).to.have.length(1);
    });

    it("whose one property could mean two gateways stay undecided, each by itself", () => {
        const { stack, vpc, subnet } = network();
        const [one, other] = ["one", "other"].map((name) =>
            stack.add("aws:ec2/natGateway:NatGateway", name, { subnetId: idOf(subnet) }),
        );
        const table = stack.add(tableType, "table", {
            vpcId: idOf(vpc),
            routes: [
                { cidrBlock: "10.1.0.0/16", natGatewayId: idOf(one!) },
                { cidrBlock: "10.2.0.0/16", natGatewayId: idOf(other!) },
            ],
        });
        const { routes } = previewOf(stack).routeTables.get(table.urn)!;
        const open = routes.map(({ target }) =>
            target.kind === "undecided" ? target.undecided.property : target.kind,
        );
        expect(open).to.deep.equal(["routes[0].natGatewayId", "routes[1].natGatewayId"]);
    });

    it("hold those to a gateway endpoint's prefix list, which AWS adds by itself", () => {
        const { stack, vpc } = network();
        const tables = ["one", "other"].map((name) => stack.add(tableType, name, { vpcId: idOf(vpc) }));
        const endpoint = stack.add("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", {
            vpcId: idOf(vpc),
            serviceName: "com.amazonaws.eu-west-1.s3",
            routeTableIds: [idOf(tables[0]!)],
        });
        stack.add("aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation", "more", {
            vpcEndpointId: idOf(endpoint),
            routeTableId: idOf(tables[1]!),
        });
        const model = modelOf(stack);
        for (const table of tables) {
            expect(linesOf(model, table.urn)[0]).to.match(/s3 gatewayEndpoint s3$/);
        }
        expect(model.gatewayEndpoints.get(endpoint.urn)).to.deep.include({
            service: "s3",
            routeTables: tables.map(({ urn }) => urn),
        });
    });

    it("include what a virtual private gateway propagates, and the gateways it routes for", () => {
        const { stack, vpc, igw } = network();
        const vgw = stack.add("aws:ec2/vpnGateway:VpnGateway", "vgw", { vpcId: idOf(vpc) });
        const table = stack.add(tableType, "table", { vpcId: idOf(vpc) });
        const listed = stack.add(tableType, "listed", { vpcId: idOf(vpc), propagatingVgws: [idOf(vgw)] });
        stack.add("aws:ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation", "propagation", {
            vpnGatewayId: idOf(vgw),
            routeTableId: idOf(table),
        });
        stack.add("aws:ec2/routeTableAssociation:RouteTableAssociation", "edge", {
            gatewayId: idOf(igw),
            routeTableId: idOf(table),
        });
        const { routeTables } = modelOf(stack);
        expect(routeTables.get(table.urn)).to.deep.include({
            propagatedFrom: [vgw.urn],
            associatedGateways: [igw.urn],
        });
        expect(routeTables.get(listed.urn)!.propagatedFrom).to.deep.equal([vgw.urn]);
    });
});

describe("the route table of a subnet", () => {
    it("is the one an association names, and otherwise the VPC's main table", () => {
        const { stack, vpc, subnet } = network();
        const other = stack.add("aws:ec2/subnet:Subnet", "b", { vpcId: idOf(vpc), cidrBlock: "10.0.1.0/24" });
        const table = stack.add(tableType, "own", { vpcId: idOf(vpc) });
        stack.add("aws:ec2/routeTableAssociation:RouteTableAssociation", "link", {
            subnetId: idOf(other),
            routeTableId: idOf(table),
        });
        const { subnets, vpcs, routeTables } = modelOf(stack);
        const main = vpcs.get(vpc.urn)!.mainRouteTable;
        expect(subnets.get(other.urn)!.routeTable).to.equal(table.urn);
        expect(subnets.get(subnet.urn)!.routeTable).to.equal(main);
        expect(routeTables.get(main)).to.deep.include({
            main: true,
            external: false,
            routes: [],
            vpc: vpc.urn,
        });
        expect(routeTables.get(table.urn)!.main).to.equal(false);
    });

    it("is the adopted default table, with its routes", () => {
        const { stack, vpc, subnet, igw } = network();
        const adopted = stack.add("aws:ec2/defaultRouteTable:DefaultRouteTable", "main", {
            defaultRouteTableId: new Ref(vpc, "defaultRouteTableId"),
            routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: idOf(igw) }],
        });
        const model = modelOf(stack);
        expect(model.subnets.get(subnet.urn)!.routeTable).to.equal(adopted.urn);
        expect(linesOf(model, adopted.urn)).to.deep.equal(["0.0.0.0/0 internetGateway igw"]);
    });

    it("is the table that a main association puts in the default's place", () => {
        const { stack, vpc, subnet, igw } = network();
        const table = stack.add(tableType, "public", { vpcId: idOf(vpc) });
        stack.add("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", {
            vpcId: idOf(vpc),
            routeTableId: idOf(table),
        });
        stack.add(routeType, "old", {
            routeTableId: new Ref(vpc, "defaultRouteTableId"),
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: idOf(igw),
        });
        const { subnets, routeTables } = modelOf(stack);
        expect(subnets.get(subnet.urn)!.routeTable).to.equal(table.urn);
        expect(routeTables.get(table.urn)!.main).to.equal(true);
        expect(routeTables.get(`${vpc.urn}#defaultRouteTable`)).to.deep.include({
            main: false,
            external: false,
        });
    });
});
