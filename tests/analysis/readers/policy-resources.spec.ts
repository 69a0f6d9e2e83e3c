import { unknownCheckingProxy } from "@pulumi/policy";
import { expect } from "chai";
import { unknownValue } from "../../../analysis/model/resource-record";
import {
    recordFromValidatedResource,
    recordsFromPolicyResources,
    type StackPolicyResource,
} from "../../../analysis/readers/policy-resources";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function policyResource(
    name: string,
    type: string,
    props: object,
    rest: Partial<StackPolicyResource> = {},
): StackPolicyResource {
    return {
        urn: `urn:pulumi:dev::net::${type}::${name}`,
        type,
        name,
        props: unknownCheckingProxy(props),
        dependencies: [],
        propertyDependencies: {},
        ...rest,
    };
}

describe("reading what CrossGuard gives a stack policy", () => {
    const vpc = policyResource("main", "aws:ec2/vpc:Vpc", { id: unknownText, cidrBlock: "10.0.0.0/16" });
    const subnet = policyResource(
        "a",
        "aws:ec2/subnet:Subnet",
        { vpcId: unknownText, nested: [{ deep: unknownText }] },
        { dependencies: [vpc], propertyDependencies: { vpcId: [vpc] }, opts: { protect: true } },
    );

    it("reads unknowns behind the proxy without touching them", () => {
        expect(() => (subnet.props as { vpcId: string }).vpcId).to.throw("can't be known during preview");
        const [, record] = recordsFromPolicyResources([vpc, subnet]);
        expect(record!.properties).to.deep.equal({ vpcId: unknownValue, nested: [{ deep: unknownValue }] });
    });

    it("reads plain properties as unit tests of policies hand them in", () => {
        const plain = { ...vpc, props: { cidrBlock: "10.0.0.0/16" } };
        expect(recordsFromPolicyResources([plain])[0]!.properties).to.deep.equal({
            cidrBlock: "10.0.0.0/16",
        });
    });

    it("turns resources depended upon into their URNs", () => {
        const [, record] = recordsFromPolicyResources([vpc, subnet]);
        expect(record!.propertyDependencies).to.deep.equal({ vpcId: [vpc.urn] });
        expect(record!.dependencies).to.deep.equal([vpc.urn]);
        expect(record!.protect).to.equal(true);
    });

    it("takes the id from the outputs, once it is known", () => {
        const known = policyResource("main", "aws:ec2/vpc:Vpc", { id: "vpc-1" });
        expect(recordsFromPolicyResources([vpc, known]).map(({ id }) => id)).to.deep.equal([
            undefined,
            "vpc-1",
        ]);
    });

    it("tells components from resources that a provider manages", () => {
        const component = policyResource("n", "palisade:network:Network", {});
        const provider = policyResource("p", "pulumi:providers:aws", {});
        const records = recordsFromPolicyResources([component, provider, vpc]);
        expect(records.map(({ custom }) => custom)).to.deep.equal([false, true, true]);
    });

    it("tells inputs from outputs, and managed from read, when resource policies remembered the inputs", () => {
        const group = policyResource("g", "aws:ec2/securityGroup:SecurityGroup", {
            ingress: [{ protocol: "tcp" }],
        });
        const stated = recordFromValidatedResource({ ...group, props: unknownCheckingProxy({ name: "g" }) });
        const [withInputs, read] = recordsFromPolicyResources([group, vpc], new Map([[group.urn, stated]]));
        expect(withInputs!.inputs).to.deep.equal({ name: "g" });
        expect(withInputs!.properties).to.deep.equal({ name: "g", ingress: [{ protocol: "tcp" }] });
        expect(withInputs!.external).to.equal(undefined);
        expect(read!.external).to.equal(true);
    });
});

describe("reading what CrossGuard gives a resource policy", () => {
    it("reads the inputs, unknowns and all", () => {
        const record = recordFromValidatedResource({
            urn: "urn",
            type: "aws:ec2/instance:Instance",
            name: "web",
            props: unknownCheckingProxy({ subnetId: unknownText, tags: { Name: "web" } }),
            opts: { parent: "urn:parent" },
        });
        expect(record.properties).to.deep.equal({ subnetId: unknownValue, tags: { Name: "web" } });
        expect(record.inputs).to.equal(record.properties);
        expect(record.parent).to.equal("urn:parent");
    });
});
