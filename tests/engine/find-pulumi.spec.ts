import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPulumi, NoPulumiError, pinnedVersion } from "../../scripts/engine/find-pulumi";

describe("finding the engine", () => {
    let folder: string;
    const log: string[] = [];
    const env = (path: string) => ({ PATH: path, HOME: folder, XDG_CACHE_HOME: join(folder, "cache") });
    const find = (path: string) => findPulumi({ env: env(path), log: (line) => log.push(line) });

    function commandAt(file: string, ...lines: readonly string[]): string {
        mkdirSync(join(file, ".."), { recursive: true });
        writeFileSync(file, ["#!/bin/sh", ...lines, ""].join("\n"));
        chmodSync(file, 0o755);
        return file;
    }

    const pulumiAt = (file: string, version: string) => commandAt(file, `echo ${version}`);
    /** Writes a CLI to where a command is told to put it. */
    const making = (file: string) => [`printf '#!/bin/sh\\necho v9' > "${file}"`, `chmod +x "${file}"`];

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

    it("asks the npm package pulumi, which fetches the official one into the user's home", async () => {
        const binary = join(folder, ".pulumi", "versions", pinnedVersion, "bin", "pulumi");
        commandAt(
            join(folder, "bin", "npm"),
            `test "$*" = "exec --yes --package=pulumi@${pinnedVersion} -- pulumi version" || exit 1`,
            `mkdir -p "${join(binary, "..")}"`,
            ...making(binary),
        );
        expect(await find(`${join(folder, "bin")}:/usr/bin:/bin`)).to.equal(binary);
        expect(log.pop()).to.contain("npm package");
    });

    it("builds the Go module when npm cannot, into the cache and under the pinned version", async () => {
        commandAt(join(folder, "bin", "npm"), "exit 1");
        commandAt(
            join(folder, "bin", "go"),
            'case "$1" in',
            "version) echo go1.26;;",
            "list) printf 'one\\ntwo\\n';;",
            'build) while [ "$1" != "-o" ]; do shift; done',
            ...making("$2"),
            ";;",
            "esac",
        );
        const built = join(folder, "cache", "palisade", `pulumi-${pinnedVersion}`);
        expect(await find(`${join(folder, "bin")}:/usr/bin:/bin`)).to.equal(built);
        expect(log.pop()).to.contain("building the CLI");
        expect(readdirSync(join(built, ".."))).to.deep.equal([`pulumi-${pinnedVersion}`]);
    });

    it("leaves no half of a build behind when Go cannot either", async () => {
        commandAt(join(folder, "bin", "npm"), "exit 1");
        commandAt(join(folder, "bin", "go"), 'test "$1" = version && exit 0', "echo no network >&2; exit 1");
        const error = await find(`${join(folder, "bin")}:/usr/bin:/bin`).catch((e: unknown) => e);
        expect((error as Error).message).to.match(/^No Pulumi CLI: .*built with Go: no network.*Install it/);
        expect(readdirSync(join(folder, "cache", "palisade"))).to.deep.equal([]);
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
