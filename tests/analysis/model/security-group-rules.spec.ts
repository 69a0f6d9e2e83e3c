import { expect } from "chai";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref, SpecimenStack, type Input, type Specimen } from "./specimen-stack";
import { linesOf } from "./rule-lines";

const groupType = "aws:ec2/securityGroup:SecurityGroup";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const legacyType = "aws:ec2/securityGroupRule:SecurityGroupRule";

function network(): { stack: SpecimenStack; vpc: Specimen } {
    const stack = new SpecimenStack();
    return { stack, vpc: stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" }) };
}

describe("a security group's rules", () => {
    it("are the same whether written inline, as resources of their own, or as legacy rule resources", () => {
        const { stack, vpc } = network();
        const peer = stack.add(groupType, "peer", { vpcId: idOf(vpc) });
        const list = stack.add("aws:ec2/managedPrefixList:ManagedPrefixList", "offices", {
            addressFamily: "IPv4",
            entries: [{ cidr: "203.0.113.0/24" }],
        });
        const traffic = { fromPort: 8080, toPort: 8081 };
        const inline = stack.add(groupType, "inline", {
            vpcId: idOf(vpc),
            ingress: [
                {
                    ...traffic,
                    protocol: "tcp",
                    cidrBlocks: ["10.1.0.0/16", "10.2.0.0/16"],
                    ipv6CidrBlocks: ["2001:db8::/32"],
                    securityGroups: [idOf(peer)],
                    prefixListIds: [idOf(list)],
                    self: true,
                },
            ],
        });
        const standalone = stack.add(groupType, "standalone", { vpcId: idOf(vpc) });
        const sources: Specimen["inputs"][] = [
            { cidrIpv4: "10.1.0.0/16" },
            { cidrIpv4: "10.2.0.0/16" },
            { cidrIpv6: "2001:db8::/32" },
            { referencedSecurityGroupId: idOf(peer) },
            { prefixListId: idOf(list) },
            { referencedSecurityGroupId: idOf(standalone) },
        ];
        sources.forEach((source, at) =>
            stack.add(ingressType, `rule-${at}`, {
                securityGroupId: idOf(standalone),
                ipProtocol: "tcp",
                ...traffic,
                ...source,
            }),
        );
        const legacy = stack.add(groupType, "legacy", { vpcId: idOf(vpc) });
        const old: Specimen["inputs"][] = [
            { cidrBlocks: ["10.1.0.0/16", "10.2.0.0/16"], ipv6CidrBlocks: ["2001:db8::/32"] },
            { sourceSecurityGroupId: idOf(peer) },
            { prefixListIds: [idOf(list)] },
            { self: true },
        ];
        old.forEach((source, at) =>
            stack.add(legacyType, `old-${at}`, {
                type: "ingress",
                securityGroupId: idOf(legacy),
                protocol: "tcp",
                ...traffic,
                ...source,
            }),
        );
        const model = modelOf(stack);
        const expected = (self: string): string[] =>
            ["10.1.0.0/16, 10.2.0.0/16", "2001:db8::/32", "offices", "peer", self].map(
                (named) => `ingress 6 8080-8081 ${named}`,
            );
        expect(linesOf(model, inline)).to.deep.equal(expected("inline").sort());
        expect(linesOf(model, legacy)).to.deep.equal(expected("legacy").sort());
        expect(linesOf(model, standalone)).to.deep.equal(
            [
                ...expected("standalone").slice(1),
                "ingress 6 8080-8081 10.1.0.0/16",
                "ingress 6 8080-8081 10.2.0.0/16",
            ].sort(),
        );
        for (const group of [inline, standalone, legacy]) {
            expect(model.securityGroups.get(group.urn)!.mixedRules, group.name).to.equal(false);
        }
    });

    it("are none where none are stated, for the provider removes AWS's own egress rule", () => {
        const { stack, vpc } = network();
        const group = stack.add(groupType, "empty", { vpcId: idOf(vpc) });
        expect(linesOf(modelOf(stack), group)).to.deep.equal([]);
    });

    const readings: readonly (readonly [given: { [property: string]: Input }, read: string])[] = [
        [{ ipProtocol: "tcp", fromPort: 0, toPort: 65535 }, "6 0-65535"],
        [{ ipProtocol: "6", fromPort: 22, toPort: 22 }, "6 22"],
        [{ ipProtocol: "TCP", fromPort: 0, toPort: 0 }, "6 0"],
        [{ ipProtocol: "udp", fromPort: -1, toPort: -1 }, "17 0-65535"],
        [{ ipProtocol: "tcp" }, "6 0-65535"],
        [{ ipProtocol: "-1" }, "-1 all"],
        [{ ipProtocol: "all", fromPort: 0, toPort: 0 }, "-1 all"],
        [{ ipProtocol: "-1", fromPort: 443, toPort: 443 }, "-1 all"],
        [{ ipProtocol: "icmp", fromPort: 8, toPort: 0 }, "1 8/0"],
        [{ ipProtocol: "icmp", fromPort: -1, toPort: -1 }, "1 -1/-1"],
        [{ ipProtocol: "icmp", fromPort: 3, toPort: -1 }, "1 3/-1"],
        [{ ipProtocol: "icmpv6" }, "58 -1/-1"],
        [{ ipProtocol: "58", fromPort: 128, toPort: 0 }, "58 128/0"],
        [{ ipProtocol: "50" }, "50 all"],
        [{ ipProtocol: "esp" }, "50 all"],
        [{ ipProtocol: "tcp", fromPort: "443", toPort: "443" }, "6 443"],
    ];
    for (const [given, read] of readings) {
        it(`read ${JSON.stringify(given)} as ${read}`, () => {
            const { stack, vpc } = network();
            const group = stack.add(groupType, "group", { vpcId: idOf(vpc) });
            stack.add(egressType, "rule", { securityGroupId: idOf(group), cidrIpv4: "0.0.0.0/0", ...given });
            expect(linesOf(modelOf(stack), group)).to.deep.equal([`egress ${read} 0.0.0.0/0`]);
        });
    }

    it("with an unknown port, protocol or block are undecided and keep the group's other rules", () => {
        const { stack, vpc } = network();
        const group = stack.add(groupType, "group", { vpcId: idOf(vpc) });
        const eip = stack.add("aws:ec2/eip:Eip", "office", {});
        const base = { securityGroupId: idOf(group), ipProtocol: "tcp", fromPort: 1, toPort: 1 };
        stack.add(ingressType, "block", { ...base, cidrIpv4: new Ref(eip, "publicIp") });
        stack.add(ingressType, "port", { ...base, cidrIpv4: "10.0.0.0/8", fromPort: new Ref(eip, "port") });
        stack.add(ingressType, "protocol", { ...base, cidrIpv4: "10.0.0.0/8", ipProtocol: "carrier-pigeon" });
        stack.add(ingressType, "plain", { ...base, cidrIpv4: "10.0.0.0/8" });
        const { rules } = previewOf(stack).securityGroups.get(group.urn)!;
        const open = rules.flatMap(({ peer }) => (peer.kind === "undecided" ? [peer.undecided] : []));
        expect(open.map(({ property }) => property)).to.deep.equal(["cidrIpv4", "fromPort", "ipProtocol"]);
        expect(rules).to.have.length(4);
    });

    it("with host bits or without any peer are undecided, and say what is meant", () => {
        const { stack, vpc } = network();
        const group = stack.add(groupType, "group", {
            vpcId: idOf(vpc),
            ingress: [
                { protocol: "tcp", fromPort: 1, toPort: 1, cidrBlocks: ["10.0.0.1/8"] },
                { protocol: "tcp", fromPort: 1, toPort: 1 },
            ],
        });
        const peers = previewOf(stack)
            .securityGroups.get(group.urn)!
            .rules.map(({ peer }) => (peer.kind === "undecided" ? peer.undecided.reason : peer.kind));
        expect(peers[0]).to.contain('did you mean "10.0.0.0/8"?');
        expect(peers[1]).to.contain("states no peer");
    });

    it("that belong to no group that can be told are the model's own doubt", () => {
        const { stack, vpc } = network();
        const [one, other] = ["one", "other"].map((name) => stack.add(groupType, name, { vpcId: idOf(vpc) }));
        const rule = stack.add(ingressType, "rule", {
            securityGroupId: idOf(one!),
            ipProtocol: "-1",
            cidrIpv4: "0.0.0.0/0",
        });
        const records = stack
            .records("preview")
            .map((record) =>
                record.urn === rule.urn
                    ? { ...record, propertyDependencies: { securityGroupId: [one!.urn, other!.urn] } }
                    : record,
            );
        const model = buildNetworkModel(records);
        expect(model.undecided.map(({ urn, property }) => [urn, property])).to.deep.equal([
            [rule.urn, "securityGroupId"],
        ]);
    });

    it("keep their text, resource and place", () => {
        const { stack, vpc } = network();
        const group = stack.add(groupType, "group", {
            vpcId: idOf(vpc),
            egress: [{ protocol: "-1", cidrBlocks: ["0.0.0.0/0"], description: "out" }],
        });
        const [rule] = modelOf(stack).securityGroups.get(group.urn)!.rules;
        expect(rule).to.include({ urn: group.urn, property: "egress[0].cidrBlocks", description: "out" });
    });
});
