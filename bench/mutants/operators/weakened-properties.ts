import { decisiveProperties } from "../decisive";
import type { DecisiveProperty } from "../decisive/decisive-property";
import { called, type Mutant, type Operator } from "../operator";
import type { Plan, Value } from "../plan";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";

/** Each decisive property of each resource, set to each of its insecure values. */
export const weakenedProperties: Operator = {
    name: "decisive property weakened",
    mutants: (plan) =>
        eachDecisive(plan, decisiveProperties, (resource, { property, insecure, policies }) =>
            insecure.map((value) => setting(plan, resource, property, value, policies)),
        ),
};

/** What makes mutants of a resource by one of its decisive properties. */
export type Weaken = (resource: RecordedRegistration, decisive: DecisiveProperty) => readonly Mutant[];

export function eachDecisive(
    plan: Plan,
    properties: readonly DecisiveProperty[],
    weaken: Weaken,
): readonly Mutant[] {
    return properties.flatMap((decisive) =>
        plan
            .ofType(decisive.type)
            .filter(({ name }) => decisive.named === undefined || decisive.named.test(name))
            .flatMap((resource) => weaken(resource, decisive)),
    );
}

export const setting = (
    plan: Plan,
    resource: RecordedRegistration,
    property: string,
    value: Value,
    expected: readonly string[],
): Mutant => ({
    change: `${called(resource)}: ${property} ${value === undefined ? "removed" : `= ${shown(value)}`}`,
    plan: plan.with(resource, { [property]: value }),
    expected,
});

function shown(value: Value): string {
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
