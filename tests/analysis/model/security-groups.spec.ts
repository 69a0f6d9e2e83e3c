import { expect } from "chai";
import { unknownValue } from "../../../analysis/model/resource-record";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { asReportedOnly, modelOf } from "./both-forms";
import { idOf, Ref, SpecimenStack, type Input, type Specimen } from "./specimen-stack";
import { linesOf, ruleLine } from "./rule-lines";

const groupType = "aws:ec2/securityGroup:SecurityGroup";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

function network(): { stack: SpecimenStack; vpc: Specimen } {
    const stack = new SpecimenStack();
    return { stack, vpc: stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" }) };
}

describe("mixing inline and standalone rules", () => {
    const mixed = (inputs: Specimen["inputs"], standalone: string): boolean => {
        const { stack, vpc } = network();
        const group = stack.add(groupType, "group", { vpcId: idOf(vpc), ...inputs });
        stack.add(standalone, "rule", {
            securityGroupId: idOf(group),
            ipProtocol: "-1",
            cidrIpv4: "10.0.0.0/8",
        });
        return modelOf(stack).securityGroups.get(group.urn)!.mixedRules;
    };
    const inline: Input = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }];

    it("is flagged in one direction, and for an inline list that is stated empty", () => {
        expect(mixed({ ingress: inline }, ingressType)).to.equal(true);
        expect(mixed({ ingress: [] }, ingressType)).to.equal(true);
    });

    it("is no conflict across directions, nor where the group states no list", () => {
        expect(mixed({ ingress: inline }, egressType)).to.equal(false);
        expect(mixed({}, ingressType)).to.equal(false);
    });

    it("is not seen in a source without inputs, where outputs only repeat the standalone rules", () => {
        const { stack, vpc } = network();
        const group = stack.add(groupType, "group", { vpcId: idOf(vpc) });
        ["10.0.0.0/25", "10.0.0.128/25"].forEach((cidrIpv4, at) =>
            stack.add(ingressType, `rule-${at}`, {
                securityGroupId: idOf(group),
                ipProtocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrIpv4,
            }),
        );
        const outputs = stack.records("deployed").map(asReportedOnly);
        const model = buildNetworkModel(outputs);
        expect(model.securityGroups.get(group.urn)!.mixedRules).to.equal(false);
        expect(model.securityGroups.get(group.urn)!.rules).to.have.length(2);
        const drifted = outputs.map((record) =>
            record.urn === group.urn
                ? {
                      ...record,
                      properties: {
                          ...record.properties,
                          ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
                      },
                  }
                : record,
        );
        const seen = buildNetworkModel(drifted).securityGroups.get(group.urn)!;
        expect(seen.rules).to.have.length(3);
        expect(seen.mixedRules).to.equal(true);
    });

    it("is not seen where CrossGuard shows an unknown list that nothing was computed from", () => {
        const { stack, vpc } = network();
        const group = stack.add(groupType, "group", { vpcId: idOf(vpc) });
        const records = stack
            .records("preview")
            .map(asReportedOnly)
            .map((record) => ({
                ...record,
                properties:
                    record.urn === group.urn
                        ? { ...record.properties, ingress: unknownValue }
                        : record.properties,
            }));
        expect(linesOf(buildNetworkModel(records), group)).to.deep.equal([]);
    });
});

describe("a VPC's default security group", () => {
    it("admits its members and lets everything out while nothing adopts it", () => {
        const { stack, vpc } = network();
        const key = modelOf(stack).vpcs.get(vpc.urn)!.defaultSecurityGroup;
        const group = modelOf(stack).securityGroups.get(key)!;
        expect(group).to.deep.include({ isDefault: true, vpc: vpc.urn, external: false });
        expect(
            group.rules.map(({ direction, traffic, peer }) => [direction, traffic.protocol, peer.kind]),
        ).to.deep.equal([
            ["ingress", -1, "securityGroup"],
            ["egress", -1, "addresses"],
        ]);
    });

    it("holds exactly what a DefaultSecurityGroup states", () => {
        const { stack, vpc } = network();
        const adopted = stack.add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "closed", {
            vpcId: idOf(vpc),
        });
        const model = modelOf(stack);
        expect(model.vpcs.get(vpc.urn)!.defaultSecurityGroup).to.equal(adopted.urn);
        expect(model.securityGroups.get(adopted.urn)).to.deep.include({ isDefault: true, rules: [] });
        expect(model.securityGroups.size).to.equal(1);
    });

    it("takes rules that name it by the VPC's output, adopted or not", () => {
        for (const adopt of [false, true]) {
            const { stack, vpc } = network();
            if (adopt) {
                stack.add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "adopted", {
                    vpcId: idOf(vpc),
                });
            }
            stack.add(ingressType, "rule", {
                securityGroupId: new Ref(vpc, "defaultSecurityGroupId"),
                ipProtocol: "tcp",
                fromPort: 22,
                toPort: 22,
                cidrIpv4: "0.0.0.0/0",
            });
            const model = modelOf(stack);
            const { rules } = model.securityGroups.get(model.vpcs.get(vpc.urn)!.defaultSecurityGroup)!;
            expect(rules.map(ruleLine), String(adopt)).to.include("ingress 6 22 0.0.0.0/0");
            expect(rules).to.have.length(adopt ? 1 : 3);
        }
    });
});
