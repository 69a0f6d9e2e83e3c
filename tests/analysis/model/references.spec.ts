import { expect } from "chai";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { unknownFrom, unknownValue, type ResourceRecord } from "../../../analysis/model/resource-record";
import { modelOf, previewOf } from "./both-forms";
import { idOf, Ref, SpecimenStack, type Specimen } from "./specimen-stack";

const types = {
    vpc: "aws:ec2/vpc:Vpc",
    subnet: "aws:ec2/subnet:Subnet",
    group: "aws:ec2/securityGroup:SecurityGroup",
    instance: "aws:ec2/instance:Instance",
    rule: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
};

function network(groups = 2): { stack: SpecimenStack; vpc: Specimen; subnet: Specimen; groups: Specimen[] } {
    const stack = new SpecimenStack();
    const vpc = stack.add(types.vpc, "main", { cidrBlock: "10.0.0.0/16" });
    const subnet = stack.add(types.subnet, "a", { vpcId: idOf(vpc), cidrBlock: "10.0.0.0/24" });
    return {
        stack,
        vpc,
        subnet,
        groups: Array.from({ length: groups }, (_, at) =>
            stack.add(types.group, `group-${at}`, { vpcId: idOf(vpc) }),
        ),
    };
}

/** Replaces properties of the record that a specimen makes before its deployment. */
const edited = (
    stack: SpecimenStack,
    target: Specimen,
    edit: (record: ResourceRecord) => Partial<ResourceRecord>,
): ResourceRecord[] =>
    stack
        .records("preview")
        .map((record) => (record.urn === target.urn ? { ...record, ...edit(record) } : record));

const withProperty = (property: string, value: ResourceRecord["properties"][string], sources: string[]) =>
    ((record: ResourceRecord) => ({
        properties: { ...record.properties, [property]: value },
        inputs: { ...record.inputs, [property]: value },
        propertyDependencies: { ...record.propertyDependencies, [property]: sources },
    })) satisfies Parameters<typeof edited>[2];

