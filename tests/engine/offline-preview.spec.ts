import { expect } from "chai";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readProjectStack } from "../../cli/offline/project";
import { runOffline } from "../../cli/offline/run-program";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { offlineVerdicts, told } from "../support/engine/offline-verdicts";
import { buildPolicyPack, policyPack, verdictsOf } from "../support/engine/policy-run";
import type { Verdict } from "../support/engine/policy-run";
import { planDifferences, planOfEngine, planOfRecording } from "../support/engine/same-plan";
import { environment, example } from "../support/engine/subjects";

const examples = readdirSync(join(__dirname, "..", "..", "examples"));
// awsx.spec.ts tells of the other, whose VPC a plugin makes out of an offline preview's sight.
const subjects = examples.filter((name) => name !== "with-awsx-vpc").map(example);

before(buildPolicyPack);

for (const { title, folder, stack: name, aws, begin } of [
    environment("dev"),
    environment("prod"),
    ...subjects,
]) {
    describe(`the offline preview of ${title}`, () => {
        let home: EngineHome | undefined;
        let stack: EngineStack;
        let flags: readonly string[];
        let previewed: readonly Verdict[];
        const begun = aws.account.save();

        before(async () => {
            home = await makeEngineHome();
            stack = await begin(home);
            // Every policy with its own defaults finds something to say.
            const policyConfig = join(home.folder, "no-settings.json");
            writeFileSync(policyConfig, "{}");
            flags = [`--policy-pack=${policyPack}`, `--policy-pack-config=${policyConfig}`];
        });

        after(() => home?.remove());

        it("plans what the engine plans, resource by resource", async () => {
            const engine = planOfEngine((await stack.preview()).steps);
            const { registrations } = await runOffline(readProjectStack(folder, name));
            expect(Object.keys(engine)).to.have.length.greaterThan(30);
            expect(planDifferences(engine, planOfRecording(registrations))).to.deep.equal([]);
        });

        it("judges as the engine judges, policy by policy and resource by resource", async () => {
            const offline = offlineVerdicts(folder, name, join(home!.folder, "no-settings.json"));
            previewed = verdictsOf((await stack.attempt("preview", { flags })).events);
            expect(offline).to.not.deep.equal([]);
            expect(told(offline)).to.deep.equal(told(previewed));
            for (const { policy, message } of offline) {
                const said = previewed.filter((verdict) => verdict.policy === policy);
                expect(said.map((verdict) => verdict.message).join("\n")).to.contain(message);
            }
        });

        it("is judged alike once it is up, from its exported state alone", async () => {
            await stack.perform("up");
            const analyzed = await stack.analyze(await stack.export(), flags);
            expect(verdictsOf(analyzed.events)).to.deep.equal(previewed);
        });

        // prod holds on to its data: its life tells how it goes.
        if (title !== "prod") {
            it("has nothing left to do, and goes", async () => {
                expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
                await stack.perform("destroy");
                expect(aws.account.all()).to.deep.equal(begun);
            });
        }
    });
}
