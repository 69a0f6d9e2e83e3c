import type { PropertyValue } from "../analysis/model/resource-record";
import { hasUnknown, isUnknown } from "../analysis/model/resource-record";
import { at, valueAt, type Reading, type Source } from "./reading";

/** One statement of an IAM, bucket, key or endpoint policy, its scalars made lists. */
export interface Statement {
    readonly effect: string;
    readonly principals: readonly string[];
    /** Whether it is about everybody but the principals named. */
    readonly hasNotPrincipal: boolean;
    readonly actions: readonly string[];
    readonly notActions: readonly string[];
    readonly resources: readonly string[];
    readonly notResources: readonly string[];
    readonly hasCondition: boolean;
    readonly condition: { readonly [operator: string]: unknown };
}

/**
 * The statements of a policy document that a property holds as JSON text or as an object; none when it
 * is not set. Principals keep their kind: `AWS:arn:…`, `Service:ec2.amazonaws.com`, `*` for everybody.
 * A resource or principal that is still to be computed reads `(computed)`: it is one of something's own,
 * and no wildcard.
 */
export function statements(source: Source, path: string): Reading<readonly Statement[]> {
    const place = at(source, path);
    const value = valueAt(source, path);
    if (value === undefined || value === null || value === "") {
        return { known: true, value: [], place };
    }
    const document = typeof value === "string" ? parsed(value) : value;
    const list = isObject(document) ? document["Statement"] : undefined;
    const open = isUnknown(value) || asList(list).some(hasOpenActions);
    if (open || list === undefined) {
        return {
            known: false,
            undecided: {
                urn: place.urn,
                property: place.property ?? "",
                reason: open ? "it is not known before the update" : "it is no policy document",
                remedy: "Build the document from names and ARNs that the program knows before anything exists.",
            },
        };
    }
    return { known: true, value: asList(list).filter(isObject).map(statement), place };
}

type Plain = { readonly [key: string]: unknown };

function statement(given: Plain): Statement {
    const condition = isObject(given["Condition"]) ? given["Condition"] : {};
    return {
        effect: String(given["Effect"] ?? ""),
        principals: principals(given["Principal"]),
        hasNotPrincipal: given["NotPrincipal"] !== undefined,
        actions: asList(given["Action"]).map(String),
        notActions: asList(given["NotAction"]).map(String),
        resources: asList(given["Resource"]).map(named),
        notResources: asList(given["NotResource"]).map(named),
        hasCondition: Object.keys(condition).length > 0,
        condition,
    };
}

function principals(given: unknown): string[] {
    if (!isObject(given)) {
        return asList(given).map(named);
    }
    return Object.entries(given).flatMap(([kind, who]) =>
        asList(who).map((one) => (one === "*" ? "*" : `${kind}:${named(one)}`)),
    );
}

const named = (value: unknown): string => (isUnknown(value as PropertyValue) ? "(computed)" : String(value));

const hasOpenActions = (given: unknown): boolean =>
    isUnknown(given as PropertyValue) ||
    (isObject(given) &&
        ["Effect", "Action", "NotAction"].some((part) => hasUnknown(given[part] as PropertyValue)));

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        if (error instanceof SyntaxError) {
            return undefined;
        }
        throw error;
    }
}

const isObject = (value: unknown): value is Plain =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !isUnknown(value as PropertyValue);

const asList = (value: unknown): readonly unknown[] =>
    value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
