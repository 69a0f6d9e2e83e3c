import { spawn } from "node:child_process";
import { join } from "node:path";
import { judge } from "../cli/offline/judge";
import type { RecordedRegistration } from "../cli/offline/recorded-registration";
import { planStack } from "../cli/plan-stack";
import { Progress } from "../cli/progress";
import { drawTable } from "../cli/render/tables";
import { stackPolicies } from "../cli/stack-policies";
import { plainColors, processTerminal } from "../cli/terminal";
import { median } from "./measure";

// How long the built policy pack takes to answer the engine, and how its judgement grows with the stack: prod
// beside copies of itself, up to 5 700 resources. Processor time, so that what else runs does not count.
const counted = Number(process.argv[2] ?? 3);
const root = join(__dirname, "..");
const pack = join(root, "policy-pack");
const host = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** From the start of the process to the port it listens on, in milliseconds. */
function boot(): Promise<number> {
    const start = performance.now();
    const child = spawn(process.execPath, [host, "127.0.0.1:1", pack], {
        cwd: pack,
        stdio: ["ignore", "pipe", "inherit"],
    });
    return new Promise((resolve, reject) => {
        child.once("exit", (code) => reject(new Error(`the policy pack ended with ${code}`)));
        child.stdout.once("data", () => {
            const milliseconds = performance.now() - start;
            child.removeAllListeners("exit").kill();
            resolve(milliseconds);
        });
    });
}

/** The stack so many times, each copy by a name of its own. */
const copies = (stack: readonly RecordedRegistration[], count: number): RecordedRegistration[] =>
    Array.from({ length: count }, (_, i) => {
        const renamed = JSON.stringify(stack)
            .replaceAll("::prod", `::copy${i}prod`)
            .replaceAll('"name":"prod', `"name":"copy${i}prod`);
        return i === 0 ? stack : (JSON.parse(renamed) as readonly RecordedRegistration[]);
    }).flat();

async function run(): Promise<void> {
    const boots: number[] = [];
    for (let round = 1; round <= counted; round += 1) {
        boots.push(await boot());
    }
    console.log(`the pack answers after ${(median(boots) / 1000).toFixed(2)} s, median of ${counted}\n`);
    const { run: prod } = await planStack(root, "prod", new Progress(processTerminal(), { quiet: true }));
    const rows: string[][] = [];
    for (const count of [1, 3, 16]) {
        const stack = copies(prod.registrations, count);
        const { policies, config } = stackPolicies(root, "prod", undefined);
        const before = process.cpuUsage();
        await judge(stack, policies, config);
        const { user, system } = process.cpuUsage(before);
        const milliseconds = (user + system) / 1000;
        rows.push([
            String(stack.length),
            `${(milliseconds / 1000).toFixed(1)} s`,
            `${(milliseconds / stack.length).toFixed(2)} ms`,
        ]);
    }
    const head = [`resources, ${policiesCount()} policies`, "processor time", "a resource"];
    console.log(drawTable({ head, rows, align: ["right", "right", "right"] }, plainColors));
}

const policiesCount = (): number => stackPolicies(root, "prod", undefined).policies.length;

void run();
