import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { template } from "./cloudformation/template";
import type { Peer } from "./peer";
import { terraformPlan } from "./terraform-plan";

const bench = join(__dirname, "..", "..");
const checkovVersion = "3.3.30";

/** Checkov and cdk-nag, installed where they are not yet: the first beside the work tree, the second in `bench/`. */
export function installedPeers(): readonly Peer[] {
    const environment = join(tmpdir(), `palisade-checkov-${checkovVersion}`);
    const python = join(environment, "bin", "python");
    if (!existsSync(python)) {
        console.error(`Installing Checkov ${checkovVersion} (once, minutes) ...`);
        execFileSync("python3", ["-m", "venv", environment]);
        execFileSync(python, ["-m", "pip", "install", "--quiet", `checkov==${checkovVersion}`]);
    }
    if (!existsSync(join(bench, "node_modules", "cdk-nag"))) {
        console.error("Installing cdk-nag (once, 216 MB) ...");
        execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: bench, stdio: "ignore" });
    }
    return [
        {
            name: `Checkov ${checkovVersion}`,
            convert: terraformPlan,
            command: [python, join(__dirname, "judge_with_checkov.py")],
            cwd: tmpdir(),
        },
        {
            name: "cdk-nag 3.0.2 (AwsSolutions, NIST 800-53)",
            convert: template,
            command: [process.execPath, join(__dirname, "judge-with-cdk-nag.js")],
            cwd: bench,
        },
    ];
}
