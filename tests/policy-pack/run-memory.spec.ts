import type { PolicyResource } from "@pulumi/policy";
import { expect } from "chai";
import { policiesOf } from "../../policy-pack/pack";
import { perStack, rule, type AnyRule } from "../../policy-pack/rule";
import type { Stack } from "../../policy-pack/stack";
import { network } from "./support/base-network";
import { judge } from "./support/judge";
import { planned } from "./support/plan";
import { types } from "./support/resource-types";
import { resource } from "./support/specimen";

function witness(id: string, seen: Stack[]): AnyRule {
    return rule(
        { id, title: "", severity: "low", checklist: [], why: "", fix: "", docs: "" },
        perStack((stack) => {
            seen.push(stack);
            return [];
        }),
    );
}

describe("the memory of a run", () => {
    it("builds one stack for all policies, though each gets objects of its own", async () => {
        const seen: Stack[] = [];
        const rules = ["one", "two", "three"].map((id) => witness(id, seen));
        await judge(policiesOf(rules, { today: "2026-11-23" }), planned(network, "unknown"));
        expect(new Set(seen).size).to.equal(1);
        expect(seen).to.have.length(3);
        expect(seen[0]!.model).to.equal(seen[2]!.model);
    });

    it("builds another for another plan", async () => {
        const seen: Stack[] = [];
        const policies = policiesOf([witness("one", seen)], { today: "2026-11-23" });
        await judge(policies, planned(network, "unknown"));
        await judge(policies, planned(network, "known"));
        await judge(policies, planned(network.slice(0, -1), "known"));
        expect(new Set(seen).size).to.equal(3);
    });

    it("tells inputs from outputs, and what is only read from what is managed", async () => {
        const seen: Stack[] = [];
        const policies = policiesOf([witness("one", seen)], { today: "2026-11-23" });
        const plan = planned(network, "known");
        const read = planned([resource(types.vpc, "elsewhere", { cidrBlock: "10.9.0.0/16" })], "known");
        // The engine asks resource policies about all that is managed, and about nothing that is read.
        await judge(policies, plan);
        seen.length = 0;
        for (const policy of policies) {
            if ("validateResource" in policy) {
                for (const { urn, type, name, inputs } of plan) {
                    const args = { urn, type, name, props: inputs, getConfig: () => ({}) };
                    await (policy.validateResource as (args: object, report: object) => void)(args, () => {});
                }
            }
        }
        const resources = [...plan, ...read].map(
            ({ outputs, propertyDependencies, ...one }) =>
                ({
                    ...one,
                    props: outputs,
                    dependencies: [],
                    propertyDependencies: Object.fromEntries(
                        Object.keys(propertyDependencies).map((property) => [property, []]),
                    ),
                }) as unknown as PolicyResource,
        );
        const stackPolicy = policies[0] as unknown as { validateStack(args: object, report: object): void };
        stackPolicy.validateStack({ resources, getConfig: () => ({}) }, () => {});
        const byName = new Map(seen[0]!.records.map((record) => [record.name, record]));
        expect(byName.get("elsewhere")?.external).to.equal(true);
        expect(byName.get("vpc")?.external).to.equal(undefined);
        expect(byName.get("vpc")?.inputs).to.not.have.property("defaultSecurityGroupId");
    });
});
