import { loadBalancingProperties, balancerTypes } from "../decisive/load-balancing";
import { called, type Operator } from "../operator";
import { setting } from "./weakened-properties";

/** The load balancing resources under their other type tokens, each weakened. */
export const twinTypes: Operator = {
    name: "weakened under another type token",
    mutants: (plan) =>
        ["alb", "applicationloadbalancing", "elasticloadbalancingv2"].flatMap((module) =>
            loadBalancingProperties.flatMap(({ type, property, insecure, policies, named }) => {
                const twin = type.replace("aws:lb/", `aws:${module}/`);
                return plan
                    .ofType(type)
                    .filter(({ name }) => named === undefined || name.includes(named))
                    .flatMap((resource) => {
                        const retyped = plan.retyped(resource, twin);
                        return [
                            setting(
                                retyped,
                                retyped.one(twin, resource.name),
                                property,
                                insecure[0],
                                policies,
                            ),
                        ];
                    });
            }),
        ),
};

/** The same, not weakened. */
export const unweakenedTwinTypes: Operator = {
    name: "another type token",
    mutants: (plan) =>
        ["alb", "applicationloadbalancing", "elasticloadbalancingv2"].flatMap((module) =>
            Object.values(balancerTypes)
                .flatMap((type) => plan.ofType(type))
                .map((resource) => {
                    const twin = resource.type.replace("aws:lb/", `aws:${module}/`);
                    return {
                        change: `${called(resource)} registered as ${twin}`,
                        plan: plan.retyped(resource, twin),
                        expected: [],
                    };
                }),
        ),
};
