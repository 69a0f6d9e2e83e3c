import { expect } from "chai";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { accountOf, edited, environmentStack, settingsOf } from "../support/engine/environment-stack";
import { buildPolicyPack, verdictsOf, withPolicies } from "../support/engine/policy-run";
import { resourcesOf } from "../support/engine/stack-state";

for (const environment of ["dev", "prod"]) {
    describe(`the life of ${environment} on the real engine`, () => {
        let home: EngineHome | undefined;
        let stack: EngineStack;
        let previewed: readonly string[];
        const settings = settingsOf(environment);
        const aws = accountOf(settings);

        before(async () => {
            buildPolicyPack();
            home = await makeEngineHome();
            stack = await environmentStack(home, aws, environment, settings);
        });

        after(() => home?.remove());

        it("previews from nothing: it only creates, every policy decides, and nothing is touched", async () => {
            const outcome = await stack.attempt("preview", withPolicies(environment));
            expect(verdictsOf(outcome.events)).to.deep.equal([]);
            expect(outcome.output).to.not.contain("can't be known during preview");
            expect(outcome.succeeded, outcome.output).to.equal(true);
            expect(outcome.effects).to.deep.equal({ ...nothing, create: outcome.effects.create });
            expect(aws.account.all()).to.deep.equal([]);
            previewed = outcome.effects.create;
        });

        it("goes up with every policy content, and what is there is what was previewed", async () => {
            const { effects, events } = await stack.perform("up", {
                ...withPolicies(environment),
                checkpoints: true,
            });
            expect(effects.create).to.deep.equal(previewed);
            expect(verdictsOf(events)).to.deep.equal([]);
        });

        it("has nothing to do when previewed again", async () => {
            expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
        });

        it("finds nothing to correct when refreshed", async () => {
            const { effects } = await stack.perform("refresh");
            expect(effects).to.deep.equal(nothing);
        });

        if (environment === "prod") {
            it("refuses to be destroyed while what holds data is protected, and nothing is touched", async () => {
                const kept = resourcesOf(await stack.export()).filter(({ protect }) => protect);
                expect(kept.map(({ type }) => type)).to.include("aws:rds/instance:Instance");
                const before = aws.account.save();
                const { succeeded, output } = await stack.attempt("destroy", { looksFirst: true });
                expect(succeeded).to.equal(false);
                expect(output).to.contain("protect");
                expect(aws.account.all()).to.deep.equal(before);
            });

            it("keeps its data when a destroy skips the preview that would have refused it", async () => {
                const { succeeded } = await stack.attempt("destroy");
                expect(succeeded).to.equal(false);
                const kept = resourcesOf(await stack.export()).filter(({ protect }) => protect);
                expect(kept).to.not.deep.equal([]);
                for (const { type, id, urn } of kept.filter(({ custom }) => custom)) {
                    expect(aws.account.find(type, id), urn).to.not.equal(undefined);
                }
            });

            it("comes back whole after such a destroy", async () => {
                await stack.perform("up");
                expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
            });

            it("lets go of its data only when its settings say so", async () => {
                stack.configure(edited(settings, "dataProtection", { deletionProtection: false }));
                const { effects } = await stack.perform("up");
                expect(effects.replace.concat(effects.delete)).to.deep.equal([]);
            });
        }

        it("is destroyed to the last resource, in an order that AWS allows", async () => {
            await stack.perform("destroy");
            expect(resourcesOf(await stack.export())).to.deep.equal([]);
            expect(aws.account.all()).to.deep.equal([]);
        });
    });
}
