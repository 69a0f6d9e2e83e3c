import type { Policies } from "@pulumi/policy";
import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { policiesOf } from "../../policy-pack/pack";
import { rules } from "../../policy-pack/rules";

const root = join(__dirname, "..", "..");
const pack = join(root, "policy-pack");

describe("the built policy pack", () => {
    before(() => {
        execFileSync(process.execPath, ["--import=tsx", "scripts/build-policy-pack.ts"], { cwd: root });
    });

    it("exports the same policies as its sources, without serving them", () => {
        // What a program outside this repository does; tsx would find the sources instead.
        const names = execFileSync(
            process.execPath,
            ["-p", 'JSON.stringify(require("./policies.js").policies.map(({ name }) => name))'],
            { cwd: pack, encoding: "utf8" },
        );
        expect(JSON.parse(names)).to.deep.equal(
            policiesOf(rules, { today: "2026-11-23" }).map(({ name }: Policies[number]) => name),
        );
    });

    it("starts from one file that needs nothing but the SDK", () => {
        const { main } = JSON.parse(readFileSync(join(pack, "package.json"), "utf8")) as { main: string };
        const text = readFileSync(join(pack, main), "utf8");
        const needed = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]!);
        const packages = needed.filter((name) => !name.startsWith("node:") && !isBuiltin(name));
        expect([...new Set(packages)].sort()).to.deep.equal([
            "@pulumi/policy",
            "@pulumi/pulumi/proto/analyzer_pb",
        ]);
    });
});

const isBuiltin = (name: string): boolean => builtinModules.includes(name);
