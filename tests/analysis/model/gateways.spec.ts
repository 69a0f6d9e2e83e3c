import { expect } from "chai";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref } from "./specimen-stack";
import { twoVpcs } from "./specimen-networks";

describe("gateways", () => {
    it("of the internet are attached by themselves or by an attachment, or not at all", () => {
        const { stack, one, other } = twoVpcs();
        const type = "aws:ec2/internetGateway:InternetGateway";
        const [own, attached, loose] = [{ vpcId: idOf(one) }, {}, {}].map((inputs, at) =>
            stack.add(type, `igw-${at}`, inputs),
        );
        stack.add("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "link", {
            internetGatewayId: idOf(attached!),
            vpcId: idOf(other),
        });
        const egress = stack.add("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", "six", {
            vpcId: idOf(one),
        });
        const { internetGateways } = modelOf(stack);
        expect(
            [own, attached, loose, egress]
                .map((gateway) => internetGateways.get(gateway!.urn))
                .map((gateway) => [gateway!.vpc, gateway!.egressOnly]),
        ).to.deep.equal([
            [one.urn, false],
            [other.urn, false],
            [undefined, false],
            [one.urn, true],
        ]);
    });

    it("for NAT are public unless private, and regional ones serve the whole VPC", () => {
        const { stack, one, subnets } = twoVpcs();
        const type = "aws:ec2/natGateway:NatGateway";
        const zonal = stack.add(type, "zonal", { subnetId: idOf(subnets[0]!) });
        const inner = stack.add(type, "private", {
            subnetId: idOf(subnets[0]!),
            connectivityType: "private",
        });
        const regional = stack.add(type, "regional", { vpcId: idOf(one), availabilityMode: "regional" });
        const { natGateways, interfaces } = modelOf(stack);
        expect(natGateways.get(zonal.urn)).to.include({
            public: true,
            regional: false,
            subnet: subnets[0]!.urn,
            vpc: one.urn,
        });
        expect(natGateways.get(inner.urn)).to.include({ public: false });
        expect(natGateways.get(regional.urn))
            .to.include({ public: true, regional: true, vpc: one.urn })
            .and.not.have.property("subnet");
        expect(interfaces.get(inner.urn)).to.include({ publicIpv4: "no", sourceDestCheck: false });
        expect(interfaces.get(regional.urn)).to.include({ vpc: one.urn, publicIpv4: "yes" });
    });
});

describe("VPC block public access", () => {
    it("is what the options set, with the exclusions", () => {
        const { stack, one, subnets } = twoVpcs();
        const options = stack.add(
            "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
            "account",
            { internetGatewayBlockMode: "block-ingress" },
        );
        const type = "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion";
        stack.add(type, "a", { vpcId: idOf(one), internetGatewayExclusionMode: "allow-egress" });
        stack.add(type, "b", {
            subnetId: idOf(subnets[1]!),
            internetGatewayExclusionMode: "allow-bidirectional",
        });
        expect(modelOf(stack).blockPublicAccess).to.deep.equal({
            mode: "block-ingress",
            exclusions: [
                { subject: one.urn, mode: "allow-egress" },
                { subject: subnets[1]!.urn, mode: "allow-bidirectional" },
            ],
            urn: options.urn,
        });
    });

    it("counts as off while its mode is not known, and says so", () => {
        const { stack, one } = twoVpcs();
        stack.add("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", "account", {
            internetGatewayBlockMode: new Ref(one, "mode"),
        });
        const { blockPublicAccess, undecided } = previewOf(stack);
        expect(blockPublicAccess.mode).to.equal("off");
        expect(undecided.map(({ property }) => property)).to.deep.equal(["internetGatewayBlockMode"]);
    });
});
