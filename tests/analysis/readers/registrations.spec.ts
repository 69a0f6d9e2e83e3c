import { expect } from "chai";
import { unknownValue } from "../../../analysis/model/resource-record";
import { recordsFromRegistrations, type Registration } from "../../../analysis/readers/registrations";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const registration = (inputs: Registration["inputs"], rest: Partial<Registration> = {}): Registration => ({
    urn: "urn:pulumi:dev::net::aws:ec2/subnet:Subnet::a",
    type: "aws:ec2/subnet:Subnet",
    name: "a",
    custom: true,
    inputs,
    ...rest,
});

const read = (...args: Parameters<typeof registration>) =>
    recordsFromRegistrations([registration(...args)])[0]!;

describe("reading recorded registrations", () => {
    it("replaces every text Pulumi writes for an unknown, at any depth", () => {
        const texts = [
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            unknownText,
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
        ];
        const { properties } = read({ vpcId: unknownText, nested: [{ values: texts }] });
        expect(properties["vpcId"]).to.equal(unknownValue);
        expect(properties["nested"]).to.deep.equal([{ values: texts.map(() => unknownValue) }]);
    });

    it("keeps values that are already marked unknown, and texts that only look like ids", () => {
        const { properties } = read({
            vpcId: { palisadeUnknown: true },
            other: "04da6b54-80e4-46f7-96ec-b56ff0331ba8",
        });
        expect(properties).to.deep.equal({
            vpcId: unknownValue,
            other: "04da6b54-80e4-46f7-96ec-b56ff0331ba8",
        });
    });

    it("unwraps secrets and output values, and takes a resource reference for its id", () => {
        const mark = "4dabf18193072939515e22adb298388d";
        const { properties } = read({
            secret: { [mark]: "1b47061264138c4ac30d75fd1eb44270", value: ["10.0.0.0/8"] },
            known: { [mark]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: 443, secret: true },
            unknown: { [mark]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", dependencies: [] },
            reference: { [mark]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn", id: "vpc-1" },
            unborn: { [mark]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn", id: "" },
        });
        expect(properties).to.deep.equal({
            secret: ["10.0.0.0/8"],
            known: 443,
            unknown: unknownValue,
            reference: "vpc-1",
            unborn: unknownValue,
        });
    });

    it("takes no unknown or empty text for an id", () => {
        expect(read({}, { id: unknownText }).id).to.equal(undefined);
        expect(read({}, { id: "" }).id).to.equal(undefined);
        expect(read({}, { id: "subnet-1" }).id).to.equal("subnet-1");
    });

    it("lays outputs over inputs, but never an unknown over what is known", () => {
        const record = read(
            { cidrBlock: "10.0.0.0/24", tags: { Name: "a" } },
            { outputs: { cidrBlock: unknownText, tags: { Name: unknownText }, arn: "arn:subnet" } },
        );
        expect(record.properties).to.deep.equal({
            cidrBlock: "10.0.0.0/24",
            tags: { Name: "a" },
            arn: "arn:subnet",
        });
        expect(record.inputs).to.deep.equal({ cidrBlock: "10.0.0.0/24", tags: { Name: "a" } });
    });

    it("keeps what the engine keeps for itself out of the properties", () => {
        expect(read({ __defaults: ["a"], nested: { __defaults: [], a: 1 } }).properties).to.deep.equal({
            nested: { a: 1 },
        });
    });
});
