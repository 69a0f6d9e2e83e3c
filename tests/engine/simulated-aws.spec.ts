import { expect } from "chai";
import { beforeEach } from "mocha";
import { HandMadeNetwork } from "../support/engine/hand-made-network";

// The stories prove nothing unless the simulated AWS says no where AWS does.
describe("the simulated AWS, of addresses and the ways between them", () => {
    let net: HandMadeNetwork;

    beforeEach(() => {
        net = new HandMadeNetwork();
    });

    describe("addresses", () => {
        it("refuses a subnet outside its VPC", () => {
            expect(() => net.subnet("10.1.0.0/24")).to.throw("InvalidSubnet.Range");
        });

        it("refuses overlapping subnets, and takes neighbours", () => {
            net.subnet("10.0.0.0/24");
            net.subnet("10.0.1.0/24");
            expect(() => net.subnet("10.0.0.128/25")).to.throw("InvalidSubnet.Conflict");
        });

        it("refuses a zone that the region does not have", () => {
            expect(() => net.subnet("10.0.0.0/24", "euw1-az1")).to.throw("InvalidParameterValue");
        });

        it("refuses an IPv6 block that is no /64 of the VPC's", () => {
            expect(() =>
                net.make("aws:ec2/subnet:Subnet", {
                    vpcId: net.vpcId,
                    cidrBlock: "10.0.0.0/24",
                    availabilityZoneId: "use1-az1",
                    ipv6CidrBlock: "2600:1f18:0:1::/64",
                }),
            ).to.throw("InvalidSubnet.Range");
        });

        it("refuses a resource that names what does not exist", () => {
            expect(() =>
                net.make("aws:ec2/routeTable:RouteTable", { vpcId: "vpc-0123456789abcdef0" }),
            ).to.throw("NotFound");
        });
    });

    describe("gateways", () => {
        it("refuses a public NAT gateway before the internet gateway is attached", () => {
            const subnetId = net.subnet("10.0.0.0/24");
            const nat = { subnetId, allocationId: net.address(), connectivityType: "public" };
            expect(() => net.make("aws:ec2/natGateway:NatGateway", nat)).to.throw("Gateway.NotAttached");
            net.gateway();
            net.make("aws:ec2/natGateway:NatGateway", nat);
        });

        it("refuses to detach the internet gateway while an address is mapped through it", () => {
            const gatewayId = net.gateway();
            const natId = net.make("aws:ec2/natGateway:NatGateway", {
                subnetId: net.subnet("10.0.0.0/24"),
                allocationId: net.address(),
            });
            const remove = () => net.aws.delete("aws:ec2/internetGateway:InternetGateway", gatewayId);
            expect(remove).to.throw("DependencyViolation");
            net.aws.delete("aws:ec2/natGateway:NatGateway", natId);
            remove();
        });

        it("refuses one address for two NAT gateways, and to release one in use", () => {
            net.gateway();
            const allocationId = net.address();
            net.make("aws:ec2/natGateway:NatGateway", { subnetId: net.subnet("10.0.0.0/24"), allocationId });
            const subnetId = net.subnet("10.0.1.0/24");
            expect(() => net.make("aws:ec2/natGateway:NatGateway", { subnetId, allocationId })).to.throw(
                "AlreadyAssociated",
            );
            expect(() => net.aws.delete("aws:ec2/eip:Eip", allocationId)).to.throw("InUse");
        });

        it("refuses a sixth address", () => {
            Array.from({ length: 5 }, net.address);
            expect(net.address).to.throw("AddressLimitExceeded");
        });

        it("refuses a second internet gateway", () => {
            net.gateway();
            expect(net.gateway).to.throw("already has an internet gateway");
        });
    });

    describe("routes", () => {
        it("refuses a second table for a subnet", () => {
            const subnetId = net.subnet("10.0.0.0/24");
            const follow = () =>
                net.make("aws:ec2/routeTableAssociation:RouteTableAssociation", {
                    subnetId,
                    routeTableId: net.table(),
                });
            follow();
            expect(follow).to.throw("Resource.AlreadyAssociated");
        });

        it("refuses a second route to the same place, however it is written", () => {
            const routeTableId = net.table();
            const gatewayId = net.gateway();
            net.make("aws:ec2/route:Route", { routeTableId, destinationIpv6CidrBlock: "::/0", gatewayId });
            const again = { routeTableId, destinationIpv6CidrBlock: "0::/0", gatewayId };
            expect(() => net.make("aws:ec2/route:Route", again)).to.throw("RouteAlreadyExists");
        });

        it("refuses a route to another VPC's gateway", () => {
            const gatewayId = net.gateway();
            net.vpcId = net.vpc({ cidrBlock: "10.1.0.0/16" });
            const route = { routeTableId: net.table(), destinationCidrBlock: "0.0.0.0/0", gatewayId };
            expect(() => net.make("aws:ec2/route:Route", route)).to.throw("different networks");
        });

        it("refuses a route through a peering until it is accepted", () => {
            const peerVpcId = net.vpc({ cidrBlock: "10.1.0.0/16" });
            const vpcPeeringConnectionId = net.make("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", {
                vpcId: net.vpcId,
                peerVpcId,
            });
            const route = {
                routeTableId: net.table(),
                destinationCidrBlock: "10.1.0.0/16",
                vpcPeeringConnectionId,
            };
            expect(() => net.make("aws:ec2/route:Route", route)).to.throw("pending-acceptance");
            const accepted = { vpcPeeringConnectionId, autoAccept: true };
            net.make("aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", accepted);
            net.make("aws:ec2/route:Route", route);
        });

        it("refuses a route to a transit gateway that the VPC is not attached to", () => {
            const transitGatewayId = net.make("aws:ec2transitgateway/transitGateway:TransitGateway", {});
            const route = {
                routeTableId: net.table(),
                destinationCidrBlock: "10.1.0.0/16",
                transitGatewayId,
            };
            expect(() => net.make("aws:ec2/route:Route", route)).to.throw("no available attachment");
            const subnetIds = [net.subnet("10.0.0.0/24")];
            net.make("aws:ec2transitgateway/vpcAttachment:VpcAttachment", {
                vpcId: net.vpcId,
                transitGatewayId,
                subnetIds,
            });
            net.make("aws:ec2/route:Route", route);
        });

        it("refuses a route to another account's transit gateway until its owner accepts the attachment", () => {
            const transitGatewayId = "tgw-0a1b2c3d";
            const attached = net.aws.create("aws:ec2transitgateway/vpcAttachment:VpcAttachment", {
                vpcId: net.vpcId,
                transitGatewayId,
                subnetIds: [net.subnet("10.0.0.0/24")],
            });
            expect(attached.properties).to.have.property("state", "pendingAcceptance");
            const route = {
                routeTableId: net.table(),
                destinationCidrBlock: "10.1.0.0/16",
                transitGatewayId,
            };
            expect(() => net.make("aws:ec2/route:Route", route)).to.throw("no available attachment");
            net.make("aws:ec2transitgateway/vpcAttachmentAccepter:VpcAttachmentAccepter", {
                transitGatewayAttachmentId: attached.id,
            });
            net.make("aws:ec2/route:Route", route);
        });

        it("refuses an attachment with two subnets of one zone", () => {
            const transitGatewayId = net.make("aws:ec2transitgateway/transitGateway:TransitGateway", {});
            const subnetIds = [net.subnet("10.0.0.0/24"), net.subnet("10.0.1.0/24")];
            expect(() =>
                net.make("aws:ec2transitgateway/vpcAttachment:VpcAttachment", {
                    vpcId: net.vpcId,
                    transitGatewayId,
                    subnetIds,
                }),
            ).to.throw("DuplicateSubnetsInSameZone");
        });

        it("refuses a peering of overlapping VPCs", () => {
            const peerVpcId = net.vpc({ cidrBlock: "10.0.128.0/17" });
            expect(() =>
                net.make("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", {
                    vpcId: net.vpcId,
                    peerVpcId,
                }),
            ).to.throw("overlapping");
        });
    });
});
