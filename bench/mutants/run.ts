import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { planStack } from "../../cli/plan-stack";
import { Progress } from "../../cli/progress";
import { processTerminal } from "../../cli/terminal";
import { PlanJudge } from "./judge-plan";
import { neutralOperators } from "./neutral";
import { operators } from "./operators";
import { Plan } from "./plan";
import { mutantsPage } from "./page";
import { scoreboard } from "./peers/scoreboard";
import { neutralTable, scoreTable, survivorLines, weakenedTable } from "./report";
import { Scorer } from "./score";

const root = join(__dirname, "..", "..");

/**
 * Breaks the recorded plan of prod in every way the operators know, and judges each with the whole policy
 * pack. With `--peers`, Checkov and cdk-nag judge the same mutants, which takes some minutes more; with
 * `--write`, the result goes to `docs/mutants.md`. Ends with 1 when a mutant survives that is not listed as
 * known, or is not refused by the policy whose business it is, or when a neutral change is refused.
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
    const weakened = operators.flatMap((operator) =>
        [...operator.mutants(plan)].map((mutant) => ({ mutant, verdict: scorer.verdict(operator, mutant) })),
    );
    const each = (performance.now() - start) / weakened.length;
    const harmless = neutralOperators.flatMap((operator) =>
        [...operator.mutants(plan)].map((mutant) => ({
            mutant,
            verdict: scorer.neutralVerdict(operator, mutant),
        })),
    );
    const verdicts = weakened.map(({ verdict }) => verdict);
    const remarks = harmless.map(({ verdict }) => verdict);
    console.log(`${weakenedTable(verdicts)}\n\n${each.toFixed(0)} ms a mutant\n\n${neutralTable(remarks)}`);
    const lines = survivorLines(verdicts, remarks);
    console.log(
        `\n${lines.length === 0 ? "Nothing survives, and nothing neutral is refused." : lines.join("\n")}`,
    );
    if (process.argv.includes("--peers")) {
        const real = weakened.filter(({ verdict }) => verdict.outcome !== "ineffective");
        const scores = await scoreboard(plan, real, harmless);
        console.log(`\n${scoreTable(scores)}`);
        if (process.argv.includes("--write")) {
            const day = new Date().toISOString().slice(0, 10);
            writeFileSync(join(root, "docs", "mutants.md"), mutantsPage({ verdicts, remarks, scores, day }));
        }
    }
    const isFault =
        verdicts.some(({ outcome }) => ["survived", "killedByAnother"].includes(outcome)) ||
        remarks.some(({ findings }) => findings.length > 0);
    return isFault ? 1 : 0;
}

void run().then((code) => (process.exitCode = code));
