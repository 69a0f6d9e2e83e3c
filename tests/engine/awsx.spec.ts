import { expect } from "chai";
import { readProjectStack } from "../../cli/offline/project";
import { runOffline } from "../../cli/offline/run-program";
import { startAwsxPlugin } from "../support/engine/awsx-provider";
import type { PluginProcess } from "../support/engine/awsx-provider";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { planDifferences, planOfEngine, planOfRecording } from "../support/engine/same-plan";
import type { Plan } from "../support/engine/same-plan";
import { example } from "../support/engine/subjects";

/** A plan without what awsx's plugin makes, and without what only it can tell of it. */
function withoutAwsx(plan: Plan): Plan {
    const own = Object.entries(plan).filter(([urn]) => !urn.includes("awsx:ec2:Vpc"));
    const seen = (urns: readonly string[]) => urns.filter((urn) => !urn.includes("awsx:ec2:Vpc"));
    return Object.fromEntries(
        own.map(([urn, resource]) => [
            urn,
            {
                ...resource,
                dependencies: seen(resource.dependencies),
                propertyDependencies: Object.fromEntries(
                    Object.entries(resource.propertyDependencies)
                        .map(([property, urns]) => [property, seen(urns)] as const)
                        .filter(([, urns]) => urns.length > 0),
                ),
            },
        ]),
    );
}

// awsx's own plugin cannot be had here; a stand-in makes the VPC and its subnets in a process of its own.
describe("the example with-awsx-vpc", () => {
    let home: EngineHome | undefined;
    let plugin: PluginProcess | undefined;
    let stack: EngineStack;
    const { folder, stack: name, aws, begin } = example("with-awsx-vpc");

    before(async () => {
        plugin = await startAwsxPlugin();
        home = await makeEngineHome();
        stack = await begin(home, { awsx: plugin.port });
    });

    after(() => {
        plugin?.stop();
        home?.remove();
    });

    it("plans offline what the engine plans, but for what the plugin makes", async () => {
        const engine = planOfEngine((await stack.preview()).steps);
        const { registrations } = await runOffline(readProjectStack(folder, name));
        const offline = planOfRecording(registrations);
        expect(Object.keys(engine).filter((urn) => urn.includes("awsx:ec2:Vpc$"))).to.have.length(7);
        expect(Object.keys(offline).filter((urn) => urn.includes("awsx:ec2:Vpc"))).to.have.length(1);
        expect(planDifferences(withoutAwsx(engine), withoutAwsx(offline))).to.deep.equal([]);
    });

    it("goes up on what awsx made, has nothing left to do, and goes", async () => {
        await stack.perform("up");
        expect(aws.account.of("aws:ec2/subnet:Subnet")).to.have.length(6);
        expect(aws.account.of("aws:ec2/networkAclAssociation:NetworkAclAssociation")).to.have.length(6);
        expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
        await stack.perform("destroy");
        expect(aws.account.all()).to.deep.equal([]);
    });
});
