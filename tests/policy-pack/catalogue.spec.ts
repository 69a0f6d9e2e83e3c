import { expect } from "chai";
import { readFileSync } from "node:fs";
import { rules } from "../../policy-pack/rules";
import { catalogueFile, policyCatalogue } from "../../scripts/policy-catalogue";

describe("the catalogue of policies", () => {
    it("is what docs/policies.md says; after a change that is meant, run npm run docs:policies", () => {
        expect(readFileSync(catalogueFile, "utf8")).to.equal(policyCatalogue());
    });

    it("has a section for every policy, and names each in the checklist's table", () => {
        const text = policyCatalogue();
        for (const { id } of rules) {
            expect(text, id).to.include(`\n### ${id}\n`);
            expect(text, id).to.include(`[${id}](#${id})`);
        }
    });
});
