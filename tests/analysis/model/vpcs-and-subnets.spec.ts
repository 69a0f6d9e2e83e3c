import { expect } from "chai";
import { formatCidr } from "../../../packets/cidr";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref, SpecimenStack } from "./specimen-stack";

describe("a VPC", () => {
    it("has its primary and every associated block", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
        stack.add("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "more", {
            vpcId: idOf(vpc),
            cidrBlock: "100.64.0.0/16",
        });
        stack.add("aws:ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation", "six", {
            vpcId: idOf(vpc),
            ipv6CidrBlock: "2001:db8::/56",
        });
        const model = modelOf(stack).vpcs.get(vpc.urn)!;
        expect(model.cidrs.map(formatCidr)).to.deep.equal(["10.0.0.0/16", "100.64.0.0/16", "2001:db8::/56"]);
        expect(model.hasUnknownIpv6).to.equal(false);
    });

    it("has an IPv6 block of unknown digits where AWS chooses it, until it is deployed", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "main", {
            cidrBlock: "10.0.0.0/16",
            assignGeneratedIpv6CidrBlock: true,
        });
        expect(previewOf(stack).vpcs.get(vpc.urn)!.hasUnknownIpv6).to.equal(true);
        const deployed = stack.records("deployed").map((record) => ({
            ...record,
            properties: { ...record.properties, ipv6CidrBlock: "2600:1f18::/56" },
        }));
        const known = buildNetworkModel(deployed).vpcs.get(vpc.urn)!;
        expect(known.hasUnknownIpv6).to.equal(false);
        expect(known.cidrs.map(formatCidr)).to.include("2600:1f18::/56");
    });

    it("is in doubt about a block that an address pool will give", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "main", {
            ipv4IpamPoolId: "ipam-pool-1",
            ipv4NetmaskLength: 20,
        });
        const { cidrs, undecided } = previewOf(stack).vpcs.get(vpc.urn)!;
        expect(cidrs).to.deep.equal([]);
        expect(undecided.map(({ property }) => property)).to.deep.equal(["cidrBlock"]);
    });

    it("resolves names by default and gives none, unless it says otherwise", () => {
        const stack = new SpecimenStack();
        const plain = stack.add("aws:ec2/vpc:Vpc", "plain", { cidrBlock: "10.0.0.0/16" });
        const named = stack.add("aws:ec2/vpc:Vpc", "named", {
            cidrBlock: "10.1.0.0/16",
            enableDnsSupport: false,
            enableDnsHostnames: true,
        });
        const { vpcs } = modelOf(stack);
        expect(vpcs.get(plain.urn)).to.include({ dnsSupport: true, dnsHostnames: false });
        expect(vpcs.get(named.urn)).to.include({ dnsSupport: false, dnsHostnames: true });
    });

    it("takes its region from itself or from its provider, however that is referred to", () => {
        const stack = new SpecimenStack();
        const provider = stack.add("pulumi:providers:aws", "west", { region: "us-west-2" });
        const own = stack.add("aws:ec2/vpc:Vpc", "own", { cidrBlock: "10.0.0.0/16", region: "eu-west-1" });
        const other = stack.add("aws:ec2/vpc:Vpc", "other", { cidrBlock: "10.1.0.0/16" });
        for (const reference of [provider.urn, `${provider.urn}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`]) {
            const records = stack.records("preview").map((record) => ({ ...record, provider: reference }));
            const { vpcs } = buildNetworkModel(records);
            expect(vpcs.get(own.urn)!.region).to.equal("eu-west-1");
            expect(vpcs.get(other.urn)!.region).to.equal("us-west-2");
        }
    });

    it("that is only read is external, though its properties are known", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "read", { cidrBlock: "10.0.0.0/16" }, true);
        const model = modelOf(stack).vpcs.get(vpc.urn)!;
        expect(model.external).to.equal(true);
        expect(model.cidrs.map(formatCidr)).to.deep.equal(["10.0.0.0/16"]);
    });

    it("is the account's default one for whatever names none", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/defaultVpc:DefaultVpc", "default", {});
        const subnet = stack.add("aws:ec2/defaultSubnet:DefaultSubnet", "a", {
            availabilityZone: "us-east-1a",
        });
        const group = stack.add("aws:ec2/securityGroup:SecurityGroup", "group", {});
        const model = previewOf(stack);
        expect(model.vpcs.get(vpc.urn)!.cidrs.map(formatCidr)).to.deep.equal(["172.31.0.0/16"]);
        expect(model.subnets.get(subnet.urn)).to.include({ vpc: vpc.urn, assignsPublicIpv4: true });
        expect(model.securityGroups.get(group.urn)!.vpc).to.equal(vpc.urn);
    });

    it("is an unseen one for what names none, where the stack does not manage the default VPC", () => {
        const stack = new SpecimenStack();
        const guest = stack.add("aws:ec2/instance:Instance", "guest", {});
        const { interfaces, vpcs, securityGroups } = previewOf(stack);
        const { vpc, securityGroups: groups } = interfaces.get(guest.urn)!;
        expect(vpcs.get(vpc)!.external).to.equal(true);
        expect(securityGroups.get(groups[0]!)).to.include({ external: true, isDefault: true });
    });
});

