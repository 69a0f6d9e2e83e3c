import { SecurityGroup } from "@pulumi/aws/ec2";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import { expect } from "chai";
import program from "../../stacks";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { accountOf, environmentStack, settingsOf } from "../support/engine/environment-stack";
import type { Program } from "../support/engine/language-server";
import { buildPolicyPack, judged, verdictsOf, withPolicies } from "../support/engine/policy-run";

/** Our program, and beside it a group that lets half of the internet in to databases, by hand. */
const careless: Program = async () => {
    const outputs = program();
    const group = new SecurityGroup("by-hand", { vpcId: outputs.vpcId, description: "made in a hurry" });
    new SecurityGroupIngressRule("by-hand", {
        securityGroupId: group.id,
        cidrIpv4: "0.0.0.0/1",
        ipProtocol: "tcp",
        fromPort: 3306,
        toPort: 3306,
        description: "to try something",
    });
    return { ...outputs };
};

describe("the policy pack in the hands of the real engine", () => {
    let home: EngineHome | undefined;
    let stack: EngineStack;
    let good: Program;
    const settings = settingsOf("dev");
    const aws = accountOf(settings);

    before(async () => {
        buildPolicyPack();
        home = await makeEngineHome();
        stack = await environmentStack(home, aws, "dev", settings);
        good = stack.program;
    });

    after(() => home?.remove());

    it("fails the preview of a violating change, tells why, and touches nothing", async () => {
        stack.program = careless;
        const outcome = await stack.attempt("preview", withPolicies("dev"));
        expect(outcome.succeeded).to.equal(false);
        expect(outcome.output).to.contain("by-hand").and.to.contain("Fix:");
        const mandatory = verdictsOf(outcome.events).filter(({ level }) => level === "mandatory");
        expect(mandatory.map(({ policy }) => policy)).to.include("sg-authorized-public-ports");
        expect(aws.account.all()).to.deep.equal([]);
    });

    it("judges an exported state as it judged the preview, without a stack or an account", async () => {
        stack.program = careless;
        const previewed = await stack.attempt("preview", withPolicies("dev"));
        await stack.perform("up");
        const analyzed = await stack.analyze(await stack.export(), judged("dev"));
        expect(analyzed.succeeded).to.equal(false);
        expect(verdictsOf(analyzed.events)).to.deep.equal(verdictsOf(previewed.events));
    });

    it("is content again, before and after, once the change is taken back", async () => {
        stack.program = good;
        const { effects } = await stack.perform("up", withPolicies("dev"));
        expect(effects.delete).to.have.length(2);
        const analyzed = await stack.analyze(await stack.export(), judged("dev"));
        expect(verdictsOf(analyzed.events)).to.deep.equal([]);
        expect(analyzed.succeeded, analyzed.output).to.equal(true);
    });
});
