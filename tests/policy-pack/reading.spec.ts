import { expect } from "chai";
import { unknownValue, type PropertyValue, type ResourceRecord } from "../../analysis/model/resource-record";
import { block, blocks, faultUnless, flag, isSet, number, text, texts } from "../../policy-pack/reading";

const record = (properties: { readonly [property: string]: PropertyValue }): ResourceRecord => ({
    urn: "urn:pulumi:test::test::aws:ec2/instance:Instance::host",
    type: "aws:ec2/instance:Instance",
    name: "host",
    custom: true,
    properties,
    propertyDependencies: {},
    dependencies: [],
});

describe("reading a resource's values", () => {
    it("takes booleans that are written as text", () => {
        const host = record({ on: "true", off: "False", plain: true });
        expect(flag(host, "on")).to.include({ known: true, value: true });
        expect(flag(host, "off")).to.include({ known: true, value: false });
        expect(flag(host, "plain")).to.include({ known: true, value: true });
    });

    it("falls back where nothing, null or an empty text is set", () => {
        const host = record({ nothing: null, empty: "" });
        for (const path of ["absent", "nothing", "empty"]) {
            expect(flag(host, path, true), path).to.include({ known: true, value: true });
            expect(text(host, path, "x"), path).to.include({ known: true, value: "x" });
            expect(number(host, path, 7), path).to.include({ known: true, value: 7 });
        }
    });

    it("says which property is not known, however deep the unknown is", () => {
        const host = record({ metadataOptions: unknownValue, list: ["a", unknownValue] });
        const tokens = text(host, "metadataOptions.httpTokens", "optional");
        expect(tokens.known).to.equal(false);
        expect(!tokens.known && tokens.undecided.property).to.equal("metadataOptions.httpTokens");
        expect(texts(host, "list").known).to.equal(false);
    });

    it("takes nothing of a wrong type for good", () => {
        const host = record({ flag: { a: 1 }, number: "seven", list: [{ a: 1 }], blocks: "text" });
        expect(flag(host, "flag", false).known).to.equal(false);
        expect(number(host, "number", 0).known).to.equal(false);
        expect(texts(host, "list").known).to.equal(false);
        expect(blocks(host, "blocks").known).to.equal(false);
    });

    it("does not take what every object inherits for a property", () => {
        expect(text(record({}), "constructor")).to.include({ known: true, value: undefined });
        expect(isSet(record({ tags: {} }), "tags.toString")).to.equal(false);
    });

    it("reads blocks with their places, one that is unknown among them", () => {
        const host = record({ disks: [{ encrypted: true }, unknownValue] });
        const disks = blocks(host, "disks");
        const readings = disks.known ? disks.value.map((disk) => flag(disk, "encrypted", false)) : [];
        expect(readings[0]).to.include({ known: true, value: true });
        expect(readings[1]?.known === false && readings[1].undecided.property).to.equal("disks[1].encrypted");
    });

    it("reads a block that may occur once, written as an object or as a list of one", () => {
        for (const options of [{ httpTokens: "required" }, [{ httpTokens: "required" }]]) {
            const host = record({ metadataOptions: options });
            expect(text(host, "metadataOptions.httpTokens")).to.include({ value: "required" });
            const found = block(host, "metadataOptions");
            expect(found.known && found.value && text(found.value, "httpTokens")).to.include({
                value: "required",
            });
        }
    });

    it("counts an unknown as set, and an empty list as not set", () => {
        const host = record({ key: unknownValue, list: [] });
        expect(isSet(host, "key")).to.equal(true);
        expect(isSet(host, "list")).to.equal(false);
        expect(isSet(host, "absent")).to.equal(false);
    });

    it("makes a fault of what is bad, none of what is good, and an undecidable one of what is unknown", () => {
        const host = record({ bad: true, good: false, open: unknownValue });
        const judge = (path: string) => faultUnless(flag(host, path, false), (on) => !on, "is on");
        expect(judge("bad")).to.deep.include.members([
            { verdict: "violates", urn: host.urn, property: "bad", message: "is on", evidence: [] },
        ]);
        expect(judge("good")).to.deep.equal([]);
        expect(judge("open")[0]).to.include({ verdict: "undecidable", property: "open" });
    });
});
