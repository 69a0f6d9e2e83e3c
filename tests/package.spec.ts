import { expect } from "chai";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..");

const program = `
import * as palisade from "palisade";

const network: palisade.Network = new palisade.Network("shop", {
    region: "us-east-1",
    cidr: "10.20.0.0/16",
    zones: { a: "use1-az1", b: "use1-az2" },
});
new palisade.SecurityTiers("shop", {
    ...palisade.securityArgsOf(network),
    groups: { api: { tier: "app" }, db: { tier: "db" } },
    flows: [palisade.flow(palisade.Peer.group("api"), palisade.Peer.group("db"), palisade.Port.mysql, "queries")],
});
`;

const files = {
    "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
    "Pulumi.dev.yaml": "config: { aws:region: us-east-1 }\n",
    "package.json": JSON.stringify({ name: "shop", main: "index.ts" }),
    "tsconfig.json": JSON.stringify({
        compilerOptions: {
            target: "es2022",
            module: "nodenext",
            strict: true,
            types: ["node"],
            noEmit: true,
        },
        files: ["index.ts"],
    }),
    "index.ts": program,
};

describe("the package, as another program installs it", function () {
    this.timeout(240_000);
    let consumer: string;

    const run = (...args: string[]) =>
        spawnSync(process.execPath, args, { cwd: consumer, encoding: "utf8", maxBuffer: 1e8 });

    before(() => {
        consumer = mkdtempSync(join(tmpdir(), "palisade-consumer-"));
        const modules = join(consumer, "node_modules");
        mkdirSync(join(modules, "palisade"), { recursive: true });
        const pack = ["pack", "--json", "--silent", "--ignore-scripts", "--pack-destination", consumer];
        const [packed] = JSON.parse(execFileSync("npm", pack, { cwd: root, encoding: "utf8" })) as [
            { filename: string },
        ];
        execFileSync(
            "tar",
            ["-xzf", packed.filename, "--strip-components=1", "-C", "node_modules/palisade"],
            {
                cwd: consumer,
            },
        );
        // Its dependencies, as npm lays them beside it.
        for (const dependency of readdirSync(join(root, "node_modules"))) {
            symlinkSync(join(root, "node_modules", dependency), join(modules, dependency));
        }
        for (const [name, text] of Object.entries(files)) {
            writeFileSync(join(consumer, name), text);
        }
    });

    after(() => rmSync(consumer, { recursive: true, force: true }));

    it("is typed: a program compiles under strict types, and a wrong one does not", () => {
        const compiler = join(root, "node_modules/typescript/bin/tsc");
        expect(run(compiler, "-p", ".").stdout).to.equal("");
        writeFileSync(join(consumer, "index.ts"), program.replace('"10.20.0.0/16"', "10"));
        expect(run(compiler, "-p", ".").stdout).to.include("index.ts(6,");
        writeFileSync(join(consumer, "index.ts"), program);
    });

    it("registers its resources in the program, which its command previews and judges", () => {
        const { stdout, stderr, status } = run(
            "node_modules/palisade/bin/palisade.js",
            "preview",
            "dev",
            "--json",
        );
        expect(stderr).to.not.include("Error");
        // No flow log, no trail: the policies have something to say.
        expect(status).to.equal(5);
        expect(stdout).to.include("palisade:index:Network$aws:ec2/vpc:Vpc::shop");
        expect(stdout).to.include("vpc-flow-logs");
    });

    it("has a policy pack that loads from it", () => {
        const { stdout } = run("-p", "require('palisade/policy-pack/policies.js').policies.length");
        expect(Number(stdout)).to.be.greaterThan(100);
    });
});
