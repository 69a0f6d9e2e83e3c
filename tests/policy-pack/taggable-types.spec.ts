import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import listed from "../../policy-pack/compliance/taggable-types.json";

const sdk = dirname(require.resolve("@pulumi/aws/package.json"));

/** Whether the arguments of a resource, as the SDK declares them, have tags. */
function takesTags(module: string, type: string): boolean {
    const folder = join(sdk, module);
    // The SDK's files are sometimes written in other cases than its type tokens.
    const name = `${type.split(":")[0]!}.d.ts`.toLowerCase();
    const file = readdirSync(folder).find((candidate) => candidate.toLowerCase() === name);
    const declared = file === undefined ? "" : readFileSync(join(folder, file), "utf8");
    const args = /export interface \w+Args \{([\s\S]*?)\n\}/.exec(declared)?.[1] ?? "";
    return /^ {4}tags\?: pulumi\.Input<\{/m.test(args);
}

describe("the types that can carry tags", () => {
    it("are types of the AWS package whose arguments have tags", () => {
        for (const [module, types] of Object.entries(listed)) {
            for (const type of types) {
                expect(takesTags(module, type), `${module}/${type}`).to.equal(true);
            }
        }
    });
});
