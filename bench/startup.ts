import { join } from "node:path";
import { drawTable } from "../cli/render/tables";
import { plainColors } from "../cli/terminal";
import { measure, median, type Contender, type Measurement } from "./measure";

// What `pulumi up` waits for before the first resource: loading the program through ts-node, as the SDK's
// language host does, transpiled only (our setting) and type-checked (the default), one after the other.
const counted = Number(process.argv[2] ?? 2);
const root = join(__dirname, "..");

const loading = (name: string, tsconfig: string, transpileOnly: boolean): Contender => ({
    name,
    cwd: join(root, "stacks"),
    args: [
        "-e",
        // The language host registers ts-node with the tsconfig, without checks where that says noCheck.
        `require("ts-node").register({ project: ${JSON.stringify(join(root, tsconfig))}, transpileOnly: ${transpileOnly} });` +
            `require(${JSON.stringify(join(root, "stacks", "index.ts"))})`,
    ],
    doneWith: [0],
});

const contenders = [
    loading("transpiled only, as Pulumi.yaml says", "tsconfig.pulumi.json", true),
    loading("type-checked, as by default", "tsconfig.json", false),
];

const runs = contenders.map((): Measurement[] => []);
for (let round = 1; round <= counted; round += 1) {
    contenders.forEach((contender, index) => {
        console.error(`round ${round} of ${counted}: ${contender.name}`);
        runs[index]!.push(measure(contender));
    });
}
const times = runs.map((measurements) => median(measurements.map(({ milliseconds }) => milliseconds)));
const rows = contenders.map(({ name }, index) => [
    name,
    `${(times[index]! / 1000).toFixed(2)} s`,
    `${Math.round(Math.max(...runs[index]!.map(({ bytes }) => bytes)) / 1e6)} MB`,
]);
console.log(
    drawTable(
        {
            head: ["loading the program", `wall time, median of ${counted}`, "peak memory"],
            rows,
            align: ["left", "right", "right"],
        },
        plainColors,
    ),
);
console.log(`\nratio ${(times[0]! / times[1]!).toFixed(3)}`);
