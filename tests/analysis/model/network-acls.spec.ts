import { expect } from "chai";
import { formatAddressSet } from "../../../packets/address-set";
import { formatPorts } from "../../../packets/ports";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import type { NetworkAclEntry, NetworkModel } from "../../../analysis/model/network-model";
import { asReportedOnly, modelOf, previewOf } from "./both-forms";
import { idOf, Ref, SpecimenStack, type Specimen } from "./specimen-stack";

const aclType = "aws:ec2/networkAcl:NetworkAcl";
const ruleType = "aws:ec2/networkAclRule:NetworkAclRule";

function network(): { stack: SpecimenStack; vpc: Specimen; subnet: Specimen } {
    const stack = new SpecimenStack();
    const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
    const subnet = stack.add("aws:ec2/subnet:Subnet", "a", { vpcId: idOf(vpc), cidrBlock: "10.0.0.0/24" });
    return { stack, vpc, subnet };
}

const line = ({ egress, number, allow, traffic, addresses }: NetworkAclEntry): string =>
    [
        egress ? "out" : "in",
        number,
        allow ? "allow" : "deny",
        traffic.protocol,
        traffic.ports === undefined ? (traffic.icmp ?? "all") : formatPorts(traffic.ports),
        formatAddressSet(addresses),
    ]
        .map((part) => (typeof part === "object" ? `${part.type}/${part.code}` : part))
        .join(" ");

const linesOf = (model: NetworkModel, key: string): string[] => model.networkAcls.get(key)!.entries.map(line);

describe("a network ACL's entries", () => {
    it("are the same inline and as resources of their own, in the order of their numbers", () => {
        const { stack, vpc } = network();
        const inline = stack.add(aclType, "inline", {
            vpcId: idOf(vpc),
            ingress: [
                {
                    ruleNo: 200,
                    action: "allow",
                    protocol: "tcp",
                    fromPort: 443,
                    toPort: 443,
                    cidrBlock: "0.0.0.0/0",
                },
                {
                    ruleNo: 100,
                    action: "deny",
                    protocol: "6",
                    fromPort: 22,
                    toPort: 22,
                    cidrBlock: "0.0.0.0/0",
                },
            ],
            egress: [
                { ruleNo: 1, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlock: "::/0" },
            ],
        });
        const standalone = stack.add(aclType, "standalone", { vpcId: idOf(vpc) });
        const rule = (name: string, inputs: Specimen["inputs"]): Specimen =>
            stack.add(ruleType, name, { networkAclId: idOf(standalone), ...inputs });
        rule("c", {
            egress: true,
            ruleNumber: 1,
            ruleAction: "allow",
            protocol: "all",
            ipv6CidrBlock: "::/0",
        });
        rule("a", {
            ruleNumber: 200,
            ruleAction: "ALLOW",
            protocol: 6,
            fromPort: 443,
            toPort: 443,
            cidrBlock: "0.0.0.0/0",
        });
        rule("b", {
            ruleNumber: "100",
            ruleAction: "deny",
            protocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrBlock: "0.0.0.0/0",
        });
        const model = modelOf(stack);
        const expected = [
            "in 100 deny 6 22 0.0.0.0/0",
            "in 200 allow 6 443 0.0.0.0/0",
            "out 1 allow -1 all ::/0",
        ];
        expect(linesOf(model, inline.urn)).to.deep.equal(expected);
        expect(linesOf(model, standalone.urn)).to.deep.equal(expected);
    });

    it("match ICMP by type and code, and port zero where ports are left out, as the provider sends it", () => {
        const { stack, vpc } = network();
        const acl = stack.add(aclType, "acl", { vpcId: idOf(vpc) });
        const rule = (ruleNumber: number, inputs: Specimen["inputs"]): Specimen =>
            stack.add(ruleType, `rule-${ruleNumber}`, {
                networkAclId: idOf(acl),
                ruleNumber,
                ruleAction: "allow",
                cidrBlock: "10.0.0.0/8",
                ...inputs,
            });
        rule(1, { protocol: "icmp", icmpType: -1, icmpCode: -1 });
        rule(2, { protocol: "icmp", icmpType: 3, icmpCode: 4 });
        rule(3, { protocol: "udp" });
        expect(linesOf(modelOf(stack), acl.urn)).to.deep.equal([
            "in 1 allow 1 -1/-1 10.0.0.0/8",
            "in 2 allow 1 3/4 10.0.0.0/8",
            "in 3 allow 17 0 10.0.0.0/8",
        ]);
    });

    it("that are not known make the whole list a matter of doubt, for order decides", () => {
        const { stack, vpc } = network();
        const acl = stack.add(aclType, "acl", { vpcId: idOf(vpc) });
        const pool = stack.add("aws:ec2/vpcIpamPool:VpcIpamPool", "pool", {});
        stack.add(ruleType, "open", {
            networkAclId: idOf(acl),
            ruleNumber: 100,
            ruleAction: "allow",
            protocol: "-1",
            cidrBlock: new Ref(pool, "cidr"),
        });
        const { entries, undecided } = previewOf(stack).networkAcls.get(acl.urn)!;
        expect(entries).to.deep.equal([]);
        expect(undecided.map(({ property }) => property)).to.deep.equal(["cidrBlock"]);
    });

    it("are not doubled by a source whose outputs repeat the standalone ones", () => {
        const { stack, vpc } = network();
        const acl = stack.add(aclType, "acl", { vpcId: idOf(vpc) });
        const rule = { ruleNumber: 100, ruleAction: "allow", protocol: "-1", cidrBlock: "10.0.0.0/8" };
        stack.add(ruleType, "rule", { networkAclId: idOf(acl), ...rule });
        const outputs = stack
            .records("deployed")
            .map(asReportedOnly)
            .map((record) =>
                record.urn === acl.urn
                    ? {
                          ...record,
                          properties: {
                              ...record.properties,
                              ingress: [
                                  { ruleNo: 100, action: "allow", protocol: "-1", cidrBlock: "10.0.0.0/8" },
                              ],
                          },
                      }
                    : record,
            );
        expect(linesOf(buildNetworkModel(outputs), acl.urn)).to.have.length(1);
    });
});

