import { Command, CommanderError } from "commander";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CommonOptions } from "./command";
import { commands } from "./commands";
import { exitCodes, type ExitCode } from "./exit-code";
import { InputError } from "./input-error";
import { settingsProblemsOf } from "./offline/settings-problem";
import { processTerminal, type Terminal } from "./terminal";

/** Runs palisade with the arguments after its name and gives the code to exit with. It never exits itself. */
export async function run(
    args: readonly string[],
    terminalFor: (options: { readonly color?: boolean }) => Terminal = processTerminal,
): Promise<ExitCode> {
    let exitCode: ExitCode = exitCodes.fine;
    let options: Partial<CommonOptions> = {};
    const program = new Command("palisade")
        .description(
            "AWS EC2 networks that are safe by proof: plan, policies, reachability and cost, offline",
        )
        .version(ownVersion())
        .showSuggestionAfterError()
        .exitOverride()
        .configureOutput({
            writeOut: (text) => terminalFor({}).out(text),
            writeErr: (text) => terminalFor({}).err(text),
        });
    for (const palisadeCommand of commands) {
        const command = program
            .command(palisadeCommand.usage)
            .description(palisadeCommand.summary)
            .option("--quiet", "print neither progress nor the closing line")
            .option("--verbose", "print everything: all resources, timings, stack traces")
            .option("--no-color", "print without colours (as NO_COLOR does)")
            .option("--cwd <folder>", "the project's folder", ".")
            .action(async (...given: unknown[]) => {
                options = command.opts<CommonOptions>();
                const common = command.opts<CommonOptions>();
                exitCode = await palisadeCommand.run(
                    { terminal: terminalFor(common), options: common, root: resolve(common.cwd) },
                    ...given.filter((argument) => typeof argument === "string"),
                );
            });
        palisadeCommand.describe(command);
    }
    try {
        await program.parseAsync([...args], { from: "user" });
        return exitCode;
    } catch (error) {
        return explain(error, terminalFor(options), options.verbose === true);
    }
}

const ownVersion = (): string =>
    (JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8")) as { version: string }).version;

/** Says what went wrong: a mistake of the user's in full and without a stack trace, a crash by its message. */
function explain(error: unknown, terminal: Terminal, verbose: boolean): ExitCode {
    const { red, bold } = terminal.colors;
    if (error instanceof CommanderError) {
        return error.exitCode === 0 ? exitCodes.fine : exitCodes.settings;
    }
    if (error instanceof InputError) {
        terminal.err(listed(error.problems, red("✗")));
        return exitCodes.settings;
    }
    const problems = settingsProblemsOf(error);
    if (problems !== undefined) {
        const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
        const heading = bold(`The settings have ${count}; nothing was planned.`);
        terminal.err(`${heading}\n${listed(problems, `  ${red("✗")}`)}`);
        return exitCodes.settings;
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    terminal.err(`${red("error:")} ${verbose ? (stack ?? message) : message}\n`);
    return exitCodes.error;
}

const listed = (problems: readonly string[], mark: string): string =>
    problems.map((problem) => `${mark} ${problem.replaceAll("\n", "\n    ")}\n`).join("");
