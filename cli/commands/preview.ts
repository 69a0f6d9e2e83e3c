import { monthlyCost } from "../../analysis/cost/monthly-cost";
import { matrix } from "../../analysis/reachability/build-matrix";
import prices from "../../data/prices.json";
import type { PalisadeCommand } from "../command";
import { flowsOf } from "../flows";
import { namedRanges } from "../named-ranges";
import { pictureOf } from "../network-picture";
import { judge } from "../offline/judge";
import { planStack } from "../plan-stack";
import { Progress } from "../progress";
import { reportOf } from "../report";
import { addReportOptions, outputFiles, putOut, type ReportOptions } from "../report-output";
import { stackPolicies } from "../stack-policies";

/** Shows what `pulumi up` would make, what is wrong with it, who reaches whom and what it costs. */
export const preview: PalisadeCommand<ReportOptions> = {
    usage: "preview <stack>",
    summary: "run the program offline and judge what it would make",

    describe(command) {
        addReportOptions(command);
        command.addHelpText(
            "after",
            "\nExamples:\n" +
                "  palisade preview dev\n" +
                "  palisade preview prod --json | jq .cost.total\n" +
                "  palisade preview prod --output network.html findings.sarif\n" +
                "\nExit codes: 0 fine, 1 error, 2 settings wrong, 5 a mandatory policy is violated or undecidable.\n",
        );
    },

    async run({ terminal, options, root }, stack = "") {
        const files = outputFiles(options);
        const progress = new Progress(terminal, options);
        const { policies, config } = stackPolicies(root, stack, options.policyConfig);
        const plan = await planStack(root, stack, progress);
        const judgement = await progress.step("policies", () =>
            judge(plan.run.registrations, policies, config),
        );
        const flows = await progress.step("reachability", () =>
            flowsOf(matrix(plan.model(), namedRanges(plan.project))),
        );
        const report = reportOf({
            ...plan,
            judgement,
            flows,
            network: pictureOf(plan.model()),
            cost: monthlyCost(plan.records, prices, plan.region),
            timings: progress.timings,
        });
        return putOut(report, options, files, terminal);
    },
};
