import { execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);
const goModule = join(__dirname, "go");
const goPackage = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const executable = process.platform === "win32" ? "pulumi.exe" : "pulumi";

/** `pulumi policy analyze --file`, which the stories use, came with this version. */
const oldestUsable = [3, 249, 0] as const;

/** The version that is downloaded or built when the machine has none; `go/go.mod` is its one source. */
export const pinnedVersion = /pulumi\/pkg\/v3 v(\S+)/.exec(
    readFileSync(join(goModule, "go.mod"), "utf8"),
)![1]!;

/** No Pulumi CLI could be had; the message is one line that says what was tried and what to do. */
export class NoPulumiError extends Error {}

export interface FindPulumiOptions {
    /** Where progress goes, a line at a time; standard error when left out. */
    readonly log?: (line: string) => void;
    readonly env?: NodeJS.ProcessEnv;
}

/**
 * The path of a Pulumi CLI that runs: the one on PATH, else one that an earlier call fetched, else the official
 * binary by way of the npm package `pulumi`, else one built with Go into the user's cache (about seven minutes, once).
 * Throws NoPulumiError when none of these works.
 */
export async function findPulumi(options: FindPulumiOptions = {}): Promise<string> {
    const env = options.env ?? process.env;
    const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
    const ways: readonly [string, () => Promise<string | undefined>][] = [
        ["on PATH", () => onPath(env)],
        ["in the cache", async () => ((await runs(cached(env))) ? cached(env) : undefined)],
        ["from npm", () => fromNpm(env, log)],
        ["built with Go", () => builtWithGo(env, log)],
    ];
    const failures: string[] = [];
    for (const [way, attempt] of ways) {
        try {
            const found = await attempt();
            if (found !== undefined) {
                return found;
            }
            failures.push(`none ${way}`);
        } catch (error) {
            failures.push(`${way}: ${firstLine(error)}`);
        }
    }
    throw new NoPulumiError(
        `No Pulumi CLI: ${failures.join("; ")}. Install it (https://www.pulumi.com/docs/install) or install Go.`,
    );
}

/** Where a CLI that we build is kept, outside the work tree so that a clean clone finds it again. */
function cached(env: NodeJS.ProcessEnv = process.env): string {
    const cache = env.XDG_CACHE_HOME || join(env.HOME ?? homedir(), ".cache");
    return join(cache, "palisade", `pulumi-${pinnedVersion}`);
}

async function onPath(env: NodeJS.ProcessEnv): Promise<string | undefined> {
    for (const folder of (env.PATH ?? "").split(delimiter).filter((entry) => entry !== "")) {
        const candidate = join(folder, executable);
        if ((await runs(candidate)) && isRecent(await versionOf(candidate))) {
            return realpathSync(candidate);
        }
    }
    return undefined;
}

/** The npm package downloads the official binary on its first run and keeps it in the user's home. */
async function fromNpm(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<string | undefined> {
    const root = join(env.PULUMI_HOME ?? join(env.HOME ?? homedir(), ".pulumi"), "versions", pinnedVersion);
    const binary = join(root, "bin", executable);
    if (!(await runs(binary))) {
        log(`pulumi: asking the npm package pulumi ${pinnedVersion} for the official CLI`);
        const npm = ["exec", "--yes", `--package=pulumi@${pinnedVersion}`, "--", "pulumi", "version"];
        await run("npm", npm, { env, timeout: 300_000, shell: process.platform === "win32" });
    }
    return (await runs(binary)) ? binary : undefined;
}

async function builtWithGo(env: NodeJS.ProcessEnv, log: (line: string) => void): Promise<string | undefined> {
    await run("go", ["version"], { env });
    const target = cached(env);
    const partial = `${target}.partial-${process.pid}`;
    mkdirSync(join(target, ".."), { recursive: true });
    log(`pulumi: building the CLI ${pinnedVersion} with Go into ${target} (about seven minutes, once)`);
    try {
        const { stdout } = await run("go", ["list", "-deps", goPackage], {
            cwd: goModule,
            env,
            maxBuffer: 2 ** 24,
        });
        await goBuild(partial, stdout.split("\n").length - 1, env, log);
        renameSync(partial, target);
    } finally {
        rmSync(partial, { force: true });
    }
    return (await runs(target)) ? target : undefined;
}

/** Compiles, telling every fifteen seconds how many of the packages are done. */
async function goBuild(
    output: string,
    packages: number,
    env: NodeJS.ProcessEnv,
    log: (line: string) => void,
): Promise<void> {
    const version = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pinnedVersion}`;
    const started = Date.now();
    const build = spawn("go", ["build", "-v", "-trimpath", "-ldflags", version, "-o", output, goPackage], {
        cwd: goModule,
        env,
        stdio: ["ignore", "ignore", "pipe"],
    });
    let compiled = 0;
    let lastLine = "";
    createInterface({ input: build.stderr }).on("line", (line) => {
        compiled += 1;
        lastLine = line;
    });
    const progress = setInterval(() => {
        const seconds = Math.round((Date.now() - started) / 1000);
        log(`pulumi: ${compiled} of ${packages} packages compiled after ${seconds} s`);
    }, 15_000);
    try {
        const code = await new Promise<number | null>((resolve, reject) => {
            build.on("error", reject).on("close", resolve);
        });
        if (code !== 0) {
            throw new Error(`go build ended with ${code}: ${lastLine}`);
        }
    } finally {
        clearInterval(progress);
    }
}

async function runs(binary: string): Promise<boolean> {
    if (!existsSync(binary) || !statSync(binary).isFile()) {
        return false;
    }
    return versionOf(binary).then(
        () => true,
        () => false,
    );
}

async function versionOf(binary: string): Promise<string> {
    const { stdout } = await run(binary, ["version"], {
        env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
        timeout: 30_000,
    });
    return stdout.trim();
}

function isRecent(version: string): boolean {
    const parts = version.replace(/^v/, "").split(/[.+-]/).map(Number);
    const differs = oldestUsable.findIndex((oldest, position) => parts[position] !== oldest);
    return differs === -1 || (parts[differs] ?? 0) > oldestUsable[differs]!;
}

function firstLine(error: unknown): string {
    const failure = error as { readonly stderr?: string; readonly message?: string };
    const lines = (failure.stderr || failure.message || String(error)).trim().split("\n");
    return lines[lines.length - 1]!.trim();
}

if (require.main === module) {
    findPulumi().then(
        (binary) => process.stdout.write(`${binary}\n`),
        (error: unknown) => {
            process.stderr.write(`${error instanceof NoPulumiError ? error.message : String(error)}\n`);
            process.exitCode = 1;
        },
    );
}
