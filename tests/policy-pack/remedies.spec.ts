import type { ResourceValidationArgs } from "@pulumi/policy";
import { expect } from "chai";
import { policiesOf } from "../../policy-pack/pack";
import { remediation } from "../../policy-pack/remediation";
import type { AnyRule } from "../../policy-pack/rule";
import { rules } from "../../policy-pack/rules";
import { specimensOf } from "./support/catalogue";
import { judge } from "./support/judge";
import { planned, type PlannedResource } from "./support/plan";
import type { Specimen } from "./support/specimen";

const today = "2026-11-23";

/** The plan after the policy's automatic fix has gone over every resource of it. */
function remedied(rule: AnyRule, plan: readonly PlannedResource[], config: object): PlannedResource[] {
    return plan.map((resource) => {
        const props = structuredClone(resource.inputs);
        const args = { ...resource, props, getConfig: () => config };
        remediation(rule)(args as unknown as ResourceValidationArgs);
        return { ...resource, inputs: props, outputs: { ...resource.outputs, ...props } };
    });
}

for (const rule of rules.filter(({ remediate }) => remediate !== undefined)) {
    describe(`the automatic fix of ${rule.id}`, () => {
        const faults = async (plan: readonly PlannedResource[], config: object) =>
            (await judge(policiesOf([rule], { today }), plan, { [rule.id]: config })).length;
        const read = (specimen: Specimen, config: object = {}) =>
            "resources" in specimen
                ? { plan: planned(specimen.resources, "known"), config: specimen.config }
                : { plan: planned(specimen, "known"), config };

        it("mends some violating specimens, and makes none worse", async () => {
            const specimens = (await specimensOf(rule))!;
            const left = await Promise.all(
                Object.entries(specimens.violating).map(async ([title, specimen]) => {
                    const { plan, config } = read(specimen, specimens.config);
                    const after = await faults(remedied(rule, plan, config), config);
                    expect(after, title).to.be.at.most(await faults(plan, config));
                    return after;
                }),
            );
            expect(left).to.include(0);
        });

        it("leaves every compliant specimen compliant", async () => {
            const specimens = (await specimensOf(rule))!;
            for (const [title, specimen] of Object.entries(specimens.compliant)) {
                const { plan, config } = read(specimen, specimens.config);
                expect(await faults(remedied(rule, plan, config), config), title).to.equal(0);
            }
        });
    });
}
