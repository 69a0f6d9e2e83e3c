import { StackReference } from "@pulumi/pulumi";
import { SecurityGroup } from "@pulumi/aws/ec2";
import { expect } from "chai";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import { EngineStack } from "../support/engine/engine-stack";
import { accountOf, environmentStack, settingsOf } from "../support/engine/environment-stack";
import type { Program } from "../support/engine/language-server";
import { portraitOf } from "../support/engine/portrait";
import { resourcesOf } from "../support/engine/stack-state";

describe("two environments in one account", () => {
    let home: EngineHome | undefined;
    let dev: EngineStack;
    let prod: EngineStack;
    const aws = accountOf(settingsOf("prod"));

    before(async () => {
        home = await makeEngineHome();
        prod = await environmentStack(home, aws, "prod", settingsOf("prod"));
        dev = await environmentStack(home, aws, "dev", settingsOf("dev"));
    });

    after(() => home?.remove());

    it("stand in the same account by its number", () => {
        expect(settingsOf("dev")["palisade:account"]).to.equal(settingsOf("prod")["palisade:account"]);
    });

    it("go up beside each other: no name clashes, and what an account has once is made once", async () => {
        await prod.perform("up");
        await dev.perform("up");
        const portrait = portraitOf(aws.account, await prod.export(), await dev.export());
        expect(portrait).to.deep.include({ orphans: [], lost: [], unfinished: [] });
        for (const once of [
            "guardduty/detector:Detector",
            "cfg/recorder:Recorder",
            "cloudtrail/trail:Trail",
        ]) {
            expect(aws.account.of(`aws:${once}`), once).to.have.length(1);
        }
    });

    it("leave each other alone when one of them goes", async () => {
        await dev.perform("destroy");
        expect(effectsOfSteps((await prod.preview()).steps)).to.deep.equal(nothing);
        await prod.perform("refresh");
        expect(effectsOfSteps((await prod.preview()).steps)).to.deep.equal(nothing);
    });

    it("hand their outputs to a stack of another project by reference", async () => {
        const program: Program = async () => {
            const network = new StackReference("organization/palisade/prod");
            const vpcId = network.requireOutput("vpcId");
            const group = new SecurityGroup("client", { vpcId, description: "of another stack" });
            return { vpcId, groupId: group.id };
        };
        const projectFile = "name: client\nruntime: nodejs\n";
        const consumer = await EngineStack.create({
            home: home!,
            aws,
            stack: "client",
            projectFile,
            program,
        });
        await consumer.perform("up");
        const stackOf = async (stack: EngineStack) =>
            resourcesOf(await stack.export()).find(({ type }) => type === "pulumi:pulumi:Stack")!.outputs!;
        expect((await stackOf(consumer))["vpcId"]).to.equal((await stackOf(prod))["vpcId"]);
        await consumer.perform("destroy");
    });
});
