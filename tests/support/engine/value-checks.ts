import type { InputFacts } from "./aws-types";
import { holdsUnknown, isRecord, isUnknown } from "./property-values";
import type { Properties, Value } from "./property-values";
import { formatReasons } from "./text-formats";

export interface CheckFailure {
    readonly property: string;
    readonly reason: string;
}

/** What the provider refuses about the values of a resource, or of a block inside one. Unknowns pass. */
export function checkValues(
    inputs: { readonly [name: string]: InputFacts },
    given: Properties,
    prefix = "",
): CheckFailure[] {
    const failures: CheckFailure[] = [];
    const has = (name: string) => given[name] !== undefined && given[name] !== null;
    for (const [name, facts] of Object.entries(inputs)) {
        const property = `${prefix}${name}`;
        const refuse = (reason: string) => failures.push({ property, reason });
        if (!has(name)) {
            if (facts.required) {
                refuse("Missing required argument");
            }
        } else {
            for (const other of (facts.conflictsWith ?? []).filter(has)) {
                refuse(`Conflicting configuration arguments: "${name}" conflicts with ${other}`);
            }
            for (const other of (facts.requiredWith ?? []).filter((needed) => !has(needed))) {
                refuse(`"${name}" also needs ${other}`);
            }
            failures.push(...checkValue(property, facts, given[name]!));
        }
        const oneOf = facts.exactlyOneOf ?? [];
        if (oneOf[0] === name && oneOf.filter(has).length !== 1) {
            refuse(`exactly one of ${oneOf.join(", ")} must be given, not ${oneOf.filter(has).length}`);
        }
        const anyOf = facts.atLeastOneOf ?? [];
        if (anyOf[0] === name && !anyOf.some(has)) {
            refuse(`at least one of ${anyOf.join(", ")} must be given`);
        }
    }
    return failures;
}

function checkValue(property: string, facts: InputFacts, value: Value): CheckFailure[] {
    if (isUnknown(value)) {
        return [];
    }
    if (Array.isArray(value)) {
        return checkItems(property, facts, value);
    }
    if (facts.elem !== undefined && isRecord(value)) {
        return checkValues(facts.elem, value, `${property}.`);
    }
    const reasons = kindMatches(facts, value)
        ? scalarReasons(facts, value)
        : [`must be of type ${facts.type}`];
    return reasons.map((reason) => ({ property, reason: `${JSON.stringify(value)} ${reason}` }));
}

function checkItems(property: string, facts: InputFacts, items: Value[]): CheckFailure[] {
    const counted = items.some(holdsUnknown) ? [] : countReasons(facts, items.length);
    return [
        ...counted.map((reason) => ({ property, reason })),
        ...items.flatMap((item, position) =>
            isRecord(item)
                ? checkValues(facts.elem ?? {}, item, `${property}[${position}].`)
                : checkValue(`${property}[${position}]`, { ...facts.elemRules, type: "string" }, item),
        ),
    ];
}

function countReasons(facts: InputFacts, count: number): string[] {
    const reasons = [];
    if (facts.minItems !== undefined && count < facts.minItems) {
        reasons.push(`needs at least ${facts.minItems} items, has ${count}`);
    }
    if (facts.maxItems !== undefined && count > facts.maxItems) {
        reasons.push(`takes at most ${facts.maxItems} items, has ${count}`);
    }
    return reasons;
}

/** As lenient as the provider: a number is taken for a string and a string that reads as one for a number. */
function kindMatches(facts: InputFacts, value: Value): boolean {
    switch (facts.type) {
        case "bool":
            return typeof value === "boolean" || value === "true" || value === "false";
        case "int":
        case "float":
            return value !== "" && typeof value !== "boolean" && Number.isFinite(Number(value));
        case "string":
            return typeof value !== "object";
        case "list":
        case "set":
            return Array.isArray(value);
        default:
            return isRecord(value);
    }
}

function scalarReasons(facts: InputFacts, value: Value): string[] {
    const reasons: string[] = [];
    if (facts.type === "int" || facts.type === "float") {
        const number = Number(value);
        const besides = facts.alsoAllowed?.includes(number) ?? false;
        if (!besides && (number < (facts.min ?? -Infinity) || number > (facts.max ?? Infinity))) {
            reasons.push(`must lie between ${facts.min ?? "any"} and ${facts.max ?? "any"}`);
        }
        if (facts.multipleOf !== undefined && number % facts.multipleOf !== 0 && !besides) {
            reasons.push(`must be a multiple of ${facts.multipleOf}`);
        }
    } else if (facts.type === "string") {
        reasons.push(...textReasons(facts, String(value)));
    }
    if (facts.enum !== undefined && !facts.enumOpen && !inEnum(facts, value)) {
        reasons.push(`must be one of ${facts.enum.join(", ")}`);
    }
    return reasons;
}

function inEnum(facts: InputFacts, value: Value): boolean {
    const fold = (text: unknown) => (facts.ignoreCase ? String(text).toLowerCase() : String(text));
    return (facts.emptyOk && value === "") || facts.enum!.some((allowed) => fold(allowed) === fold(value));
}

function textReasons(facts: InputFacts, text: string): string[] {
    if (text === "" && facts.emptyOk) {
        return [];
    }
    const reasons: string[] = [];
    if (text.length < (facts.minLength ?? 0) || text.length > (facts.maxLength ?? Infinity)) {
        reasons.push(
            `has ${text.length} characters, allowed are ${facts.minLength ?? 0} to ${facts.maxLength}`,
        );
    }
    const refused = facts.charset && [...text].filter((character) => !inCharset(facts.charset!, character));
    if (refused && refused.length > 0) {
        reasons.push(`holds ${refused.join(" ")}, allowed are ${facts.charset}`);
    }
    for (const prefix of (facts.refusedPrefixes ?? []).filter((start) => text.startsWith(start))) {
        reasons.push(`cannot begin with ${prefix}`);
    }
    if (facts.needsPrefix !== undefined && !text.startsWith(facts.needsPrefix)) {
        reasons.push(`must begin with ${facts.needsPrefix}`);
    }
    if (facts.notFirst !== undefined && inCharset(facts.notFirst, text[0] ?? "")) {
        reasons.push(`cannot begin with ${text[0]}`);
    }
    if (facts.notLast !== undefined && inCharset(facts.notLast, text[text.length - 1] ?? "")) {
        reasons.push(`cannot end with ${text[text.length - 1]}`);
    }
    if (facts.noDoubleHyphen && text.includes("--")) {
        reasons.push("cannot hold two hyphens in a row");
    }
    return [...reasons, ...formatReasons(facts, text)];
}

/** Charsets are written as in the facts: ranges such as `a-z`, `<space>`, anything else for itself. */
function inCharset(charset: string, character: string): boolean {
    if (charset.startsWith("printable except ")) {
        return character >= " " && !charset.slice("printable except ".length).includes(character);
    }
    const written = charset.replace("<space>", " ");
    for (const range of written.match(/a-z|A-Z|0-9/g) ?? []) {
        if (character >= range[0]! && character <= range[2]!) {
            return true;
        }
    }
    return character !== "" && written.replace(/a-z|A-Z|0-9/g, "").includes(character);
}
