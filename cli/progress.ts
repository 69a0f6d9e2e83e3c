import type { Terminal } from "./terminal";

/** Milliseconds each step of a run took, by the step's name, and all of them. */
export type Timings = { readonly [step: string]: number };

/**
 * Tells on stderr what is being done and how long it took. On a terminal the current step is one
 * line that changes; elsewhere each step that ends is a line, if asked for.
 */
export class Progress {
    readonly #timings: { [step: string]: number } = {};
    readonly #start = performance.now();
    #shown = 0;

    constructor(
        private readonly terminal: Terminal,
        private readonly mode: { readonly quiet?: boolean; readonly verbose?: boolean },
    ) {}

    get timings(): Timings {
        return { ...this.#timings, total: Math.round(performance.now() - this.#start) };
    }

    /** Does a step of the run under a name that people read. */
    async step<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
        const start = performance.now();
        this.update(name);
        try {
            return await work();
        } finally {
            const elapsed = performance.now() - start;
            this.#timings[name] = Math.round(elapsed);
            this.#clear();
            if (this.mode.verbose === true && this.mode.quiet !== true) {
                this.terminal.err(`${name} ${Math.round(elapsed)} ms\n`);
            }
        }
    }

    /** Replaces the line that says what is going on. */
    update(text: string): void {
        if (!this.terminal.interactive || this.mode.quiet === true) {
            return;
        }
        const line = text.slice(0, this.terminal.width - 1);
        this.terminal.err(`\r${line}${" ".repeat(Math.max(0, this.#shown - line.length))}`);
        this.#shown = line.length;
    }

    #clear(): void {
        if (this.#shown > 0) {
            this.terminal.err(`\r${" ".repeat(this.#shown)}\r`);
            this.#shown = 0;
        }
    }
}
