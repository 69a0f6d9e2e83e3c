import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { findPulumi } from "../../../scripts/engine/find-pulumi";

/** A place of its own for the engine: its state, its plugins and the commands it finds on PATH. */
export interface EngineHome {
    readonly folder: string;
    readonly pulumi: string;
    readonly env: { readonly [name: string]: string };
    remove(): void;
}

/** Finds the engine and gives it an empty home with a backend of files in it. */
export async function makeEngineHome(): Promise<EngineHome> {
    const binary = await findPulumi();
    const folder = mkdtempSync(join(tmpdir(), "palisade-engine-"));
    const bin = join(folder, "bin");
    for (const made of [bin, join(folder, "backend"), join(folder, "home")]) {
        mkdirSync(made);
    }
    const pulumi = join(bin, "pulumi");
    symlinkSync(binary, pulumi);
    const analyzer = join(bin, "pulumi-analyzer-policy-nodejs");
    const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
    writeFileSync(analyzer, `#!/bin/sh\nexec "${process.execPath}" "${runner}" "$@"\n`);
    chmodSync(analyzer, 0o755);
    return {
        folder,
        pulumi,
        env: {
            PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
            PULUMI_HOME: join(folder, "home"),
            PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
            PULUMI_CONFIG_PASSPHRASE: "a story told to the engine",
            PULUMI_SKIP_UPDATE_CHECK: "true",
            // The engine would otherwise look for the AWS plugin of a state on the internet.
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            // Shows `--event-log`.
            PULUMI_DEBUG_COMMANDS: "true",
            PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK: "true",
            // What a run under test prints and loads must not leak into the programs it starts.
            NODE_OPTIONS: "",
        },
        remove: () => rmSync(folder, { recursive: true, force: true }),
    };
}
