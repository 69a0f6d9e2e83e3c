import { expect } from "chai";
import type { ProjectSettingsError } from "../../../cli/offline/settings-problem";
import { stackConfigOf, type ConfigDeclarations } from "../../../cli/offline/stack-config";

const resolve = (declarations: ConfigDeclarations, stated: { readonly [key: string]: unknown }) =>
    stackConfigOf("palisade", declarations, stated, "Pulumi.dev.yaml");

const problemsOf = (declarations: ConfigDeclarations, stated: { readonly [key: string]: unknown }) => {
    try {
        resolve(declarations, stated);
    } catch (error) {
        return (error as ProjectSettingsError).problems;
    }
    return [];
};

describe("stackConfigOf", () => {
    it("puts the project's namespace before bare keys and leaves others alone", () => {
        expect(resolve({}, { cidr: "10.0.0.0/16", "aws:region": "us-east-1" }).config).to.deep.equal({
            "palisade:cidr": "10.0.0.0/16",
            "aws:region": "us-east-1",
        });
    });

    it("writes nested values, numbers and booleans as JSON", () => {
        const { config } = resolve({}, { zones: { a: "use1-az1" }, ports: [22, 443], count: 2, on: true });
        expect(config).to.deep.equal({
            "palisade:zones": '{"a":"use1-az1"}',
            "palisade:ports": "[22,443]",
            "palisade:count": "2",
            "palisade:on": "true",
        });
    });

    it("hands objects over with their keys in the alphabet's order, as the engine does", () => {
        const { config } = resolve({}, { tags: { owner: "platform", Tier: "app", list: [{ b: 1, a: 2 }] } });
        expect(config["palisade:tags"]).to.equal('{"Tier":"app","list":[{"a":2,"b":1}],"owner":"platform"}');
    });

    it("uses a declared default only where the stack says nothing", () => {
        const declarations = { nat: { type: "string", default: "single" }, region: { default: "us-east-1" } };
        expect(resolve(declarations, { "palisade:nat": "perZone" }).config).to.deep.equal({
            "palisade:nat": "perZone",
            "palisade:region": "us-east-1",
        });
    });

    it("tells of every missing setting and every wrong type at once", () => {
        const problems = problemsOf(
            { owner: { type: "string" }, count: { type: "integer" }, zones: { type: "object" } },
            { count: "many", zones: ["a"] },
        );
        expect(problems).to.have.lengthOf(3);
        expect(problems[0]).to.match(/^owner: Pulumi.dev.yaml does not set it/);
        expect(problems[1]).to.equal('count: "many" is not of type integer, which Pulumi.yaml declares');
        expect(problems[2]).to.match(/^zones: \["a"\] is not of type object/);
    });

    it("keeps an encrypted value secret and stands a placeholder in its place", () => {
        const resolved = resolve({ token: { type: "string" } }, { token: { secure: "v1:abc" } });
        expect(resolved.config).to.deep.equal({ "palisade:token": "[secret]" });
        expect(resolved.secretKeys).to.deep.equal(["palisade:token"]);
    });
});