describe("a subnet", () => {
    it("has its blocks, zone and what it gives to what is launched in it", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
        const subnet = stack.add("aws:ec2/subnet:Subnet", "a", {
            vpcId: idOf(vpc),
            cidrBlock: "10.0.0.0/24",
            ipv6CidrBlock: "2001:db8::/64",
            availabilityZoneId: "use1-az1",
            mapPublicIpOnLaunch: true,
            assignIpv6AddressOnCreation: true,
        });
        const model = modelOf(stack).subnets.get(subnet.urn)!;
        expect(model).to.include({
            vpc: vpc.urn,
            zone: "use1-az1",
            assignsPublicIpv4: true,
            assignsIpv6: true,
            hasUnknownIpv6: false,
        });
        expect(model.cidrs.map(formatCidr)).to.deep.equal(["10.0.0.0/24", "2001:db8::/64"]);
    });

    it("keeps the zone that its program states when the provider reports both of its names", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
        const subnet = stack.add("aws:ec2/subnet:Subnet", "a", {
            vpcId: idOf(vpc),
            cidrBlock: "10.0.0.0/24",
            availabilityZone: "us-east-1a",
        });
        const records = stack.records("deployed").map((record) => ({
            ...record,
            properties: { ...record.properties, availabilityZoneId: "use1-az4" },
        }));
        expect(buildNetworkModel(records).subnets.get(subnet.urn)!.zone).to.equal("us-east-1a");
    });

    it("counts as giving public addresses while that is not known, and says so", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
        const subnet = stack.add("aws:ec2/subnet:Subnet", "a", {
            vpcId: idOf(vpc),
            cidrBlock: new Ref(vpc, "ipv6CidrBlock"),
            mapPublicIpOnLaunch: new Ref(vpc, "enableDnsHostnames"),
        });
        const { assignsPublicIpv4, undecided } = previewOf(stack).subnets.get(subnet.urn)!;
        expect(assignsPublicIpv4).to.equal(true);
        expect(undecided.map(({ property }) => property)).to.deep.equal(["cidrBlock", "mapPublicIpOnLaunch"]);
    });

    it("without IPv4 is in no doubt about its missing block", () => {
        const stack = new SpecimenStack();
        const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
        const subnet = stack.add("aws:ec2/subnet:Subnet", "six", {
            vpcId: idOf(vpc),
            ipv6Native: true,
            ipv6CidrBlock: "2001:db8::/64",
        });
        expect(modelOf(stack).subnets.get(subnet.urn)!.undecided).to.deep.equal([]);
    });
});
