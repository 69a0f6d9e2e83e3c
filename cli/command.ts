import type { Command } from "commander";
import type { ExitCode } from "./exit-code";
import type { Terminal } from "./terminal";

/** Options that every command takes. */
export interface CommonOptions {
    readonly quiet?: boolean;
    readonly verbose?: boolean;
    readonly color?: boolean;
    readonly cwd: string;
}

/** What a command needs of its surroundings. */
export interface CommandContext<Options extends CommonOptions = CommonOptions> {
    readonly terminal: Terminal;
    readonly options: Options;
    /** The project's folder. */
    readonly root: string;
}

/**
 * One command of palisade. It describes its arguments to commander and gives what to do with them;
 * what it throws becomes a message and an exit code in one place, `run.ts`.
 */
export interface PalisadeCommand<Options extends CommonOptions = CommonOptions> {
    /** The name and arguments as commander reads them: `preview <stack>`. */
    readonly usage: string;
    readonly summary: string;
    /** Adds options and examples. */
    describe(command: Command): void;
    run(context: CommandContext<Options>, ...args: readonly string[]): Promise<ExitCode>;
}
