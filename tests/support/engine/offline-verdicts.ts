import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Verdict } from "./policy-run";

const palisade = join(__dirname, "..", "..", "..", "bin", "palisade.js");

interface OfflineReport {
    readonly findings: readonly {
        readonly policy: string;
        readonly enforcement: string;
        readonly urn?: string;
        readonly message: string;
    }[];
}

/** What `palisade preview --json` finds in a project, as the engine would tell it. */
export function offlineVerdicts(folder: string, stack: string, policyConfig: string): readonly Verdict[] {
    const args = [palisade, "preview", stack, "--json", "--quiet", "--policy-config", policyConfig];
    const { stdout } = spawnSync(process.execPath, args, {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 2 ** 28,
    });
    return (JSON.parse(stdout) as OfflineReport).findings.map(({ policy, enforcement, message, urn }) => ({
        policy,
        level: enforcement,
        message,
        ...(urn === undefined ? {} : { urn }),
    }));
}

/** One line a verdict: who judged, how binding it is, and of what. The stack as a whole goes without a URN. */
export const told = (verdicts: readonly Verdict[]): string[] =>
    verdicts
        .map(({ policy, level, urn = "" }) =>
            [policy, level, urn.includes("pulumi:pulumi:Stack") ? "" : urn].join(" ").trim(),
        )
        .sort();
