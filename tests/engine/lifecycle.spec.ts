import { expect } from "chai";
import { Network } from "../../components/network";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import { EngineStack } from "../support/engine/engine-stack";
import { SimulatedAws } from "../support/engine/simulated-aws";
import { resourcesOf } from "../support/engine/stack-state";

const network = async () => {
    const zones = { a: "use1-az1", b: "use1-az2" };
    const { vpcId } = new Network("web", { region: "us-east-1", cidr: "10.0.0.0/16", zones });
    return { vpcId };
};

describe("the life of a network on the real engine", () => {
    let home: EngineHome;
    let stack: EngineStack;
    const aws = new SimulatedAws();

    before(async () => {
        home = await makeEngineHome();
        stack = await EngineStack.create({ home, aws, stack: "dev", program: network });
    });

    after(() => home.remove());

    it("previews from nothing: it only creates", async () => {
        const { steps, changeSummary } = await stack.preview();
        expect(changeSummary).to.have.all.keys("create");
        expect(steps.map(({ op }) => op))
            .to.include("create")
            .and.to.not.include("replace");
        expect(aws.account.all()).to.deep.equal([]);
    });

    it("goes up, and everything previewed is there", async () => {
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
