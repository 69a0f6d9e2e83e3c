import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";

/** A provider plugin that serves in a process of its own. */
export interface PluginProcess {
    readonly port: number;
    stop(): void;
}

/** Starts the stand-in for awsx's plugin, which tells its port in its first line as every plugin does. */
export async function startAwsxPlugin(): Promise<PluginProcess> {
    const plugin = spawn(process.execPath, ["--import", "tsx", join(__dirname, "awsx-plugin.ts")], {
        stdio: ["ignore", "pipe", "inherit"],
    });
    const port = await new Promise<number>((resolve, reject) => {
        createInterface({ input: plugin.stdout }).once("line", (line) => resolve(Number(line)));
        plugin.once("error", reject).once("close", () => reject(new Error("the awsx plugin ended")));
    });
    return { port, stop: () => void plugin.kill() };
}
