import { called, type Operator } from "../operator";
import { ruleTypes } from "./widened-rules";

/** Each rule of a security group gone: the flow it is there for fails. */
export const droppedRules: Operator = {
    name: "security group rule dropped",
    isLayered: true,
    mutants: (plan) =>
        plan.ofType(...ruleTypes).map((rule) => ({
            change: `${called(rule)} dropped`,
            plan: plan.without(rule),
            expected: ["intent-equals-effect"],
        })),
};
