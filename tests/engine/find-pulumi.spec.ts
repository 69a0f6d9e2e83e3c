import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPulumi, NoPulumiError, pinnedVersion } from "../../scripts/engine/find-pulumi";

describe("finding the engine", () => {
    let folder: string;
    const log: string[] = [];
    const env = (path: string) => ({ PATH: path, HOME: folder, XDG_CACHE_HOME: join(folder, "cache") });
    const find = (path: string) => findPulumi({ env: env(path), log: (line) => log.push(line) });

    function pulumiAt(file: string, version: string): string {
        mkdirSync(join(file, ".."), { recursive: true });
        writeFileSync(file, `#!/bin/sh\necho ${version}\n`);
        chmodSync(file, 0o755);
        return file;
    }

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "palisade-find-"));
    });

    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("takes the one on PATH", async () => {
        const own = pulumiAt(join(folder, "bin", "pulumi"), "v3.260.0");
        expect(await find(join(folder, "bin"))).to.equal(own);
    });

    it("passes by one on PATH that is too old, and takes the one in the cache", async () => {
        pulumiAt(join(folder, "bin", "pulumi"), "v3.100.0");
        const cached = pulumiAt(join(folder, "cache", "palisade", `pulumi-${pinnedVersion}`), "");
        expect(await find(join(folder, "bin"))).to.equal(cached);
    });

    it("says in one line what was tried when there is no way", async () => {
        const error = await find(folder).catch((reason: unknown) => reason);
        expect(error).to.be.instanceOf(NoPulumiError);
        expect((error as Error).message).to.match(/^No Pulumi CLI: .*none on PATH.*Install it.*$/);
    });

    it("ends with an error code when it is run and there is no way", () => {
        const script = join(__dirname, "..", "..", "scripts", "engine", "find-pulumi.ts");
        const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script], {
            env: env(folder),
            encoding: "utf8",
        });
        expect(status).to.equal(1);
        expect(stdout).to.equal("");
        expect(stderr.trim().split("\n").pop()).to.match(/^No Pulumi CLI: /);
    });
});
