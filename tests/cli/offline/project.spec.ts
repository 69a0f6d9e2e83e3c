import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readProjectStack } from "../../../cli/offline/project";

describe("readProjectStack", () => {
    let root: string;

    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "palisade-project-"));
        writeFileSync(
            join(root, "Pulumi.yaml"),
            "name: shop\nruntime: nodejs\nmain: stacks/index.ts\nconfig:\n  nat:\n    type: string\n    default: single\n",
        );
        writeFileSync(join(root, "Pulumi.dev.yaml"), "config:\n  aws:region: us-east-1\n");
    });

    afterEach(() => rmSync(root, { recursive: true }));

    it("finds the program, the folder it runs in and the stack's settings", () => {
        expect(readProjectStack(root, "dev")).to.deep.equal({
            project: "shop",
            stack: "dev",
            root,
            program: join(root, "stacks/index.ts"),
            workingDirectory: join(root, "stacks"),
            config: { "shop:nat": "single", "aws:region": "us-east-1" },
            secretKeys: [],
        });
    });

    it("names the stacks there are when asked for one there is not", () => {
        expect(() => readProjectStack(root, "prod")).to.throw(
            /stack "prod" has no settings.*the stacks here are dev/,
        );
    });

    it("says where it looked when there is no project", () => {
        expect(() => readProjectStack(tmpdir(), "dev")).to.throw(`no Pulumi.yaml in ${tmpdir()}`);
    });

    it("tells of settings that are not YAML by their file's name", () => {
        writeFileSync(join(root, "Pulumi.dev.yaml"), "config: [");
        expect(() => readProjectStack(root, "dev")).to.throw(/^Pulumi\.dev\.yaml: /);
    });
});
