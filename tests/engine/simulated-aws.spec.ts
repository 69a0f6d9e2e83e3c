import { expect } from "chai";
import { beforeEach } from "mocha";
import type { Properties } from "../support/engine/property-values";
import { SimulatedAws } from "../support/engine/simulated-aws";

// The stories prove nothing unless the simulated AWS says no where AWS does.
describe("the simulated AWS", () => {
    let aws: SimulatedAws;
    let vpcId: string;

    const make = (type: string, inputs: Properties) => aws.create(type, inputs).id;
    const vpc = (inputs: Properties = {}) => make("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", ...inputs });
    const subnet = (cidrBlock: string, availabilityZoneId = "use1-az1") =>
        make("aws:ec2/subnet:Subnet", { vpcId, cidrBlock, availabilityZoneId });
    const group = (name = "app") =>
        make("aws:ec2/securityGroup:SecurityGroup", { vpcId, name, description: "app" });
    const gateway = () => make("aws:ec2/internetGateway:InternetGateway", { vpcId });
    const address = () => make("aws:ec2/eip:Eip", { domain: "vpc" });
    const table = () => make("aws:ec2/routeTable:RouteTable", { vpcId });
    const rule = (securityGroupId: string, port: number, inputs: Properties = { cidrIpv4: "10.0.0.0/16" }) =>
        make("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
            securityGroupId,
            ipProtocol: "tcp",
            fromPort: port,
            toPort: port,
            ...inputs,
        });
    const entry = (networkAclId: string, ruleNumber: number) =>
        make("aws:ec2/networkAclRule:NetworkAclRule", {
            networkAclId,
            ruleNumber,
            ruleAction: "allow",
            protocol: "-1",
            cidrBlock: "0.0.0.0/0",
            egress: false,
        });
    const endpoint = (inputs: Properties) =>
        make("aws:ec2/vpcEndpoint:VpcEndpoint", {
            vpcId,
            serviceName: "com.amazonaws.us-east-1.ssm",
            vpcEndpointType: "Interface",
            ...inputs,
        });

    beforeEach(() => {
        aws = new SimulatedAws();
        vpcId = vpc();
    });

    describe("addresses", () => {
        it("refuses a subnet outside its VPC", () => {
            expect(() => subnet("10.1.0.0/24")).to.throw("InvalidSubnet.Range");
        });

        it("refuses overlapping subnets, and takes neighbours", () => {
            subnet("10.0.0.0/24");
            subnet("10.0.1.0/24");
            expect(() => subnet("10.0.0.128/25")).to.throw("InvalidSubnet.Conflict");
        });

        it("refuses a zone that the region does not have", () => {
            expect(() => subnet("10.0.0.0/24", "euw1-az1")).to.throw("InvalidParameterValue");
        });

        it("refuses an IPv6 block that is no /64 of the VPC's", () => {
            expect(() =>
                make("aws:ec2/subnet:Subnet", {
                    vpcId,
                    cidrBlock: "10.0.0.0/24",
                    availabilityZoneId: "use1-az1",
                    ipv6CidrBlock: "2600:1f18:0:1::/64",
                }),
            ).to.throw("InvalidSubnet.Range");
        });

        it("refuses a resource that names what does not exist", () => {
            expect(() => make("aws:ec2/routeTable:RouteTable", { vpcId: "vpc-0123456789abcdef0" })).to.throw(
                "NotFound",
            );
        });
    });

    describe("gateways", () => {
        it("refuses a public NAT gateway before the internet gateway is attached", () => {
            const subnetId = subnet("10.0.0.0/24");
            const nat = { subnetId, allocationId: address(), connectivityType: "public" };
            expect(() => make("aws:ec2/natGateway:NatGateway", nat)).to.throw("Gateway.NotAttached");
            gateway();
            make("aws:ec2/natGateway:NatGateway", nat);
        });

        it("refuses to detach the internet gateway while an address is mapped through it", () => {
            const gatewayId = gateway();
            const natId = make("aws:ec2/natGateway:NatGateway", {
                subnetId: subnet("10.0.0.0/24"),
                allocationId: address(),
            });
            const remove = () => aws.delete("aws:ec2/internetGateway:InternetGateway", gatewayId);
            expect(remove).to.throw("DependencyViolation");
            aws.delete("aws:ec2/natGateway:NatGateway", natId);
            remove();
        });

        it("refuses one address for two NAT gateways, and to release one in use", () => {
            gateway();
            const allocationId = address();
            make("aws:ec2/natGateway:NatGateway", { subnetId: subnet("10.0.0.0/24"), allocationId });
            const subnetId = subnet("10.0.1.0/24");
            expect(() => make("aws:ec2/natGateway:NatGateway", { subnetId, allocationId })).to.throw(
                "AlreadyAssociated",
            );
            expect(() => aws.delete("aws:ec2/eip:Eip", allocationId)).to.throw("InUse");
        });

        it("refuses a sixth address", () => {
            Array.from({ length: 5 }, address);
            expect(address).to.throw("AddressLimitExceeded");
        });

        it("refuses a second internet gateway", () => {
            gateway();
            expect(gateway).to.throw("already has an internet gateway");
        });
    });

    describe("routes", () => {
        it("refuses a second table for a subnet", () => {
            const subnetId = subnet("10.0.0.0/24");
            const follow = () =>
                make("aws:ec2/routeTableAssociation:RouteTableAssociation", {
                    subnetId,
                    routeTableId: table(),
                });
            follow();
            expect(follow).to.throw("Resource.AlreadyAssociated");
        });

        it("refuses a second route to the same place, however it is written", () => {
            const routeTableId = table();
            const gatewayId = gateway();
            make("aws:ec2/route:Route", { routeTableId, destinationIpv6CidrBlock: "::/0", gatewayId });
            const again = { routeTableId, destinationIpv6CidrBlock: "0::/0", gatewayId };
            expect(() => make("aws:ec2/route:Route", again)).to.throw("RouteAlreadyExists");
        });

        it("refuses a route to another VPC's gateway", () => {
            const gatewayId = gateway();
            vpcId = vpc({ cidrBlock: "10.1.0.0/16" });
            const route = { routeTableId: table(), destinationCidrBlock: "0.0.0.0/0", gatewayId };
            expect(() => make("aws:ec2/route:Route", route)).to.throw("different networks");
        });

        it("refuses a route through a peering until it is accepted", () => {
            const peerVpcId = vpc({ cidrBlock: "10.1.0.0/16" });
            const vpcPeeringConnectionId = make("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", {
                vpcId,
                peerVpcId,
            });
            const route = {
                routeTableId: table(),
                destinationCidrBlock: "10.1.0.0/16",
                vpcPeeringConnectionId,
            };
            expect(() => make("aws:ec2/route:Route", route)).to.throw("pending-acceptance");
            const accepted = { vpcPeeringConnectionId, autoAccept: true };
            make("aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", accepted);
            make("aws:ec2/route:Route", route);
        });

        it("refuses a route to a transit gateway that the VPC is not attached to", () => {
            const transitGatewayId = make("aws:ec2transitgateway/transitGateway:TransitGateway", {});
            const route = { routeTableId: table(), destinationCidrBlock: "10.1.0.0/16", transitGatewayId };
            expect(() => make("aws:ec2/route:Route", route)).to.throw("no available attachment");
            const subnetIds = [subnet("10.0.0.0/24")];
            make("aws:ec2transitgateway/vpcAttachment:VpcAttachment", { vpcId, transitGatewayId, subnetIds });
            make("aws:ec2/route:Route", route);
        });

        it("refuses a peering of overlapping VPCs", () => {
            const peerVpcId = vpc({ cidrBlock: "10.0.128.0/17" });
            expect(() =>
                make("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", { vpcId, peerVpcId }),
            ).to.throw("overlapping");
        });
    });

    describe("security groups", () => {
        it("refuses the same rule twice, whatever its description says", () => {
            const id = group();
            rule(id, 443, { cidrIpv4: "10.0.0.0/16", description: "one" });
            expect(() => rule(id, 443, { cidrIpv4: "10.0.0.0/16", description: "two" })).to.throw(
                "InvalidPermission.Duplicate",
            );
        });

        it("refuses the sixty-first rule of a direction", () => {
            const id = group();
            Array.from({ length: 60 }, (_, port) => rule(id, 1000 + port));
            expect(() => rule(id, 443)).to.throw("RulesPerSecurityGroupLimitExceeded");
        });

        it("refuses descriptions with characters that AWS does not take", () => {
            const id = group();
            expect(() => rule(id, 443, { cidrIpv4: "10.0.0.0/16", description: "the team's" })).to.throw(
                "Invalid rule description",
            );
        });

        it("refuses to delete a group that an interface or another group's rule uses", () => {
            const [used, namer] = [group("used"), group("namer")];
            const ruleId = rule(namer, 443, { referencedSecurityGroupId: used });
            const remove = () => aws.delete("aws:ec2/securityGroup:SecurityGroup", used);
            expect(remove).to.throw("DependencyViolation");
            aws.delete("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", ruleId);
            const card = make("aws:ec2/networkInterface:NetworkInterface", {
                subnetId: subnet("10.0.0.0/24"),
                securityGroups: [used],
            });
            expect(remove).to.throw("DependencyViolation");
            aws.delete("aws:ec2/networkInterface:NetworkInterface", card);
            remove();
        });

        it("refuses a sixth group on an interface", () => {
            const securityGroups = Array.from({ length: 6 }, (_, number) => group(`g${number}`));
            const subnetId = subnet("10.0.0.0/24");
            expect(() =>
                make("aws:ec2/networkInterface:NetworkInterface", { subnetId, securityGroups }),
            ).to.throw("SecurityGroupsPerInterfaceLimitExceeded");
        });

        it("refuses two groups of one name in a VPC", () => {
            group();
            expect(() => group()).to.throw("InvalidGroup.Duplicate");
        });
    });

    describe("network ACLs", () => {
        it("refuses a rule number twice in one direction", () => {
            const id = make("aws:ec2/networkAcl:NetworkAcl", { vpcId });
            entry(id, 100);
            expect(() => entry(id, 100)).to.throw("NetworkAclEntryAlreadyExists");
        });

        it("refuses the twenty-first entry of a direction, and a number that is none", () => {
            const id = make("aws:ec2/networkAcl:NetworkAcl", { vpcId });
            Array.from({ length: 20 }, (_, number) => entry(id, 100 + number));
            expect(() => entry(id, 200)).to.throw("NetworkAclEntryLimitExceeded");
            expect(() => entry(make("aws:ec2/networkAcl:NetworkAcl", { vpcId }), 40000)).to.throw(
                "1 to 32766",
            );
        });
    });

    describe("endpoints and load balancers", () => {
        it("refuses two subnets of one zone for an endpoint", () => {
            const subnetIds = [subnet("10.0.0.0/24"), subnet("10.0.1.0/24")];
            expect(() => endpoint({ subnetIds })).to.throw("DuplicateSubnetsInSameZone");
        });

        it("refuses private DNS in a VPC without DNS hostnames, and twice for one service", () => {
            expect(() => endpoint({ privateDnsEnabled: true })).to.throw("enableDnsHostnames");
            vpcId = vpc({ cidrBlock: "10.2.0.0/16", enableDnsHostnames: true });
            endpoint({ privateDnsEnabled: true });
            expect(() => endpoint({ privateDnsEnabled: true })).to.throw("conflicting DNS domain");
        });

        it("refuses an internet-facing load balancer without an internet gateway, or in one zone", () => {
            const subnets = [subnet("10.0.0.0/24"), subnet("10.0.1.0/24", "use1-az2")];
            const balancer = (inputs: Properties) => () =>
                make("aws:lb/loadBalancer:LoadBalancer", { name: "web", ...inputs });
            expect(balancer({ subnets })).to.throw("no internet gateway");
            gateway();
            expect(balancer({ subnets: subnets.slice(0, 1) })).to.throw("two different Availability Zones");
            balancer({ subnets })();
        });
    });

    describe("deletion", () => {
        it("refuses to delete a VPC, and a subnet, that something is in", () => {
            const subnetId = subnet("10.0.0.0/24");
            expect(() => aws.delete("aws:ec2/vpc:Vpc", vpcId)).to.throw("DependencyViolation");
            const card = make("aws:ec2/networkInterface:NetworkInterface", { subnetId });
            expect(() => aws.delete("aws:ec2/subnet:Subnet", subnetId)).to.throw("DependencyViolation");
            aws.delete("aws:ec2/networkInterface:NetworkInterface", card);
            aws.delete("aws:ec2/subnet:Subnet", subnetId);
            aws.delete("aws:ec2/vpc:Vpc", vpcId);
            expect(aws.account.all()).to.deep.equal([]);
        });

        it("refuses to delete a route table that a subnet follows", () => {
            const routeTableId = table();
            const subnetId = subnet("10.0.0.0/24");
            make("aws:ec2/routeTableAssociation:RouteTableAssociation", { subnetId, routeTableId });
            expect(() => aws.delete("aws:ec2/routeTable:RouteTable", routeTableId)).to.throw(
                "DependencyViolation",
            );
        });
    });
});
