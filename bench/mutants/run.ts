import { join } from "node:path";
import { planStack } from "../../cli/plan-stack";
import { Progress } from "../../cli/progress";
import { processTerminal } from "../../cli/terminal";
import { PlanJudge } from "./judge-plan";
import { neutralOperators } from "./neutral";
import { operators } from "./operators";
import { Plan } from "./plan";
import { neutralTable, survivorLines, weakenedTable } from "./report";
import { Scorer } from "./score";

const root = join(__dirname, "..", "..");

/**
 * Breaks the recorded plan of prod in every way the operators know, and judges each with the whole policy
 * pack. Ends with 1 when a mutant survives that is not listed as known, or when a neutral change is refused.
 */
async function run(): Promise<number> {
    const progress = new Progress(processTerminal(), { quiet: true });
    const { run } = await planStack(root, "prod", progress);
    const plan = new Plan(run.registrations);
    const judge = new PlanJudge(plan);
    const refused = judge.judge(plan).filter(({ enforcement }) => enforcement === "mandatory");
    if (refused.length > 0) {
        console.error(
            `the unbroken plan is refused: ${refused.map(({ policy, message }) => `${policy}: ${message}`).join("; ")}`,
        );
        return 1;
    }
    const scorer = new Scorer(plan, judge);
    const start = performance.now();
    const verdicts = operators.flatMap((operator) =>
        [...operator.mutants(plan)].map((mutant) => scorer.verdict(operator, mutant)),
    );
    const each = (performance.now() - start) / verdicts.length;
    const harmless = neutralOperators.flatMap((operator) =>
        [...operator.mutants(plan)].map((mutant) => scorer.neutralVerdict(operator, mutant)),
    );
    console.log(weakenedTable(verdicts));
    console.log(`\n${verdicts.length} mutants, ${each.toFixed(0)} ms each\n`);
    console.log(neutralTable(harmless));
    const lines = survivorLines(verdicts, harmless);
    console.log(
        lines.length === 0 ? "\nNothing survives, and nothing neutral is refused." : `\n${lines.join("\n")}`,
    );
    const isFault =
        verdicts.some(({ outcome }) => outcome === "survived") ||
        harmless.some(({ findings }) => findings.length > 0);
    return isFault ? 1 : 0;
}

void run().then((code) => (process.exitCode = code));
