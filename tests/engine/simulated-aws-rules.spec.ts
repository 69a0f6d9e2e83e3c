import { expect } from "chai";
import { beforeEach } from "mocha";
import { HandMadeNetwork } from "../support/engine/hand-made-network";
import type { Properties } from "../support/engine/property-values";

describe("the simulated AWS, of what is open to whom", () => {
    let net: HandMadeNetwork;

    beforeEach(() => {
        net = new HandMadeNetwork();
    });

    describe("security groups", () => {
        it("refuses the same rule twice, whatever its description says", () => {
            const id = net.group();
            net.rule(id, 443, { cidrIpv4: "10.0.0.0/16", description: "one" });
            expect(() => net.rule(id, 443, { cidrIpv4: "10.0.0.0/16", description: "two" })).to.throw(
                "InvalidPermission.Duplicate",
            );
        });

        it("refuses the sixty-first rule of a direction", () => {
            const id = net.group();
            Array.from({ length: 60 }, (_, port) => net.rule(id, 1000 + port));
            expect(() => net.rule(id, 443)).to.throw("RulesPerSecurityGroupLimitExceeded");
            // IPv6 is counted by itself; a reference to a group counts as both.
            net.rule(id, 443, { cidrIpv6: "::/0" });
            const referencedSecurityGroupId = net.group("other");
            expect(() => net.rule(id, 443, { referencedSecurityGroupId })).to.throw(
                "RulesPerSecurityGroupLimitExceeded",
            );
        });

        it("counts a prefix list as many rules as it can have entries", () => {
            const list = (maxEntries: number) =>
                net.make("aws:ec2/managedPrefixList:ManagedPrefixList", {
                    maxEntries,
                    addressFamily: "IPv4",
                });
            const id = net.group();
            net.rule(id, 443, { prefixListId: list(50) });
            expect(() => net.rule(id, 443, { prefixListId: list(11) })).to.throw(
                "RulesPerSecurityGroupLimitExceeded",
            );
            net.rule(id, 443, { prefixListId: list(10) });
        });

        it("refuses descriptions with characters that AWS does not take", () => {
            const id = net.group();
            expect(() => net.rule(id, 443, { cidrIpv4: "10.0.0.0/16", description: "the team's" })).to.throw(
                "Invalid rule description",
            );
        });

        it("refuses to delete a group that an interface or another group's rule uses", () => {
            const [used, namer] = [net.group("used"), net.group("namer")];
            const ruleId = net.rule(namer, 443, { referencedSecurityGroupId: used });
            const remove = () => net.aws.delete("aws:ec2/securityGroup:SecurityGroup", used);
            expect(remove).to.throw("DependencyViolation");
            net.aws.delete("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", ruleId);
            const card = net.make("aws:ec2/networkInterface:NetworkInterface", {
                subnetId: net.subnet("10.0.0.0/24"),
                securityGroups: [used],
            });
            expect(remove).to.throw("DependencyViolation");
            net.aws.delete("aws:ec2/networkInterface:NetworkInterface", card);
            remove();
        });

        it("refuses a sixth group on an interface", () => {
            const securityGroups = Array.from({ length: 6 }, (_, number) => net.group(`g${number}`));
            const subnetId = net.subnet("10.0.0.0/24");
            expect(() =>
                net.make("aws:ec2/networkInterface:NetworkInterface", { subnetId, securityGroups }),
            ).to.throw("SecurityGroupsPerInterfaceLimitExceeded");
        });

        it("refuses two groups of one name in a VPC", () => {
            net.group();
            expect(() => net.group()).to.throw("InvalidGroup.Duplicate");
        });
    });

    describe("network ACLs", () => {
        it("refuses a rule number twice in one direction", () => {
            const id = net.make("aws:ec2/networkAcl:NetworkAcl", { vpcId: net.vpcId });
            net.entry(id, 100);
            expect(() => net.entry(id, 100)).to.throw("NetworkAclEntryAlreadyExists");
        });

        it("refuses the twenty-first entry of a direction, AWS's own two included, and a number that is none", () => {
            const id = net.make("aws:ec2/networkAcl:NetworkAcl", { vpcId: net.vpcId });
            Array.from({ length: 18 }, (_, number) => net.entry(id, 100 + number));
            expect(() => net.entry(id, 200)).to.throw("NetworkAclEntryLimitExceeded");
            expect(() =>
                net.entry(net.make("aws:ec2/networkAcl:NetworkAcl", { vpcId: net.vpcId }), 40000),
            ).to.throw("1 to 32766");
        });
    });

    describe("endpoints and load balancers", () => {
        it("refuses two subnets of one zone for an endpoint", () => {
            const subnetIds = [net.subnet("10.0.0.0/24"), net.subnet("10.0.1.0/24")];
            expect(() => net.endpoint({ subnetIds })).to.throw("DuplicateSubnetsInSameZone");
        });

        it("refuses private DNS in a VPC without DNS hostnames, and twice for one service", () => {
            expect(() => net.endpoint({ privateDnsEnabled: true })).to.throw("enableDnsHostnames");
            net.vpcId = net.vpc({ cidrBlock: "10.2.0.0/16", enableDnsHostnames: true });
            net.endpoint({ privateDnsEnabled: true });
            expect(() => net.endpoint({ privateDnsEnabled: true })).to.throw("conflicting DNS domain");
        });

        it("refuses an internet-facing load balancer without an internet gateway, or in one zone", () => {
            const subnets = [net.subnet("10.0.0.0/24"), net.subnet("10.0.1.0/24", "use1-az2")];
            const balancer = (inputs: Properties) => () =>
                net.make("aws:lb/loadBalancer:LoadBalancer", { name: "web", ...inputs });
            expect(balancer({ subnets })).to.throw("no internet gateway");
            net.gateway();
            expect(balancer({ subnets: subnets.slice(0, 1) })).to.throw("two different Availability Zones");
            balancer({ subnets })();
        });
    });

    describe("deletion", () => {
        it("refuses to delete a VPC, and a subnet, that something is in", () => {
            const subnetId = net.subnet("10.0.0.0/24");
            expect(() => net.aws.delete("aws:ec2/vpc:Vpc", net.vpcId)).to.throw("DependencyViolation");
            const card = net.make("aws:ec2/networkInterface:NetworkInterface", { subnetId });
            expect(() => net.aws.delete("aws:ec2/subnet:Subnet", subnetId)).to.throw("DependencyViolation");
            net.aws.delete("aws:ec2/networkInterface:NetworkInterface", card);
            net.aws.delete("aws:ec2/subnet:Subnet", subnetId);
            net.aws.delete("aws:ec2/vpc:Vpc", net.vpcId);
            expect(net.aws.account.all()).to.deep.equal([]);
        });

        it("refuses to delete a route table that a subnet follows", () => {
            const routeTableId = net.table();
            const subnetId = net.subnet("10.0.0.0/24");
            net.make("aws:ec2/routeTableAssociation:RouteTableAssociation", { subnetId, routeTableId });
            expect(() => net.aws.delete("aws:ec2/routeTable:RouteTable", routeTableId)).to.throw(
                "DependencyViolation",
            );
        });
    });
});