describe("the network ACL of a subnet", () => {
    it("is the one that lists it, or that an association names, and otherwise the VPC's default", () => {
        const { stack, vpc, subnet } = network();
        const [listed, associated] = ["b", "c"].map((name, at) =>
            stack.add("aws:ec2/subnet:Subnet", name, { vpcId: idOf(vpc), cidrBlock: `10.0.${at + 1}.0/24` }),
        );
        const one = stack.add(aclType, "one", { vpcId: idOf(vpc), subnetIds: [idOf(listed!)] });
        const other = stack.add(aclType, "other", { vpcId: idOf(vpc) });
        stack.add("aws:ec2/networkAclAssociation:NetworkAclAssociation", "link", {
            subnetId: idOf(associated!),
            networkAclId: idOf(other),
        });
        const { subnets, vpcs } = modelOf(stack);
        expect(subnets.get(listed!.urn)!.networkAcl).to.equal(one.urn);
        expect(subnets.get(associated!.urn)!.networkAcl).to.equal(other.urn);
        expect(subnets.get(subnet.urn)!.networkAcl).to.equal(vpcs.get(vpc.urn)!.defaultNetworkAcl);
    });

    it("that is the untouched default lets everything through, both ways and in both families", () => {
        const { stack, vpc } = network();
        const model = modelOf(stack);
        expect(linesOf(model, model.vpcs.get(vpc.urn)!.defaultNetworkAcl)).to.deep.equal([
            "in 100 allow -1 all 0.0.0.0/0",
            "in 101 allow -1 all ::/0",
            "out 100 allow -1 all 0.0.0.0/0",
            "out 101 allow -1 all ::/0",
        ]);
    });

    it("that is an adopted default without entries lets nothing through", () => {
        const { stack, vpc, subnet } = network();
        const adopted = stack.add("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", "closed", {
            defaultNetworkAclId: new Ref(vpc, "defaultNetworkAclId"),
        });
        const model = modelOf(stack);
        expect(model.subnets.get(subnet.urn)!.networkAcl).to.equal(adopted.urn);
        expect(model.networkAcls.get(adopted.urn)).to.deep.include({
            isDefault: true,
            entries: [],
            vpc: vpc.urn,
        });
        expect(model.networkAcls.size).to.equal(1);
    });

    it("is in doubt where two associations fight over the subnet", () => {
        const { stack, vpc, subnet } = network();
        ["one", "other"].forEach((name) =>
            stack.add(aclType, name, { vpcId: idOf(vpc), subnetIds: [idOf(subnet)] }),
        );
        expect(modelOf(stack).subnets.get(subnet.urn)!.undecided).to.have.length(1);
    });
});
