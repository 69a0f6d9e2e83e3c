import { expect } from "chai";
import { PlanJudge } from "../../bench/mutants/judge-plan";
import { neutralOperators } from "../../bench/mutants/neutral";
import type { Mutant, Operator } from "../../bench/mutants/operator";
import { operators } from "../../bench/mutants/operators";
import { Plan } from "../../bench/mutants/plan";
import { Scorer } from "../../bench/mutants/score";
import type { Finding } from "../../analysis/finding";
import { judgedEnvironment, plannedEnvironment } from "../support/planned-environment";

/** A few mutants of an operator, from all over its range. */
function someOf(operator: Operator, plan: Plan, count: number): readonly Mutant[] {
    const all = [...operator.mutants(plan)];
    const step = Math.max(1, Math.floor(all.length / count));
    return all.filter((_, i) => i % step === Math.floor(step / 2)).slice(0, count);
}

const keys = (findings: readonly Finding[]): readonly string[] =>
    findings
        .map(({ policy, verdict, urn, property, message }) =>
            [policy, verdict, urn, property, message].join(" "),
        )
        .sort();

describe("mutants of prod", () => {
    let plan: Plan;
    let judge: PlanJudge;
    let scorer: Scorer;

    before(async () => {
        plan = new Plan(await plannedEnvironment("prod"));
        judge = new PlanJudge(plan);
        scorer = new Scorer(plan, judge);
    });

    it("has nothing to find on prod as it is", () => {
        expect(keys(judge.judge(plan))).to.deep.equal([]);
    });

    for (const operator of operators) {
        it(`kills what is broken by: ${operator.name}`, () => {
            for (const mutant of someOf(operator, plan, 3)) {
                const { outcome, policies } = scorer.verdict(operator, mutant);
                expect(
                    outcome,
                    `${mutant.change}; refused by ${policies.join(", ") || "nobody"}`,
                ).to.be.oneOf(["killed", "ineffective", "listed"]);
            }
        });
    }

    for (const operator of neutralOperators) {
        it(`finds nothing where all that changes is: ${operator.name}`, () => {
            for (const mutant of someOf(operator, plan, 2)) {
                expect(keys(scorer.neutralVerdict(operator, mutant).findings), mutant.change).to.deep.equal(
                    [],
                );
            }
        });
    }

    it("judges a mutant as a preview does, though it leaves out the SDK's copies and proxies", async () => {
        for (const operator of operators.filter((_, i) => i % 5 === 0)) {
            const [mutant] = someOf(operator, plan, 1);
            const { findings } = await judgedEnvironment("prod", mutant!.plan.registrations);
            expect(keys(judge.judge(mutant!.plan)), mutant!.change).to.deep.equal(keys(findings));
        }
    });
});
