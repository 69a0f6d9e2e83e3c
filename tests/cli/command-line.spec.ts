import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const bin = join(__dirname, "..", "..", "bin");
const specimen = join(__dirname, "specimens", "three-tiers");

const node = (args: readonly string[], input?: string) =>
    spawnSync(process.execPath, [...args], { encoding: "utf8", maxBuffer: 2 ** 27, input });

describe("bin/palisade.js", () => {
    it("writes all its data through a pipe, and only data to stdout", function () {
        this.timeout(60_000);
        const { stdout, stderr, status } = node([
            join(bin, "palisade.js"),
            "preview",
            "good",
            "--json",
            "--cwd",
            specimen,
        ]);
        expect([status, stderr]).to.deep.equal([0, ""]);
        expect(stdout.length).to.be.greaterThan(2 ** 16);
        expect(JSON.parse(stdout)).to.include({ stack: "good" });
    });

    it("ends quietly when the reader of its output goes away", function () {
        this.timeout(60_000);
        const command = `"${process.execPath}" "${join(bin, "palisade.js")}" preview good --json --cwd "${specimen}" | head -c 10`;
        const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
        expect([stdout, stderr]).to.deep.equal(['{\n  "proje', ""]);
    });

    it("does not load what only an update needs", () => {
        const script = `
            require(${JSON.stringify(join(bin, "deferred-modules.js"))}).deferModules();
            require("@pulumi/pulumi");
            const loaded = Object.keys(require.cache).filter((path) => /grpc-js|arborist|typescript\\.js/.test(path));
            console.log(loaded.length, require("@pulumi/pulumi").automation.LocalWorkspace.name);
        `;
        expect(node(["-e", script]).stdout.trim()).to.equal("0 LocalWorkspace");
    });
});

describe("registerTypeScript", () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "palisade-sources-"));
        mkdirSync(join(folder, "node_modules"));
        writeFileSync(join(folder, "package.json"), "{}");
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    const valueOf = (file: string) => {
        const script = `
            require(${JSON.stringify(join(bin, "typescript-sources.js"))}).registerTypeScript();
            console.log(require(${JSON.stringify(join(folder, file))}).value);
        `;
        return node(["-e", script]).stdout.trim();
    };

    it("runs a source, and runs it anew once it has changed", () => {
        writeFileSync(join(folder, "main.ts"), "export const value: number = 1;");
        expect([valueOf("main.ts"), valueOf("main.ts")]).to.deep.equal(["1", "1"]);
        writeFileSync(join(folder, "main.ts"), "export const value: number = 1 + 41;");
        expect(valueOf("main.ts")).to.equal("42");
    });

    it("takes a source before data or a build of the same name", () => {
        writeFileSync(
            join(folder, "main.ts"),
            'import { value as other } from "./twin";\nexport const value = other;',
        );
        writeFileSync(join(folder, "twin.ts"), 'export const value = "source";');
        writeFileSync(join(folder, "twin.json"), '{ "value": "data" }');
        writeFileSync(join(folder, "twin.js"), 'exports.value = "build";');
        expect(valueOf("main.ts")).to.equal("source");
    });
});
