import { balancerTypes } from "../decisive/load-balancing";
import { called, neutral, type Operator } from "../operator";
import { balancerModules } from "../operators/twin-types";

/** The load balancing resources under the other names of their types. */
export const formerTypes: Operator = {
    name: "another type token",
    mutants: (plan) =>
        balancerModules.flatMap((module) =>
            Object.values(balancerTypes)
                .flatMap((type) => plan.ofType(type))
                .map((resource) => {
                    const twin = resource.type.replace("aws:lb/", `aws:${module}/`);
                    return neutral(`${called(resource)} registered as ${twin}`, plan.retyped(resource, twin));
                }),
        ),
};
