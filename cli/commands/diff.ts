import { Option } from "commander";
import type { CommonOptions, PalisadeCommand } from "../command";
import { changeReport } from "../diff/change-report";
import { changeMarkdown, changeText } from "../diff/change-text";
import { exitCodes } from "../exit-code";
import { networkSource } from "../network-source";
import { Progress } from "../progress";

interface DiffOptions extends CommonOptions {
    readonly json?: boolean;
    readonly format?: "text" | "json" | "markdown";
    readonly failOnWidening?: boolean;
}

/** Tells what a change of the network opens and closes; rules that only read otherwise make no difference. */
export const diff: PalisadeCommand<DiffOptions> = {
    usage: "diff <before> <after>",
    summary: "tell which sessions become possible, and which cease to be, between two networks",

    describe(command) {
        command
            .option("--json", "print data, and nothing else, on stdout")
            .addOption(
                new Option("--format <format>", "print in another format").choices([
                    "text",
                    "json",
                    "markdown",
                ]),
            )
            .option("--fail-on-widening", "exit with 5 when something becomes reachable")
            .addHelpText(
                "after",
                "\nEach is a stack of this project, or a file: palisade preview --json, pulumi preview --json\n" +
                    "--show-sames, or pulumi stack export.\n" +
                    "\nExamples:\n" +
                    "  pulumi stack export --stack prod > state.json && palisade diff state.json prod\n" +
                    "  palisade diff main.json branch.json --format markdown --fail-on-widening\n" +
                    "\nExit codes: 0 told, 1 error, 2 a wrong argument or file, 5 widened with --fail-on-widening.\n",
            );
    },

    async run({ terminal, options, root }, before = "", after = "") {
        const progress = new Progress(terminal, options);
        const old = await networkSource(root, before, progress);
        const now = await networkSource(root, after, progress);
        const report = await progress.step("difference", () => changeReport(old, now));
        const how = { ...terminal, verbose: options.verbose === true, quiet: options.quiet === true };
        switch (options.json === true ? "json" : (options.format ?? "text")) {
            case "json":
                terminal.out(`${JSON.stringify(report, undefined, 2)}\n`);
                break;
            case "markdown":
                terminal.out(changeMarkdown(report));
                break;
            case "text":
                terminal.out(changeText(report, how));
        }
        const widened = options.failOnWidening === true && report.opened.length > 0;
        return widened ? exitCodes.policy : exitCodes.fine;
    },
};
