import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A command that is measured as its users run it. */
export interface Contender {
    readonly name: string;
    readonly cwd: string;
    /** The arguments of node. */
    readonly args: readonly string[];
    /** Exit codes of a run that did its work, findings or not. */
    readonly doneWith: readonly number[];
}

export interface Measurement {
    readonly milliseconds: number;
    /** The peaks of all its processes together, which live at the same time. */
    readonly bytes: number;
}

/** Runs a command once. Throws with its output if it did not do its work. */
export function measure({ name, cwd, args, doneWith }: Contender): Measurement {
    const folder = mkdtempSync(join(tmpdir(), "palisade-bench-"));
    const memory = join(folder, "memory");
    try {
        const start = performance.now();
        const run = spawnSync(process.execPath, [...args], {
            cwd,
            encoding: "utf8",
            maxBuffer: 2 ** 28,
            env: {
                ...process.env,
                NODE_OPTIONS: `--require ${join(__dirname, "peak-memory.js")}`,
                PALISADE_BENCH_MEMORY: memory,
            },
        });
        const milliseconds = performance.now() - start;
        if (!doneWith.includes(run.status ?? -1)) {
            throw new Error(`${name} ended with ${run.status}:\n${run.stderr}`);
        }
        const peaks = readFileSync(memory, "utf8").trim().split("\n").map(Number);
        return { milliseconds, bytes: peaks.reduce((sum, peak) => sum + peak, 0) };
    } finally {
        rmSync(folder, { recursive: true });
    }
}

export function median(numbers: readonly number[]): number {
    const sorted = [...numbers].sort((one, other) => one - other);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
