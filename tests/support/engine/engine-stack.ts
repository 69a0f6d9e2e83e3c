import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { effectsOf } from "./effects";
import type { Effects, EngineEvent } from "./effects";
import type { EngineHome } from "./engine-home";
import { serveProgram } from "./language-server";
import type { Program } from "./language-server";
import { serveProvider } from "./provider-server";
import type { ProviderConduct } from "./provider-server";
import type { Call } from "./faults";
import type { SimulatedAws } from "./simulated-aws";
import type { Deployment, PreviewDigest } from "./stack-state";

export interface EngineStackOptions {
    readonly home: EngineHome;
    readonly aws: SimulatedAws;
    /** The text of Pulumi.yaml; a project called palisade without settings of its own when left out. */
    readonly projectFile?: string;
    readonly stack: string;
    readonly config?: StackConfig;
    readonly program: Program;
    /** Further providers that are served already, by package. */
    readonly plugins?: Plugins;
}

/** The ports that providers listen on, by package. */
export interface Plugins {
    readonly [packageName: string]: number;
}

/** What stands under `config:` in a stack's file. */
export interface StackConfig {
    readonly [key: string]: unknown;
}

export interface CommandOptions extends ProviderConduct {
    /** Whether the state is saved after every step, as it is for users, and not once at the end: it takes longer. */
    readonly checkpoints?: boolean;
    readonly flags?: readonly string[];
    /** Whether it previews before it acts, as it does for users; it takes longer. */
    readonly looksFirst?: boolean;
    /** Called with a way to send the running command a signal. */
    readonly onStart?: (send: (signal: NodeJS.Signals) => void) => void;
}

export interface Outcome {
    readonly succeeded: boolean;
    readonly effects: Effects;
    /** Everything the engine told while it worked. */
    readonly events: readonly EngineEvent[];
    readonly calls: readonly Call[];
    /** Everything the command printed. */
    readonly output: string;
}

const savedOnce = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };

/** One stack of an inline program on the real engine, with the simulated AWS behind it. */
export class EngineStack {
    program: Program;
    private readonly folder: string;

    private constructor(private readonly options: EngineStackOptions) {
        this.program = options.program;
        this.folder = join(options.home.folder, "projects", options.stack);
    }

    /** Makes the stack, empty. */
    static async create(options: EngineStackOptions): Promise<EngineStack> {
        const stack = new EngineStack(options);
        rmSync(stack.folder, { recursive: true, force: true });
        mkdirSync(stack.folder, { recursive: true });
        writeFileSync(
            join(stack.folder, "Pulumi.yaml"),
            options.projectFile ?? "name: palisade\nruntime: nodejs\n",
        );
        const created = await stack.run(["stack", "init", options.stack], {});
        if (!created.succeeded) {
            throw new Error(created.output);
        }
        stack.configure(options.config ?? {});
        return stack;
    }

    /** Writes the stack's settings, as `pulumi config set` would. */
    configure(config: StackConfig): void {
        const file = join(this.folder, `Pulumi.${this.options.stack}.yaml`);
        const kept = existsSync(file) ? (parse(readFileSync(file, "utf8")) as object) : {};
        writeFileSync(file, stringify({ ...kept, config: { "aws:region": "us-east-1", ...config } }));
    }

    /** What an update would do, step by step, as `pulumi preview --json` tells. Throws when it fails. */
    async preview(options: CommandOptions = {}): Promise<PreviewDigest> {
        const outcome = await this.deploy("preview", {
            ...options,
            flags: ["--json", ...(options.flags ?? [])],
        });
        if (!outcome.succeeded) {
            throw new Error(outcome.output);
        }
        return JSON.parse(outcome.output.slice(outcome.output.indexOf("{"))) as PreviewDigest;
    }

    /** Updates, previews as people read it, destroys or refreshes; a failure is an outcome and not an error. */
    async attempt(
        command: "up" | "preview" | "destroy" | "refresh",
        options: CommandOptions = {},
    ): Promise<Outcome> {
        const onlyLooks = command === "preview" || options.flags?.includes("--preview-only");
        const looks = options.looksFirst ? [] : ["--skip-preview"];
        const unattended = onlyLooks ? [] : ["--yes", ...looks];
        return this.deploy(command, { ...options, flags: [...unattended, ...(options.flags ?? [])] });
    }

