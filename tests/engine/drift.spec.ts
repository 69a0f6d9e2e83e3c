import { expect } from "chai";
import { bareNetwork } from "../support/engine/bare-network";
import { effectsOfSteps, nothing, shortUrn } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { accountOf, environmentStack, settingsOf } from "../support/engine/environment-stack";
import { differences, portraitOf } from "../support/engine/portrait";
import type { Portrait } from "../support/engine/portrait";

const rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("what somebody changed by hand", () => {
    let home: EngineHome | undefined;
    let stack: EngineStack;
    let declared: Portrait;
    const settings = settingsOf("dev");
    const aws = accountOf(settings);

    const portrait = async () => portraitOf(aws.account, await stack.export());
    const openRule = () =>
        aws.account
            .where(rule, "cidrIpv4", "0.0.0.0/0")
            .find(({ properties }) => properties["toPort"] === 443)!;

    before(async () => {
        home = await makeEngineHome();
        stack = await environmentStack(home, aws, "dev", settings, bareNetwork);
        await stack.perform("up");
        declared = await portrait();
    });

    after(() => home?.remove());

    it("is shown by a refresh, property by property", async () => {
        openRule().properties["toPort"] = 65535;
        const shown = await stack.attempt("refresh", { flags: ["--preview-only", "--diff"] });
        expect(shown.output).to.contain("toPort").and.to.contain("443 => 65535");
        expect(shown.effects.update.map(shortUrn)).to.deep.equal([
            "SecurityGroupIngressRule dev-alb-in-internet-tcp-443",
        ]);
    });

    it("is put right by the next update, and only that", async () => {
        await stack.perform("refresh");
        const { effects } = await stack.perform("up");
        expect({ ...effects, update: effects.update.map(shortUrn) }).to.deep.equal({
            ...nothing,
            update: ["SecurityGroupIngressRule dev-alb-in-internet-tcp-443"],
        });
        expect(differences(declared, await portrait())).to.deep.equal([]);
    });

    it("is made again when it was a deletion, and only that", async () => {
        aws.account.remove(openRule());
        const { effects: seen } = await stack.perform("refresh");
        expect(seen.delete.map(shortUrn)).to.deep.equal([
            "SecurityGroupIngressRule dev-alb-in-internet-tcp-443",
        ]);
        const { effects } = await stack.perform("up");
        expect({ ...effects, create: effects.create.map(shortUrn) }).to.deep.equal({
            ...nothing,
            create: ["SecurityGroupIngressRule dev-alb-in-internet-tcp-443"],
        });
        expect(differences(declared, await portrait())).to.deep.equal([]);
    });

    it("leaves nothing to do afterwards", async () => {
        expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
    });
});
