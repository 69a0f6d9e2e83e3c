import { rulesOf } from "./all-rules";
import { factsOf } from "./aws-types";
import type { TypeFacts } from "./aws-types";
import { withoutMarks } from "./simulated-aws";
import { canonical } from "./property-values";
import type { Properties, Value } from "./property-values";

/** What a change of inputs does to a resource. */
export interface InputChanges {
    readonly changed: readonly string[];
    /** The changed properties that need a new one. */
    readonly replaces: readonly string[];
    readonly deleteBeforeReplace: boolean;
}

export function changesBetween(
    type: string,
    oldInputs: Properties,
    newInputs: Properties,
    ignored: readonly string[] = [],
): InputChanges {
    const facts = factsOf(type);
    const olds = withDefaults(facts, withoutMarks(oldInputs));
    const news = withDefaults(facts, withoutMarks(newInputs));
    const changed = [...new Set([...Object.keys(olds), ...Object.keys(news)])]
        .filter((name) => !ignored.includes(name))
        // What AWS fills in stays when a program no longer says it.
        .filter((name) => !(news[name] === undefined && facts.inputs[name]?.computed))
        .filter((name) => comparable(type, name, olds[name]) !== comparable(type, name, news[name]));
    const replaces = changed.filter((name) => facts.noUpdate || facts.inputs[name]?.forceNew);
    const byRule = changed.length > 0 && rulesOf(type).replaces?.(olds, news) === true;
    return {
        changed,
        replaces: byRule && replaces.length === 0 ? changed : replaces,
        deleteBeforeReplace: facts.deleteBeforeReplace === true,
    };
}

/** What was imported says nothing of its defaults. */
function withDefaults(facts: TypeFacts, inputs: Properties): Properties {
    const defaults = Object.entries(facts.inputs).flatMap(([name, fact]): [string, Value][] =>
        fact.default === undefined ? [] : [[name, fact.default]],
    );
    return { ...Object.fromEntries(defaults), ...inputs };
}

/** Sets have no order, and a number is the string of its digits. */
function comparable(type: string, name: string, value: Value | undefined): string {
    const fact = factsOf(type).inputs[name];
    if (fact?.type === "set" && Array.isArray(value)) {
        return value.map(canonical).sort().join(",");
    }
    return typeof value === "number" ? canonical(String(value)) : canonical(value);
}
