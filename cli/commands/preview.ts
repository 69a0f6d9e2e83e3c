import { Option } from "commander";
import { writeFileSync } from "node:fs";
import { monthlyCost } from "../../analysis/cost/monthly-cost";
import { matrix } from "../../analysis/reachability/build-matrix";
import prices from "../../data/prices.json";
import type { CommonOptions, PalisadeCommand } from "../command";
import { exitCodes } from "../exit-code";
import { flowsOf } from "../flows";
import { namedRanges } from "../named-ranges";
import { pictureOf } from "../network-picture";
import { judge } from "../offline/judge";
import { planStack } from "../plan-stack";
import { Progress } from "../progress";
import { formatNames, formatOf, render, type FormatName } from "../render";
import { binds, reportOf } from "../report";
import { stackPolicies } from "../stack-policies";
import { plainColors } from "../terminal";

interface PreviewOptions extends CommonOptions {
    readonly json?: boolean;
    readonly format?: FormatName;
    readonly output?: readonly string[];
    readonly policyConfig?: string;
}

/** Shows what `pulumi up` would make, what is wrong with it, who reaches whom and what it costs. */
export const preview: PalisadeCommand<PreviewOptions> = {
    usage: "preview <stack>",
    summary: "run the program offline and judge what it would make",

    describe(command) {
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
            )
            .addHelpText(
                "after",
                "\nExamples:\n" +
                    "  palisade preview dev\n" +
                    "  palisade preview prod --json | jq .cost.total\n" +
                    "  palisade preview prod --output network.html findings.sarif\n" +
                    "\nExit codes: 0 fine, 1 error, 2 settings wrong, 5 a mandatory policy is violated or undecidable.\n",
            );
    },

    async run({ terminal, options, root }, stack = "") {
        const outputs = (options.output ?? []).map((file) => ({ file, format: formatOf(file) }));
        const progress = new Progress(terminal, options);
        const { policies, config } = stackPolicies(root, stack, options.policyConfig);
        const plan = await planStack(root, stack, progress);
        const judgement = await progress.step("policies", () =>
            judge(plan.run.registrations, policies, config),
        );
        const flows = await progress.step("reachability", () =>
            flowsOf(matrix(plan.model(), namedRanges(plan.project))),
        );
        const cost = monthlyCost(plan.records, prices, plan.region);
        const report = reportOf({
            ...plan,
            judgement,
            flows,
            network: pictureOf(plan.model()),
            cost,
            timings: progress.timings,
        });
        const format = options.json === true ? "json" : (options.format ?? "text");
        terminal.out(
            render(report, format, {
                ...terminal,
                verbose: options.verbose === true,
                quiet: options.quiet === true,
            }),
        );
        for (const { file, format: fileFormat } of outputs) {
            writeFileSync(
                file,
                render(report, fileFormat, { colors: plainColors, width: 100, verbose: true, quiet: false }),
            );
        }
        return report.findings.some(binds) ? exitCodes.policy : exitCodes.fine;
    },
};
