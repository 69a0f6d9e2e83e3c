import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PreviewReport } from "../cli/report";
import { drawTable } from "../cli/render/tables";
import { plainColors } from "../cli/terminal";
import { measure, median, type Contender, type Measurement } from "./measure";

// Measures a whole offline preview of prod side by side with `cdk synth` and cdk-nag on an equivalent
// architecture. Runs alternate, so that a busy machine slows both; the first of each is not counted.
const counted = Number(process.argv[2] ?? 5);
const target = { ratio: 1 / 4, bytes: 300e6 };

if (!existsSync(join(__dirname, "node_modules", "aws-cdk-lib"))) {
    console.error("Installing what palisade is measured against (216 MB, once) ...");
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
        cwd: __dirname,
        stdio: "ignore",
    });
}

const synthesized = mkdtempSync(join(tmpdir(), "palisade-cdk-"));
const cdkSynth = ["synth", "--quiet", "--app", "node cdk-app.js", "--output", synthesized];
const contenders: readonly Contender[] = [
    {
        name: "palisade preview prod",
        cwd: join(__dirname, ".."),
        args: [join(__dirname, "..", "bin", "palisade.js"), "preview", "prod"],
        doneWith: [0, 5],
    },
    {
        name: "cdk synth + cdk-nag",
        cwd: join(__dirname, "peers"),
        args: [join(__dirname, "node_modules", "aws-cdk", "bin", "cdk"), ...cdkSynth],
        doneWith: [0, 1],
    },
];

try {
    const runs = contenders.map((): Measurement[] => []);
    for (let round = 0; round <= counted; round += 1) {
        contenders.forEach((contender, index) => {
            console.error(`round ${round} of ${counted}: ${contender.name}`);
            const measurement = measure(contender);
            if (round > 0) {
                runs[index]!.push(measurement);
            }
        });
    }
    process.exitCode = tell(runs);
} finally {
    rmSync(synthesized, { recursive: true });
}

function tell(runs: readonly (readonly Measurement[])[]): number {
    const results = contenders.map(({ name }, index) => ({
        name,
        milliseconds: median(runs[index]!.map(({ milliseconds }) => milliseconds)),
        bytes: Math.max(...runs[index]!.map(({ bytes }) => bytes)),
        resources: index === 0 ? palisadeResources() : cdkResources(),
    }));
    const rows = results.map(({ name, milliseconds, bytes, resources }) => [
        name,
        String(resources),
        `${(milliseconds / 1000).toFixed(2)} s`,
        `${Math.round(bytes / 1e6)} MB`,
    ]);
    const head = ["", "resources", `wall time, median of ${counted}`, "peak memory"];
    console.log(drawTable({ head, rows, align: ["left", "right", "right", "right"] }, plainColors));
    const [own, peer] = [results[0]!, results[1]!];
    const ratio = own.milliseconds / peer.milliseconds;
    console.log(
        `\nratio ${ratio.toFixed(3)} (target at most ${target.ratio}), memory target under ${target.bytes / 1e6} MB`,
    );
    return ratio <= target.ratio && own.bytes < target.bytes ? 0 : 1;
}

function palisadeResources(): number {
    const { args, cwd } = contenders[0]!;
    const { stdout } = spawnSync(process.execPath, [...args, "--json"], {
        cwd,
        encoding: "utf8",
        maxBuffer: 2 ** 28,
    });
    return (JSON.parse(stdout) as PreviewReport).resources.filter(({ type }) => type.startsWith("aws:"))
        .length;
}

function cdkResources(): number {
    const template = JSON.parse(readFileSync(join(synthesized, "Production.template.json"), "utf8")) as {
        readonly Resources: object;
    };
    return Object.keys(template.Resources).length;
}
