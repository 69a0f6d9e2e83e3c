import { expect } from "chai";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { environmentStack, settingsOf } from "../support/engine/environment-stack";
import { SimulatedAws } from "../support/engine/simulated-aws";
import { resourcesOf } from "../support/engine/stack-state";

for (const environment of ["dev", "prod"]) {
    describe(`the life of ${environment} on the real engine`, () => {
        let home: EngineHome;
        let stack: EngineStack;
        const aws = new SimulatedAws();

        before(async () => {
            home = await makeEngineHome();
            stack = await environmentStack(home, aws, environment, settingsOf(environment));
        });

        after(() => home.remove());

        it("previews from nothing: it only creates, and nothing is touched", async () => {
            const { changeSummary } = await stack.preview();
            expect(changeSummary).to.have.all.keys("create");
            expect(aws.account.all()).to.deep.equal([]);
        });

        it("goes up, and what is there is what was previewed", async () => {
            const planned = effectsOfSteps((await stack.preview()).steps).create;
            const { effects } = await stack.perform("up");
            expect(effects.create.filter((urn) => !urn.includes("pulumi:providers"))).to.deep.equal(planned);
        });

        it("has nothing to do when previewed again", async () => {
            const { steps } = await stack.preview();
            expect(effectsOfSteps(steps)).to.deep.equal(nothing);
        });

        it("is destroyed to the last resource, in an order that AWS allows", async () => {
            await stack.perform("destroy");
            expect(resourcesOf(await stack.export())).to.deep.equal([]);
            expect(aws.account.all()).to.deep.equal([]);
        });
    });
}
