import { expect } from "chai";
import type { QueryEnd } from "../../../analysis/reachability/query";
import { idOf, Ref, type Input, type Specimen } from "../model/specimen-stack";
import { both, everything, House } from "./house";

/** A first preview cannot tell what it reads of a parameter. */
function told(house: House): Input {
    return new Ref(house.add("ssm/parameter:Parameter", "told", { type: "String" }), "value");
}

function openHost(house: House, name = "client", subnet = 0): Specimen {
    return house.host(name, subnet, house.group(`${name}-open`, { ingress: everything, egress: everything }));
}

const beforeDeployment = (house: House, from: QueryEnd, to: QueryEnd): string =>
    house.ask(from, to)[0]!.verdict;

describe("what a plan leaves open", () => {
    it("edge-unknown-default-group: a default group that may be adopted promises nothing", () => {
        const house = new House();
        house.add("ec2/instance:Instance", "client", { subnetId: idOf(house.subnets[0]!) });
        openHost(house, "server", 1);
        expect(house.verdicts("client", "server", 443)).to.deep.equal(both("reachable"));
        house.add("ec2/defaultSecurityGroup:DefaultSecurityGroup", "locked", { vpcId: told(house) });
        expect(beforeDeployment(house, { resource: "client" }, { resource: "server" })).to.equal("unknown");
    });

    it("edge-unknown-gateway-table: a gateway that a route table may be for", () => {
        const house = new House();
        const gateway = house.add("ec2/internetGateway:InternetGateway", "igw", { vpcId: idOf(house.vpc) });
        house.route("0.0.0.0/0", { gatewayId: idOf(gateway) });
        house.add("ec2/eip:Eip", "address", { instance: idOf(openHost(house)) });
        const away: QueryEnd = { internet: "192.0.2.0/24" };
        expect(beforeDeployment(house, { resource: "client" }, away)).to.equal("reachable");
        const table = house.add("ec2/routeTable:RouteTable", "ingress", {
            vpcId: idOf(house.vpc),
            routes: [{ cidrBlock: "10.0.0.0/24", networkInterfaceId: "eni-elsewhere" }],
        });
        house.add("ec2/routeTableAssociation:RouteTableAssociation", "ingress", {
            routeTableId: idOf(table),
            gatewayId: told(house),
        });
        expect(beforeDeployment(house, { resource: "client" }, away)).to.equal("unknown");
    });

    it("edge-unknown-way-out: whoever sends it on may have a public address, which replies go to", () => {
        const house = new House();
        const gateway = house.add("ec2/internetGateway:InternetGateway", "igw", { vpcId: idOf(house.vpc) });
        house.route("0.0.0.0/0", { gatewayId: idOf(gateway) });
        house.add("ec2/eip:Eip", "address", { instance: idOf(openHost(house, "server", 1)) });
        const vpc = house.add("ec2/vpc:Vpc", "other", { cidrBlock: "10.9.0.0/16" });
        const subnet = house.add("ec2/subnet:Subnet", "other", {
            vpcId: idOf(vpc),
            cidrBlock: "10.9.0.0/24",
        });
        const table = house.add("ec2/routeTable:RouteTable", "other", {
            vpcId: idOf(vpc),
            routes: told(house),
        });
        house.add("ec2/routeTableAssociation:RouteTableAssociation", "other", {
            subnetId: idOf(subnet),
            routeTableId: idOf(table),
        });
        house.add("ec2/instance:Instance", "client", {
            subnetId: idOf(subnet),
            vpcSecurityGroupIds: [
                idOf(
                    house.add("ec2/securityGroup:SecurityGroup", "client", {
                        vpcId: idOf(vpc),
                        egress: everything,
                    }),
                ),
            ],
        });
        const server: QueryEnd = { resource: "server", address: "public" };
        expect(beforeDeployment(house, { resource: "client" }, server)).to.equal("unknown");
    });

    describe("over a transit gateway", () => {
        function hub(far: (house: House) => { [property: string]: Input }): House {
            const house = new House();
            const gateway = house.add("ec2transitgateway/transitGateway:TransitGateway", "hub", {});
            const vpc = house.add("ec2/vpc:Vpc", "far", far(house));
            house.add("ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "far", {
                vpcId: idOf(vpc),
                cidrBlock: "10.200.0.0/16",
            });
            const subnet = house.add("ec2/subnet:Subnet", "far", {
                vpcId: idOf(vpc),
                cidrBlock: "10.1.0.0/24",
            });
            const attach = (name: string, to: Specimen, subnets: readonly Specimen[]): Specimen =>
                house.add("ec2transitgateway/vpcAttachment:VpcAttachment", name, {
                    transitGatewayId: idOf(gateway),
                    vpcId: idOf(to),
                    subnetIds: subnets.map(idOf),
                });
            attach("near", house.vpc, house.subnets);
            const attachment = attach("far", vpc, [subnet]);
            house.route("10.0.0.0/8", { transitGatewayId: idOf(gateway) });
            house.route("198.51.100.0/24", { transitGatewayId: idOf(gateway) });
            house.add("ec2/defaultRouteTable:DefaultRouteTable", "far", {
                defaultRouteTableId: new Ref(vpc, "defaultRouteTableId"),
                routes: [{ cidrBlock: "0.0.0.0/0", transitGatewayId: idOf(gateway) }],
            });
            house.add("ec2transitgateway/route:Route", "round", {
                transitGatewayRouteTableId: new Ref(gateway, "associationDefaultRouteTableId"),
                destinationCidrBlock: "198.51.100.0/24",
                transitGatewayAttachmentId: idOf(attachment),
            });
            openHost(house);
            house.add("ec2/instance:Instance", "server", {
                subnetId: idOf(subnet),
                vpcSecurityGroupIds: [
                    idOf(
                        house.add("ec2/securityGroup:SecurityGroup", "server", {
                            vpcId: idOf(vpc),
                            ingress: everything,
                        }),
                    ),
                ],
            });
            return house;
        }
        const asked = (house: House, to: QueryEnd): string =>
            beforeDeployment(house, { resource: "client" }, to);

        it("edge-unknown-transit-block: a VPC whose block is not known propagates it all the same", () => {
            expect(
                asked(
                    hub(() => ({ cidrBlock: "10.1.0.0/16" })),
                    { resource: "server" },
                ),
            ).to.equal("reachable");
            expect(
                asked(
                    hub((house) => ({ cidrBlock: told(house) })),
                    { resource: "server" },
                ),
            ).to.equal("unknown");
        });

        it("edge-unknown-transit-block: a block of IPv6 that is not known leaves IPv4 decided", () => {
            const house = hub(() => ({ cidrBlock: "10.1.0.0/16", assignGeneratedIpv6CidrBlock: true }));
            expect(asked(house, { resource: "server" })).to.equal("reachable");
            expect(asked(house, { ip: "10.7.7.7" })).to.equal("blocked");
        });

        it("edge-route-circle: routes that lead in a circle deliver nothing", () => {
            const house = hub(() => ({ cidrBlock: "10.1.0.0/16" }));
            for (const { verdict, codes } of house.ask({ resource: "client" }, { ip: "198.51.100.7" })) {
                expect(verdict).to.equal("blocked");
                expect(codes).to.include("CANNOT_ROUTE");
            }
        });
    });
});
