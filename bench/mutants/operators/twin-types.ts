import { loadBalancingProperties } from "../decisive/load-balancing";
import type { Operator } from "../operator";
import { setting } from "./weakened-properties";

/** Modules that register load balancers under type tokens of their own. */
export const balancerModules = ["alb", "applicationloadbalancing", "elasticloadbalancingv2"];

/** The load balancing resources under their other type tokens, each weakened. */
export const twinTypes: Operator = {
    name: "weakened under another type token",
    mutants: (plan) =>
        balancerModules.flatMap((module) =>
            loadBalancingProperties.flatMap(({ type, property, insecure, policies, named }) => {
                const twin = type.replace("aws:lb/", `aws:${module}/`);
                return plan
                    .ofType(type)
                    .filter(({ name }) => named === undefined || named.test(name))
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
