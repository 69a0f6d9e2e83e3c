import { expect } from "chai";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { unknownFrom, unknownValue } from "../../../analysis/model/resource-record";
import { readRecords } from "../../../analysis/readers/read-records";
import { UnreadableRecordsError } from "../../../analysis/readers/unreadable-records";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const vpcUrn = "urn:pulumi:dev::net::aws:ec2/vpc:Vpc::main";
const subnetUrn = "urn:pulumi:dev::net::aws:ec2/subnet:Subnet::a";

const vpcState = { urn: vpcUrn, type: "aws:ec2/vpc:Vpc", custom: true, inputs: { cidrBlock: "10.0.0.0/16" } };
const subnetState = {
    urn: subnetUrn,
    type: "aws:ec2/subnet:Subnet",
    custom: true,
    inputs: { __defaults: [], vpcId: unknownText },
    dependencies: [vpcUrn],
    propertyDependencies: { vpcId: [vpcUrn], cidrBlock: [] },
    parent: "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev",
};

describe("reading pulumi preview --json", () => {
    const preview = (...steps: object[]) => ({ config: {}, steps, changeSummary: {} });

    it("reads what each step leaves, with its dependencies", () => {
        const records = readRecords(
            preview({ op: "create", newState: vpcState }, { op: "create", newState: subnetState }),
        );
        expect(records[1]).to.deep.equal({
            urn: subnetUrn,
            type: "aws:ec2/subnet:Subnet",
            name: "a",
            custom: true,
            properties: { vpcId: unknownValue },
            inputs: { vpcId: unknownValue },
            propertyDependencies: { vpcId: [vpcUrn], cidrBlock: [] },
            dependencies: [vpcUrn],
            parent: "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev",
        });
    });

    it("leaves out what is deleted, and counts what is replaced once", () => {
        const records = readRecords(
            preview(
                { op: "create-replacement", newState: { ...vpcState, id: unknownText } },
                { op: "replace", newState: { ...vpcState, inputs: { cidrBlock: "10.1.0.0/16" } } },
                { op: "delete-replaced", oldState: vpcState, newState: vpcState },
                { op: "delete", oldState: subnetState },
            ),
        );
        expect(records.map(({ urn, properties }) => [urn, properties["cidrBlock"]])).to.deep.equal([
            [vpcUrn, "10.1.0.0/16"],
        ]);
    });

    it("refuses a preview that leaves out unchanged resources, and says how to make one that does not", () => {
        const short = { ...preview({ op: "create", newState: subnetState }), changeSummary: { same: 12 } };
        expect(() => readRecords(short)).to.throw(UnreadableRecordsError, /12 resources.*--show-sames/);
        const full = { ...preview({ op: "same", newState: vpcState }), changeSummary: { same: 1 } };
        expect(readRecords(full)).to.have.length(1);
    });

    it("adds the default provider that the preview leaves out, as the stack configures it", () => {
        const provider = "urn:pulumi:dev::net::pulumi:providers:aws::default_7_48_0";
        const step = { op: "create", newState: { ...vpcState, provider: `${provider}::${unknownText}` } };
        const config = { "aws:region": "eu-west-1", "aws:allowedAccountIds": '["123456789012"]' };
        const records = readRecords({ ...preview(step), config: { ...config, "net:name": "shop" } });
        expect(records[1]).to.include({ urn: provider, type: "pulumi:providers:aws" });
        expect(records[1]!.properties).to.deep.equal({
            region: "eu-west-1",
            allowedAccountIds: '["123456789012"]',
        });
        expect(buildNetworkModel(records).vpcs.get(vpcUrn)!.region).to.equal("eu-west-1");
    });

    it("names the step that is no resource", () => {
        expect(() => readRecords(preview({ op: "create", newState: { inputs: {} } }))).to.throw(
            UnreadableRecordsError,
            /steps\[0\]\.newState/,
        );
    });
});

describe("reading pulumi stack export", () => {
    const state = (...resources: object[]) => ({ version: 3, deployment: { manifest: {}, resources } });

    it("lays outputs over inputs and keeps ids and external reads", () => {
        const [record] = readRecords(
            state({ ...vpcState, id: "vpc-1", external: true, protect: true, outputs: { arn: "arn:vpc" } }),
        );
        expect(record).to.include({ id: "vpc-1", external: true, protect: true });
        expect(record!.properties).to.deep.equal({ cidrBlock: "10.0.0.0/16", arn: "arn:vpc" });
        expect(record!.inputs).to.deep.equal({ cidrBlock: "10.0.0.0/16" });
    });

    it("leaves out what waits for its deletion, or is deleted and waits to be made again", () => {
        const records = readRecords(
            state(
                { ...vpcState, delete: true },
                { ...vpcState, id: "vpc-2" },
                { ...subnetState, pendingReplacement: true },
            ),
        );
        expect(records.map(({ id }) => id)).to.deep.equal(["vpc-2"]);
    });

    it("reads secrets in the clear, and takes encrypted and hidden ones as unknown", () => {
        const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
        const inputs = {
            clear: { ...secret, plaintext: '["10.0.0.0/8"]' },
            encrypted: { ...secret, ciphertext: "v1:abc" },
            hidden: "[secret]",
        };
        expect(readRecords(state({ ...vpcState, inputs }))[0]!.properties).to.deep.equal({
            clear: ["10.0.0.0/8"],
            encrypted: unknownValue,
            hidden: unknownValue,
        });
    });

    it("reads a state file as a self-managed backend keeps it, and a stack without resources", () => {
        const file = { version: 3, checkpoint: { stack: "dev", latest: { resources: [vpcState] } } };
        expect(readRecords(file)).to.have.length(1);
        expect(readRecords({ version: 3, deployment: {} })).to.deep.equal([]);
        expect(readRecords({ version: 3, checkpoint: { stack: "dev" } })).to.deep.equal([]);
    });
});

describe("reading palisade preview --json", () => {
    it("takes references as unknowns that tell where they come from", () => {
        const resource = {
            ...subnetState,
            name: "a",
            inputs: {
                vpcId: { ref: vpcUrn, output: "id" },
                cidrBlock: { refs: [vpcUrn], derived: true },
                zone: { unknown: true },
                tags: { Name: "a" },
            },
            options: { protect: true },
            parent: null,
        };
        const [record] = readRecords({ project: "net", stack: "dev", resources: [resource] });
        expect(record!.properties).to.deep.equal({
            vpcId: unknownFrom([vpcUrn]),
            cidrBlock: unknownFrom([vpcUrn]),
            zone: unknownValue,
            tags: { Name: "a" },
        });
        expect(record).to.include({ protect: true, name: "a" }).and.not.have.property("parent");
    });
});

describe("reading anything else", () => {
    it("says what was given and what can be read", () => {
        const wrong: [unknown, RegExp][] = [
            [null, /^this is null/],
            [[vpcState], /^this is a list/],
            ["text", /^this is a string/],
            [{}, /^this is an empty object/],
            [{ planned_values: {}, resource_changes: [] }, /an object with planned_values, resource_changes/],
        ];
        for (const [json, message] of wrong) {
            expect(() => readRecords(json)).to.throw(UnreadableRecordsError, message);
            expect(() => readRecords(json)).to.throw(/pulumi stack export/);
        }
    });
});
