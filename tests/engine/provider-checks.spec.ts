import { expect } from "chai";
import { checkInputs } from "../support/engine/checked-inputs";
import { changesBetween } from "../support/engine/input-changes";
import type { Properties } from "../support/engine/property-values";

describe("the simulated AWS provider, before it asks AWS", () => {
    const naming = { name: "web", randomSeed: Buffer.from("seed") };

    it("names what must be given, conflicts, or lies outside its limits", () => {
        const refused = (type: string, inputs: Properties) =>
            checkInputs(type, {}, inputs, naming).failures.map(({ property }) => property);
        expect(refused("aws:ec2/subnet:Subnet", { cidrBlock: "10.0.0.1/24" })).to.have.members([
            "cidrBlock",
            "vpcId",
        ]);
        expect(refused("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/8" })).to.deep.equal(["cidrBlock"]);
        expect(
            refused("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
                securityGroupId: "sg-1",
                ipProtocol: "tcp",
                fromPort: 70000,
                toPort: 70000,
            }),
        ).to.include.members(["fromPort", "toPort", "cidrIpv4"]);
        expect(refused("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", cidr: "10.0.0.0/16" })).to.deep.equal([
            "cidr",
        ]);
    });

    it("refuses a name that automatic naming makes too long", () => {
        const long = { ...naming, name: "a-load-balancer-with-a-very-long-name" };
        const { failures } = checkInputs(
            "aws:lb/loadBalancer:LoadBalancer",
            {},
            { subnets: ["subnet-1"] },
            long,
        );
        expect(failures.map(({ property }) => property)).to.deep.equal(["name"]);
    });

    it("replaces on the changes that the provider replaces on, and only on them", () => {
        const replaced = (type: string, olds: Properties, news: Properties) =>
            changesBetween(type, olds, news).replaces;
        const before = { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: false };
        const moved = { ...before, cidrBlock: "10.0.1.0/24" };
        expect(replaced("aws:ec2/subnet:Subnet", before, moved)).to.deep.equal(["cidrBlock"]);
        expect(
            replaced("aws:ec2/subnet:Subnet", before, { ...before, mapPublicIpOnLaunch: true }),
        ).to.deep.equal([]);
        const rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        expect(replaced(rule, { cidrIpv4: "10.0.0.0/24" }, { cidrIpv4: "10.0.1.0/24" })).to.deep.equal([]);
        expect(replaced(rule, { cidrIpv4: "10.0.0.0/24" }, { cidrIpv6: "::/0" })).to.not.deep.equal([]);
    });
});
