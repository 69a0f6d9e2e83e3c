import { createHash } from "node:crypto";
import { factsOf } from "./aws-types";
import type { InputFacts, TypeFacts } from "./aws-types";
import { isRecord } from "./property-values";
import type { Properties, Value } from "./property-values";
import { planTimeRefusals } from "./rules/plan-time";
import { checkValues } from "./value-checks";
import type { CheckFailure } from "./value-checks";

export interface CheckedInputs {
    readonly inputs: Properties;
    readonly failures: readonly CheckFailure[];
}

export interface Naming {
    /** The resource's logical name. */
    readonly name: string;
    readonly randomSeed: Uint8Array;
    /** The name that the engine proposes where a project configures its naming. */
    readonly proposed?: string;
}

/** What the provider makes of a program's inputs: defaults, a name where none was given, and its objections. */
export function checkInputs(type: string, olds: Properties, news: Properties, naming: Naming): CheckedInputs {
    const facts = factsOf(type);
    const named = withName(facts, olds, news, naming);
    const inputs = withDefaults(facts.inputs, named);
    const known = new Set([
        ...Object.keys(facts.inputs),
        ...(facts.unexamined ?? []),
        "__defaults",
        "tagsAll",
    ]);
    const strangers = Object.keys(news)
        .filter((property) => !known.has(property))
        .map((property) => ({ property, reason: "is no argument of this type" }));
    const together = planTimeRefusals(type, inputs).map((reason) => ({ property: "", reason }));
    const failures = [...strangers, ...checkValues(facts.inputs, inputs), ...together];
    const tags = facts.outputs?.includes("tagsAll") ? inputs["tags"] : undefined;
    return { inputs: isRecord(tags) ? { ...inputs, tagsAll: tags } : inputs, failures };
}

/** `<logical name>-<seven random digits>`, kept for as long as the resource lives. */
function withName(facts: TypeFacts, olds: Properties, news: Properties, naming: Naming): Properties {
    const { autoNamed } = facts;
    const prefix = autoNamed && `${autoNamed.property}Prefix`;
    if (
        autoNamed === undefined ||
        news[autoNamed.property] !== undefined ||
        (prefix && news[prefix] !== undefined)
    ) {
        return news;
    }
    const digits = createHash("sha256")
        .update(naming.randomSeed)
        .digest("hex")
        .slice(0, autoNamed.randomChars);
    const own =
        olds[autoNamed.property] ?? naming.proposed ?? `${naming.name}${autoNamed.separator}${digits}`;
    return { ...news, [autoNamed.property]: own };
}

/** The defaults that conflict with nothing given, noted in `__defaults` as the bridge does. */
function withDefaults(facts: { readonly [name: string]: InputFacts }, given: Properties): Properties {
    const result: Properties = {};
    const defaults: string[] = [];
    for (const [name, value] of Object.entries(given)) {
        result[name] = inner(facts[name], value);
    }
    for (const [name, fact] of Object.entries(facts)) {
        const conflicts = (fact.conflictsWith ?? []).some((other) => given[other] !== undefined);
        if (given[name] === undefined && fact.default !== undefined && !fact.exactlyOneOf && !conflicts) {
            result[name] = fact.default;
            defaults.push(name);
        }
    }
    return { ...result, __defaults: defaults.sort() };
}

function inner(fact: InputFacts | undefined, value: Value): Value {
    if (fact?.elem === undefined) {
        return value;
    }
    if (Array.isArray(value)) {
        return value.map((item) => inner(fact, item));
    }
    return isRecord(value) ? withDefaults(fact.elem, value) : value;
}
