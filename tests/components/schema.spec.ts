import { expect } from "chai";
import { readFileSync } from "node:fs";
import { componentSchema, schemaFile } from "../../scripts/component-schema";

describe("the package's public surface", () => {
    it("is what schema.json says; after a change that is meant, run npm run schema", async function () {
        // Reading all of @pulumi/aws's types takes its time.
        this.timeout(180000);
        const committed = JSON.parse(readFileSync(schemaFile, "utf8")) as object;
        expect(JSON.parse(await componentSchema())).to.deep.equal(committed);
    });
});
