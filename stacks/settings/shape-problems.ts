import { globalRegistry, type core } from "zod";
import { didYouMean } from "../../components/planning/did-you-mean";
import type { Problem } from "../../components/planning/problem";
import { keysOf, schemaAt } from "./schema-at";

/** Says an issue that zod found with a section's shape in the words of whoever wrote it. */
export function shapeProblems(
    section: string,
    schema: core.$ZodType,
    written: unknown,
    issue: core.$ZodIssue,
): Problem[] {
    if (issue.code === "unrecognized_keys") {
        const known = keysOf(schemaAt(schema, issue.path));
        return issue.keys.map((key) => unknownKey(pathOf(section, [...issue.path, key]), key, known));
    }
    const value = valueAt(written, issue.path);
    const path = pathOf(section, issue.path);
    if (issue.code === "invalid_key") {
        const key = String(issue.path.at(-1));
        return issue.issues.map((inner) => ({
            path,
            given: `key "${key}"`,
            allowed: inner.message,
            change: "choose another key",
        }));
    }
    const words = issue.code === "invalid_value" ? issue.values.map(String) : [];
    return [
        {
            path,
            given: givenOf(value) + (typeof value === "string" ? didYouMean(value, words) : ""),
            allowed: allowedBy(issue),
            change: changeTo(value, exampleOf(schemaAt(schema, issue.path))),
        },
    ];
}

/** A key that nothing goes by. */
export const unknownKey = (path: string, key: string, known: readonly string[]): Problem => ({
    path,
    given: `key "${key}"${didYouMean(key, known)}`,
    allowed: `the keys ${known.join(", ")}`,
    change: "correct the key or remove it",
});

const pathOf = (section: string, path: readonly PropertyKey[]): string =>
    path.reduce<string>(
        (text, step) => (typeof step === "number" ? `${text}[${step}]` : `${text}.${String(step)}`),
        section,
    );

const valueAt = (written: unknown, path: readonly PropertyKey[]): unknown =>
    path.reduce<unknown>(
        (value, step) =>
            typeof value === "object" && value !== null
                ? (value as Record<PropertyKey, unknown>)[step]
                : undefined,
        written,
    );

const givenOf = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

const kinds: { readonly [expected: string]: string } = {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    array: "a list",
    object: "a map of settings",
    record: "a map",
};

function allowedBy(issue: core.$ZodIssue): string {
    switch (issue.code) {
        case "invalid_type":
            return kinds[issue.expected] ?? issue.expected;
        case "invalid_value":
            return `one of ${issue.values.map(String).join(", ")}`;
        case "too_small":
            return issue.origin === "string" ? "text that is not empty" : `${String(issue.minimum)} or more`;
        case "too_big":
            return issue.origin === "string" ? issue.message : `${String(issue.maximum)} or less`;
        default:
            return issue.message;
    }
}

const exampleOf = (schema: core.$ZodType | undefined): unknown =>
    schema && (globalRegistry.get(schema) as { examples?: readonly unknown[] } | undefined)?.examples?.[0];

function changeTo(value: unknown, example: unknown): string {
    const verb = value === undefined ? "add it" : "correct it";
    return example === undefined ? verb : `${verb}, for example ${String(example)}`;
}
