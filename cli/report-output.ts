import { Option, type Command } from "commander";
import { writeFileSync } from "node:fs";
import type { CommonOptions } from "./command";
import { exitCodes, type ExitCode } from "./exit-code";
import { formatNames, formatOf, render, type FormatName } from "./render";
import { binds, type PreviewReport } from "./report";
import { plainColors, type Terminal } from "./terminal";

/** Options of every command that judges. */
export interface ReportOptions extends CommonOptions {
    readonly json?: boolean;
    readonly format?: FormatName;
    readonly output?: readonly string[];
    readonly policyConfig?: string;
}

export function addReportOptions(command: Command): void {
    command
        .option("--json", "print everything as JSON on stdout, and nothing else there")
        .addOption(new Option("--format <format>", "print in another format").choices([...formatNames]))
        .option(
            "--output <file...>",
            "write to files too, each in the format its name says (.json .sarif .xml .md .html .mmd)",
        )
        .option(
            "--policy-config <file>",
            "settings of the policies, instead of policy-pack/config/<stack>.json",
        );
}

/** Refuses a file whose name says no format, before anything is run for it. */
export const outputFiles = ({ output = [] }: ReportOptions) =>
    output.map((file) => ({ file, format: formatOf(file) }));

/** Prints a report and writes it to the files; gives the exit code that its findings call for. */
export function putOut(
    report: PreviewReport,
    options: ReportOptions,
    files: ReturnType<typeof outputFiles>,
    terminal: Terminal,
): ExitCode {
    const format = options.json === true ? "json" : (options.format ?? "text");
    const how = { ...terminal, verbose: options.verbose === true, quiet: options.quiet === true };
    terminal.out(render(report, format, how));
    for (const { file, format: fileFormat } of files) {
        writeFileSync(
            file,
            render(report, fileFormat, { colors: plainColors, width: 100, verbose: true, quiet: false }),
        );
    }
    return report.findings.some(binds) ? exitCodes.policy : exitCodes.fine;
}
