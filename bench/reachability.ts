import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawTable } from "../cli/render/tables";
import { plainColors } from "../cli/terminal";
import { median } from "./measure";
import type { ProofTimes } from "./reachability/prove";

// Measures the proof of whole networks: model, matrix, intent against effect, invariants, and an
// explanation of every line of the matrix. The clock's time, or the processor's where that is less, for other
// work on the machine must not decide, nor the threads that compile and collect beside. Several runs in a
// process of its own for each network, of which the median counts. The first run, with
// the compiler not warmed up, is told beside it. It fails where a target is missed by far.
const runs = Number(process.argv[2] ?? 7);
const root = join(__dirname, "..");
/** Missed by more than this, a target is not missed for what else the machine was doing. */
const leeway = 1.5;
/** Of the number of groups; 1 is linear. */
const mostExponent = 1.25;

interface Bench {
    readonly name: string;
    /** The arguments of prove.ts. */
    readonly network: readonly [kind: string, first: string | number, second?: string | number];
    readonly milliseconds?: number;
    readonly bytes?: number;
}

function tell(
    results: readonly { readonly bench: Bench; readonly times: ProofTimes }[],
    sizes: readonly number[],
    growth: readonly ProofTimes[],
): number {
    const rows = results.map(({ bench: { name, milliseconds = Infinity, bytes = Infinity }, times }) => {
        const share = Math.max(median(times.milliseconds) / milliseconds, times.bytes / bytes);
        const target = `${milliseconds} ms${bytes === Infinity ? "" : `, ${megabytes(bytes)}`}`;
        const verdict = share < 1 ? "pass" : share < leeway ? "missed" : "FAIL";
        const measured = `${Math.round(share * 100)} %`;
        return { passes: share < leeway, cells: [name, ...cellsOf(times), target, measured, verdict] };
    });
    const grown = growth.map((times, position) => [
        `${sizes[position]} groups with rules by address`,
        ...cellsOf(times),
        "",
        "",
        "",
    ]);
    const exponent = slope(
        sizes.map(Math.log),
        growth.map(({ milliseconds }) => Math.log(median(milliseconds))),
    );
    const head = [
        "network",
        "resources",
        "interfaces",
        `median of ${runs}`,
        "first",
        "peak memory",
        "target",
        "of the target",
        "",
    ];
    const align = ["left", "right", "right", "right", "right", "right", "right", "right", "left"] as const;
    console.log(
        drawTable(
            { head, rows: [...rows.map(({ cells }) => cells), ...grown], align: [...align] },
            plainColors,
        ),
    );
    const isLinear = exponent < mostExponent;
    console.log(
        `\nA group for each interface: time grows with the power ${exponent.toFixed(2)} of their number ` +
            `(target under ${mostExponent}): ${isLinear ? "pass" : "FAIL"}`,
    );
    return isLinear && rows.every(({ passes }) => passes) ? 0 : 1;
}

const cellsOf = ({ resources, interfaces, milliseconds, bytes }: ProofTimes): string[] => [
    String(resources),
    String(interfaces),
    `${Math.round(median(milliseconds))} ms`,
    `${Math.round(milliseconds[0]!)} ms`,
    megabytes(bytes),
];

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** The slope of the straight line that comes nearest to the points. */
function slope(xs: readonly number[], ys: readonly number[]): number {
    const mean = (values: readonly number[]): number =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
    const [centre, height] = [mean(xs), mean(ys)];
    const rise = xs.reduce((sum, x, position) => sum + (x - centre) * (ys[position]! - height), 0);
    return rise / xs.reduce((sum, x) => sum + (x - centre) ** 2, 0);
}

/** Proves a network in a process of its own. Throws with its output when it fails. */
function prove({ name, network: [kind, first, second = 0] }: Bench): ProofTimes {
    console.error(name);
    const sources = JSON.stringify(join(root, "bin", "typescript-sources"));
    const script = JSON.stringify(join(__dirname, "reachability", "prove.ts"));
    const code = `require(${sources}).registerTypeScript(); require(${script});`;
    // What follows "--" are the script's own arguments; its name stands before them.
    const args = ["-e", code, "--", "prove", kind, String(first), String(second), String(runs)];
    const child = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (child.status !== 0) {
        throw new Error(`${name} ended with ${child.status}:\n${child.stderr}`);
    }
    return JSON.parse(child.stdout) as ProofTimes;
}

function previewOf(stack: string): string {
    const args = [join(root, "bin", "palisade.js"), "preview", stack, "--json"];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: root,
        encoding: "utf8",
        maxBuffer: 2 ** 28,
    });
    if (stdout === "") {
        throw new Error(`the preview of ${stack} failed:\n${stderr}`);
    }
    return stdout;
}

const folder = mkdtempSync(join(tmpdir(), "palisade-reachability-"));
try {
    const prod = join(folder, "prod.json");
    writeFileSync(prod, previewOf("prod"));
    const benches: readonly Bench[] = [
        { name: "prod, as it is planned", network: ["file", prod], milliseconds: 100 },
        { name: "1 VPC x 3 tiers x 3 zones x 30", network: ["tiers", 1, 30], milliseconds: 100 },
        { name: "1 VPC x 3 tiers x 3 zones x 104", network: ["tiers", 1, 104], milliseconds: 250 },
        {
            name: "10 VPCs x 3 tiers x 3 zones x 60",
            network: ["tiers", 10, 60],
            milliseconds: 1500,
            bytes: 300e6,
        },
    ];
    const results = benches.map((bench) => ({ bench, times: prove(bench) }));
    const sizes = [250, 500, 1000, 2000];
    const growth = sizes.map((size) =>
        prove({ name: `${size} groups, one an interface`, network: ["groups", size] }),
    );
    process.exitCode = tell(results, sizes, growth);
} finally {
    rmSync(folder, { recursive: true });
}
