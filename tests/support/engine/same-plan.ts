import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";
import { factsOf } from "./aws-types";
import { canonical, isRecord, unknown } from "./property-values";
import type { Properties, Value } from "./property-values";
import type { EngineResource } from "./stack-state";

/** What must agree about a resource between two ways of previewing it. */
export interface PlannedResource {
    readonly parent: string;
    readonly custom: boolean;
    readonly protect: boolean;
    readonly inputs: Properties;
    readonly dependencies: readonly string[];
    readonly propertyDependencies: { readonly [property: string]: readonly string[] };
}

export interface Plan {
    readonly [urn: string]: PlannedResource;
}

/**
 * The plan in the steps of `pulumi preview --json`, without what the provider added to the inputs. The names that
 * the provider makes up hold digits of the moment, which an offline run cannot know: here they are unknown too.
 */
export function planOfEngine(steps: readonly { readonly newState?: EngineResource }[]): Plan {
    const states = steps.flatMap(({ newState }) => newState ?? []);
    const made = states.flatMap(({ type, inputs }) => madeUpName(type, inputs) ?? []);
    const hide = (value: Value): Value => {
        if (Array.isArray(value)) {
            return value.map(hide);
        }
        if (isRecord(value)) {
            return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hide(inner)]));
        }
        return typeof value === "string" && made.some((name) => value.includes(name)) ? unknown : value;
    };
    return planOf(
        states,
        ({ type, inputs = {} }) => hide(written(type, inputs)) as Properties,
        ({ protect }) => protect === true,
    );
}

/** The plan in what an offline run recorded. */
export const planOfRecording = (registrations: readonly RecordedRegistration[]): Plan =>
    planOf(
        registrations,
        ({ inputs }) => inputs as Properties,
        ({ options }) => options.protect === true,
    );

interface Planned {
    readonly urn: string;
    readonly type: string;
    readonly custom: boolean;
    readonly parent?: string;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: { readonly [property: string]: readonly string[] | null };
}

/** Components' inputs are recorded as given, so they are compared too; providers are the engine's own. */
function planOf<Resource extends Planned>(
    resources: readonly Resource[],
    inputsOf: (resource: Resource) => Properties,
    isProtected: (resource: Resource) => boolean,
): Plan {
    const told = resources.filter(({ type }) => !type.startsWith("pulumi:"));
    return Object.fromEntries(
        told.map((resource) => [
            resource.urn,
            {
                parent: resource.parent ?? "",
                custom: resource.custom,
                protect: isProtected(resource),
                inputs: plain(inputsOf(resource)) as Properties,
                dependencies: [...(resource.dependencies ?? [])].sort(),
                propertyDependencies: Object.fromEntries(
                    Object.entries(resource.propertyDependencies ?? {})
                        .filter(([, urns]) => urns !== null && urns.length > 0)
                        .map(([property, urns]) => [property, [...urns!].sort()]),
                ),
            },
        ]),
    );
}

/** The inputs without what Check filled in: defaults, all the tags, and a name where none was given. */
function written(type: string, inputs: Properties): Properties {
    const own =
        type.startsWith("aws:") && madeUpName(type, inputs) !== undefined
            ? factsOf(type).autoNamed!.property
            : "";
    return Object.fromEntries(
        Object.entries(withoutDefaults(inputs)).filter(
            ([name]) => name !== own && !(name === "tagsAll" && type.startsWith("aws:")),
        ),
    );
}

function madeUpName(type: string, inputs: Properties | undefined): string | undefined {
    const name = type.startsWith("aws:") ? inputs?.[factsOf(type).autoNamed?.property ?? ""] : undefined;
    return typeof name === "string" && /-[0-9a-f]{7}$/.test(name) ? name : undefined;
}

/** The bridge notes which properties of each block are its defaults. */
function withoutDefaults(inputs: Properties): Properties {
    const defaults = (inputs["__defaults"] ?? []) as string[];
    const strip = (value: Value): Value =>
        Array.isArray(value) ? value.map(strip) : isRecord(value) ? withoutDefaults(value) : value;
    return Object.fromEntries(
        Object.entries(inputs)
            .filter(([name]) => name !== "__defaults" && !defaults.includes(name))
            .map(([name, value]) => [name, strip(value)]),
    );
}

/** Values as both sides have them: secrets hidden, what was left undefined left out. */
function plain(value: Value): Value {
    if (Array.isArray(value)) {
        return value.map(plain);
    }
    if (!isRecord(value)) {
        return value;
    }
    if (secretMark in value) {
        return "[secret]";
    }
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, inner]) => inner !== undefined && inner !== null)
            .map(([name, inner]) => [name, plain(inner)]),
    );
}

const secretMark = "4dabf18193072939515e22adb298388d";

/** Where two plans differ, one line for each resource and part; nothing for the same plan. */
export function planDifferences(expected: Plan, found: Plan): string[] {
    const urns = new Set([...Object.keys(expected), ...Object.keys(found)]);
    return [...urns].flatMap((urn) => {
        const [left, right] = [expected[urn], found[urn]];
        if (left === undefined || right === undefined) {
            return [`${urn}: only ${left === undefined ? "found" : "expected"}`];
        }
        return (Object.keys(left) as (keyof PlannedResource)[])
            .filter((part) => canonical(left[part] as Value) !== canonical(right[part] as Value))
            .map(
                (part) =>
                    `${urn} ${part}: ${canonical(left[part] as Value)} but ${canonical(right[part] as Value)}`,
            );
    });
}
