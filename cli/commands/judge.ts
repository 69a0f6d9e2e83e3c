import { monthlyCost } from "../../analysis/cost/monthly-cost";
import { buildNetworkModel } from "../../analysis/model/build-network-model";
import { matrix } from "../../analysis/reachability/build-matrix";
import prices from "../../data/prices.json";
import type { PalisadeCommand } from "../command";
import { flowsOf } from "../flows";
import { InputError } from "../input-error";
import { pictureOf } from "../network-picture";
import { rangesOf, recordsIn } from "../network-source";
import { judge as judgeRegistrations } from "../offline/judge";
import { registrationsOf } from "../offline/registrations-of-records";
import { stackOf } from "../offline/urn";
import { regionOf } from "../plan-stack";
import { Progress } from "../progress";
import { reportOf } from "../report";
import { addReportOptions, outputFiles, putOut, type ReportOptions } from "../report-output";
import { stackPolicies } from "../stack-policies";

/** Judges a network that a file holds, whoever wrote its program: the report of a preview, without a program. */
export const judge: PalisadeCommand<ReportOptions> = {
    usage: "judge <file>",
    summary: "judge an exported state or a preview's JSON, whatever program it comes from",

    describe(command) {
        addReportOptions(command);
        command.addHelpText(
            "after",
            "\nThe file is the output of pulumi stack export, pulumi preview --json --show-sames or palisade\n" +
                "preview --json. What it holds is judged by policy-pack/config/<its stack>.json, where there is one.\n" +
                "\nExamples:\n" +
                "  pulumi stack export > state.json && palisade judge state.json\n" +
                "  palisade judge state.json --policy-config prod.json --output findings.sarif network.html\n" +
                "\nExit codes: 0 fine, 1 error, 2 a file that cannot be read, 5 a mandatory policy is violated or\n" +
                "undecidable.\n",
        );
    },

    async run({ terminal, options, root }, file = "") {
        const files = outputFiles(options);
        const progress = new Progress(terminal, options);
        const records = await progress.step("file", () => recordsIn(file));
        const { stack, project } = stackOf(records[0]?.urn ?? "");
        if (stack === undefined || project === undefined) {
            throw new InputError([`${file}: it holds no resources, so there is nothing to judge`]);
        }
        const registrations = registrationsOf(records);
        const { policies, config } = stackPolicies(root, stack, options.policyConfig);
        const judgement = await progress.step("policies", () =>
            judgeRegistrations(registrations, policies, config),
        );
        const model = await progress.step("model", () => buildNetworkModel(records));
        const flows = await progress.step("reachability", () => flowsOf(matrix(model, rangesOf(records))));
        const region = regionOf({}, records);
        const report = reportOf({
            project: { project, stack },
            region,
            // Inputs are left out of the report: the file has them, and may show secrets.
            run: { registrations, writtenInputs: new Map(), unansweredCalls: [] },
            judgement,
            flows,
            network: pictureOf(model),
            cost: monthlyCost(records, prices, region),
            timings: progress.timings,
        });
        return putOut(report, options, files, terminal);
    },
};