describe("references between resources", () => {
    it("are found by dependency before ids exist, and by id afterwards", () => {
        const { stack, subnet, vpc, groups } = network();
        const guest = stack.add(types.instance, "guest", {
            subnetId: idOf(subnet),
            vpcSecurityGroupIds: groups.map(idOf),
        });
        const model = modelOf(stack);
        expect(model.interfaces.get(guest.urn)).to.deep.include({
            vpc: vpc.urn,
            subnets: [subnet.urn],
            securityGroups: groups.map(({ urn }) => urn),
            undecided: [],
        });
    });

    it("are followed through another resource's output that hands them on", () => {
        const { stack, vpc, subnet } = network();
        const group = stack.add(types.group, "inner", { vpcId: new Ref(subnet, "vpcId") });
        expect(previewOf(stack).securityGroups.get(group.urn)!.vpc).to.equal(vpc.urn);
    });

    it("ignore dependencies of another kind, as a component's expansion to all its children brings", () => {
        const { stack, vpc, subnet, groups } = network();
        const guest = stack.add(types.instance, "guest", { subnetId: idOf(subnet) });
        const everything = [vpc.urn, subnet.urn, groups[0]!.urn];
        const records = edited(stack, guest, withProperty("subnetId", unknownValue, everything));
        expect(buildNetworkModel(records).interfaces.get(guest.urn)!.subnets).to.deep.equal([subnet.urn]);
    });

    it("stay undecided where one unknown may be either of two, with both as candidates", () => {
        const { stack, subnet, vpc } = network();
        const other = stack.add(types.subnet, "b", { vpcId: idOf(vpc), cidrBlock: "10.0.1.0/24" });
        const guest = stack.add(types.instance, "guest", { subnetId: idOf(subnet) });
        const records = edited(stack, guest, withProperty("subnetId", unknownValue, [subnet.urn, other.urn]));
        const { undecided, subnets } = buildNetworkModel(records).interfaces.get(guest.urn)!;
        expect(subnets).to.deep.equal([subnet.urn, other.urn]);
        expect(undecided).to.have.length(1);
        expect(undecided[0]).to.include({ urn: guest.urn, property: "subnetId" });
        expect(undecided[0]!.reason).to.contain(subnet.urn).and.contain(other.urn);
        expect(undecided[0]!.remedy).to.not.be.empty;
    });

    it("stay undecided where an unknown comes from no resource, and never vanish", () => {
        const { stack, subnet } = network();
        const guest = stack.add(types.instance, "guest", { subnetId: idOf(subnet) });
        const model = buildNetworkModel(edited(stack, guest, withProperty("subnetId", unknownValue, [])));
        const { subnets, undecided } = model.interfaces.get(guest.urn)!;
        expect(undecided[0]!.reason).to.contain("comes from no resource of this stack");
        expect(model.subnets.get(subnets[0]!)).to.deep.include({ external: true, undecided });
    });

    it("stay undecided where another stack's output may be meant as well", () => {
        const { stack, groups, subnet } = network(1);
        const shared = stack.add("pulumi:pulumi:StackReference", "shared", {});
        const guest = stack.add(types.instance, "guest", {
            subnetId: idOf(subnet),
            vpcSecurityGroupIds: [idOf(groups[0]!), new Ref(shared, "outputs")],
        });
        const { securityGroups, undecided } = previewOf(stack).interfaces.get(guest.urn)!;
        expect(securityGroups).to.deep.equal([groups[0]!.urn]);
        expect(undecided.map(({ property }) => property)).to.deep.equal(["vpcSecurityGroupIds"]);
    });

    it("mean every candidate where a list is unknown as a whole or has as many unknown elements", () => {
        const { stack, subnet, groups } = network(3);
        const urns = groups.map(({ urn }) => urn);
        const guest = stack.add(types.instance, "guest", { subnetId: idOf(subnet) });
        for (const value of [unknownValue, [unknownValue, unknownValue, unknownValue]]) {
            const records = edited(stack, guest, withProperty("vpcSecurityGroupIds", value, urns));
            const { securityGroups, undecided } = buildNetworkModel(records).interfaces.get(guest.urn)!;
            expect(securityGroups).to.deep.equal(urns);
            expect(undecided).to.deep.equal([]);
        }
    });

    it("stay undecided where a list has fewer unknown elements than candidates", () => {
        const { stack, subnet, groups } = network(3);
        const urns = groups.map(({ urn }) => urn);
        const guest = stack.add(types.instance, "guest", { subnetId: idOf(subnet) });
        const value = [unknownValue, unknownValue];
        const records = edited(stack, guest, withProperty("vpcSecurityGroupIds", value, urns));
        const { securityGroups, undecided } = buildNetworkModel(records).interfaces.get(guest.urn)!;
        expect(securityGroups).to.deep.equal(urns);
        expect(undecided).to.have.length(1);
    });

    it("leave the other candidates to unknown elements once known ones have taken theirs", () => {
        const { stack, subnet, groups } = network(2);
        const guest = stack.add(types.instance, "guest", { subnetId: idOf(subnet) });
        const value = ["sg-known", unknownValue];
        const sources = groups.map(({ urn }) => urn);
        const records = edited(stack, guest, withProperty("vpcSecurityGroupIds", value, sources)).map(
            (record) => (record.urn === groups[0]!.urn ? { ...record, id: "sg-known" } : record),
        );
        const { securityGroups, undecided } = buildNetworkModel(records).interfaces.get(guest.urn)!;
        expect(securityGroups).to.deep.equal(sources);
        expect(undecided).to.deep.equal([]);
    });

    it("never take a literal id for a resource that does not exist yet", () => {
        const { stack, subnet, groups } = network(1);
        const guest = stack.add(types.instance, "guest", {
            subnetId: idOf(subnet),
            vpcSecurityGroupIds: ["sg-elsewhere", idOf(groups[0]!)],
        });
        expect(modelOf(stack).interfaces.get(guest.urn)!.securityGroups).to.deep.equal([
            "external:securityGroup:sg-elsewhere",
            groups[0]!.urn,
        ]);
    });

    it("by the ids that a deployed cluster or gateway reports find what AWS made with it", () => {
        const { stack, vpc } = network();
        const cluster = stack.add("aws:eks/cluster:Cluster", "k8s", {});
        const gateway = stack.add("aws:ec2transitgateway/transitGateway:TransitGateway", "hub", {});
        const reported: { readonly [urn: string]: ResourceRecord["properties"] } = {
            [cluster.urn]: { vpcConfig: { clusterSecurityGroupId: "sg-cluster" } },
            [gateway.urn]: { associationDefaultRouteTableId: "tgw-rtb-1" },
        };
        stack.add(types.rule, "rule", {
            securityGroupId: "sg-cluster",
            ipProtocol: "-1",
            cidrIpv4: "10.0.0.0/8",
        });
        stack.add("aws:ec2transitgateway/route:Route", "route", {
            transitGatewayRouteTableId: "tgw-rtb-1",
            destinationCidrBlock: "10.9.0.0/16",
            blackhole: true,
        });
        const records = stack
            .records("deployed")
            .map((record) => ({ ...record, properties: { ...record.properties, ...reported[record.urn] } }));
        const { securityGroups, transitGateways, vpcs } = buildNetworkModel(records);
        expect(securityGroups.get(`${cluster.urn}#clusterSecurityGroup`)!.rules).to.have.length(1);
        expect(transitGateways.get(gateway.urn)!.routeTables[0]!.routes).to.have.length(1);
        expect([...vpcs.keys()]).to.deep.equal([vpc.urn]);
    });

    it("stay undecided where the value comes from a resource that hands on anything", () => {
        const { stack, subnet } = network();
        const guest = stack.add(types.instance, "guest", { subnetId: idOf(subnet) });
        const carrier = stack.add("aws:ssm/parameter:Parameter", "subnet", {});
        const records = edited(
            stack,
            guest,
            withProperty("subnetId", unknownValue, [carrier.urn, subnet.urn]),
        );
        expect(buildNetworkModel(records).interfaces.get(guest.urn)!.undecided).to.have.length(1);
    });

    it("are exact in nested lists where the source says what each value comes from", () => {
        const { stack, groups } = network(3);
        const [first, second, third] = groups as [Specimen, Specimen, Specimen];
        const rule = (source: Specimen) => ({
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            securityGroups: [unknownFrom([source.urn])],
        });
        const records = edited(
            stack,
            first,
            withProperty("ingress", [rule(second), rule(third)], [second.urn, third.urn]),
        );
        const { rules } = buildNetworkModel(records).securityGroups.get(first.urn)!;
        expect(rules.map(({ peer }) => peer)).to.deep.equal([
            { kind: "securityGroup", securityGroup: second.urn },
            { kind: "securityGroup", securityGroup: third.urn },
        ]);
    });

    it("to a literal id that no resource has lead to an external entity", () => {
        const { stack, subnet } = network();
        stack.add(types.rule, "peer", {
            securityGroupId: "sg-elsewhere",
            ipProtocol: "-1",
            referencedSecurityGroupId: "123456789012/sg-partner",
        });
        stack.add(types.instance, "guest", { subnetId: idOf(subnet), vpcSecurityGroupIds: ["sg-elsewhere"] });
        const model = modelOf(stack);
        const group = model.securityGroups.get("external:securityGroup:sg-elsewhere")!;
        expect(group.external).to.equal(true);
        expect(group.rules.map(({ peer }) => peer)).to.deep.equal([
            { kind: "securityGroup", securityGroup: "external:securityGroup:sg-partner" },
        ]);
        expect(model.securityGroups.get("external:securityGroup:sg-partner")!.external).to.equal(true);
    });

    it("by a name that is known before any id find their resource", () => {
        const { stack, subnet, vpc } = network();
        const other = stack.add(types.subnet, "b", { vpcId: idOf(vpc), cidrBlock: "10.0.1.0/24" });
        const group = stack.add("aws:rds/subnetGroup:SubnetGroup", "db", {
            name: "dev-db",
            subnetIds: [idOf(subnet), idOf(other)],
        });
        const database = stack.add("aws:rds/instance:Instance", "db", { dbSubnetGroupName: "dev-db" });
        const computed = stack.add("aws:rds/instance:Instance", "db2", {
            dbSubnetGroupName: new Ref(group, "name"),
        });
        const records = edited(stack, computed, withProperty("dbSubnetGroupName", "db-1a2b3c4", [group.urn]));
        const { interfaces } = buildNetworkModel(records);
        expect(interfaces.get(database.urn)!.subnets).to.deep.equal([subnet.urn, other.urn]);
        expect(interfaces.get(computed.urn)!.subnets).to.deep.equal([subnet.urn, other.urn]);
    });
});