    /** As `attempt`; throws what the engine printed when it fails. */
    async perform(command: "up" | "destroy" | "refresh", options: CommandOptions = {}): Promise<Outcome> {
        const outcome = await this.attempt(command, options);
        if (!outcome.succeeded) {
            throw new Error(outcome.output);
        }
        return outcome;
    }

    async export(): Promise<Deployment> {
        const file = join(this.folder, "state.json");
        await this.command("stack", "export", "--file", file);
        return JSON.parse(readFileSync(file, "utf8")) as Deployment;
    }

    async import(deployment: Deployment): Promise<void> {
        const file = join(this.folder, "state.json");
        writeFileSync(file, JSON.stringify(deployment));
        await this.command("stack", "import", "--file", file, "--force");
    }

    /** Judges an exported state, with no stack and no account at hand. */
    async analyze(deployment: Deployment, flags: readonly string[]): Promise<Omit<Outcome, "calls">> {
        const file = join(this.folder, "analyzed.json");
        writeFileSync(file, JSON.stringify(deployment));
        const outcome = await this.run(["policy", "analyze", "--json", "--file", file, ...flags], {});
        const events = outcome.output.split("\n").filter((line) => line.startsWith("{"));
        return { ...outcome, ...told(events) };
    }

    /** Any other command of the CLI on this stack. Throws what it printed when it fails. */
    async command(...args: readonly string[]): Promise<string> {
        const outcome = await this.run([...args, "--stack", this.options.stack], {});
        if (!outcome.succeeded) {
            throw new Error(outcome.output);
        }
        return outcome.output;
    }

    private async deploy(command: string, options: CommandOptions): Promise<Outcome> {
        const provider = await serveProvider(this.options.aws, options);
        const program = await serveProgram(this.program);
        const log = join(this.folder, "events.json");
        rmSync(log, { force: true });
        try {
            const args = [
                command,
                "--stack",
                this.options.stack,
                "--event-log",
                log,
                ...(options.flags ?? []),
            ];
            const runsProgram = command === "up" || command === "preview";
            const inline = runsProgram ? [`--client=${program.address}`, "--exec-kind=auto.inline"] : [];
            const saving: { readonly [name: string]: string } = options.checkpoints ? {} : savedOnce;
            const served = Object.entries({ aws: provider.port, ...this.options.plugins });
            const attached = served.map(([name, port]) => `${name}:${port}`).join(",");
            const env = { ...saving, PULUMI_DEBUG_PROVIDERS: attached };
            const outcome = await this.run([...args, ...inline], env, options.onStart);
            if (outcome.succeeded && runsProgram && !program.finished()) {
                throw new Error(`the engine took a program for done that was not:\n${outcome.output}`);
            }
            const lines = existsSync(log) ? readFileSync(log, "utf8").split("\n") : [];
            return { ...outcome, ...told(lines), calls: provider.calls };
        } finally {
            provider.close();
            program.close();
        }
    }

    private run(
        args: readonly string[],
        env: { readonly [name: string]: string },
        onStart?: CommandOptions["onStart"],
    ): Promise<{ readonly succeeded: boolean; readonly output: string }> {
        const { home } = this.options;
        const child = spawn(home.pulumi, [...args, "--non-interactive", "--color=never"], {
            cwd: this.folder,
            env: { ...process.env, ...home.env, ...env },
            stdio: ["ignore", "pipe", "pipe"],
        });
        onStart?.((signal) => void child.kill(signal));
        const chunks: Buffer[] = [];
        child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
        child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
        return new Promise((resolve, reject) => {
            child.on("error", reject);
            child.on("close", (code) =>
                resolve({ succeeded: code === 0, output: Buffer.concat(chunks).toString() }),
            );
        });
    }
}

/** What a log of the engine's events tells. */
function told(lines: readonly string[]): {
    readonly events: readonly EngineEvent[];
    readonly effects: Effects;
} {
    const events = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as EngineEvent);
    return { events, effects: effectsOf(events) };
}
