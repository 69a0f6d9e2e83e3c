import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { parse } from "yaml";

const root = join(__dirname, "..", "..");

describe("the start of a program under pulumi up", () => {
    it("transpiles only, for the check of all of @pulumi/aws would come with every run", () => {
        const project = parse(readFileSync(join(root, "Pulumi.yaml"), "utf8")) as {
            readonly main: string;
            readonly runtime: { readonly options: { readonly tsconfig: string } };
        };
        const file = join(root, dirname(project.main), project.runtime.options.tsconfig);
        const { config } = ts.readConfigFile(file, (path) => readFileSync(path, "utf8")) as {
            config: object;
        };
        const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(file));
        expect(errors.map(({ messageText }) => messageText)).to.deep.equal([]);
        expect(options.noCheck).to.equal(true);
    });

    it("loads the parts of @pulumi/aws that it uses and never the whole", () => {
        const whole = ["components", "stacks"].flatMap((folder) =>
            readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
                .filter((file) => file.endsWith(".ts"))
                .map((file) => join(folder, file))
                .filter((file) =>
                    /(?<!import type .*)from "@pulumi\/aws"/.test(readFileSync(join(root, file), "utf8")),
                ),
        );
        expect(whole).to.deep.equal([]);
    });
});
