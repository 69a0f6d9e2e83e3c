import {
    unknownValue,
    type PropertyValue,
    type ResourceRecord,
} from "../../../analysis/model/resource-record";
import type { Random } from "../../support/simulator/generator/random";

/** The records with one property, or a part of one, not known, and the place that is hidden. */
export interface Hidden {
    readonly records: readonly ResourceRecord[];
    readonly place: string;
    /** Whether it is said to be computed from more than it is: then what it means is a part of that. */
    readonly saysMore: boolean;
}

/** What Pulumi may still tell of a property that is not known: everything it was computed from, or nothing. */
const ways = ["sources", "moreSources", "noSources"] as const;

/**
 * Hides a random property as a preview does when something it is computed from does not exist yet. Besides
 * what it truly comes from, it may be computed from other resources of the stack, or from none at all: the
 * answer of a look-up.
 */
export function withAPropertyHidden(random: Random, records: readonly ResourceRecord[]): Hidden | undefined {
    const record = random.pick(records);
    const properties = Object.keys(record.inputs ?? {});
    if (properties.length === 0) {
        return undefined;
    }
    const property = random.pick(properties);
    const stated = record.inputs![property];
    const path = random.chance(0.6) ? [] : somewhereIn(random, stated);
    const hidden = replaced(stated, path);
    const way = random.pick(ways);
    const own = record.propertyDependencies[property] ?? [];
    const sources =
        way === "noSources"
            ? []
            : way === "sources"
              ? own
              : [...new Set([...own, random.pick(records).urn, random.pick(likeThese(records, own)).urn])];
    const changed: ResourceRecord = {
        ...record,
        inputs: { ...record.inputs, [property]: hidden },
        properties: { ...record.properties, [property]: hidden },
        propertyDependencies: { ...record.propertyDependencies, [property]: sources },
        dependencies: [...new Set([...record.dependencies, ...sources])],
    };
    return {
        records: records.map((each) => (each === record ? changed : each)),
        saysMore: way === "moreSources",
        place: `${record.type} ${[property, ...path].join(".")} ${way}`,
    };
}

/** Records of the same types as those, which are the likeliest to be mistaken for them. */
function likeThese(records: readonly ResourceRecord[], urns: readonly string[]): readonly ResourceRecord[] {
    const types = new Set(records.filter(({ urn }) => urns.includes(urn)).map(({ type }) => type));
    const alike = records.filter(({ type }) => types.has(type));
    return alike.length === 0 ? records : alike;
}

/** A path to some value inside; empty for the whole. */
function somewhereIn(random: Random, value: PropertyValue): string[] {
    if (typeof value !== "object" || value === null) {
        return [];
    }
    const keys = Object.keys(value).filter((key) => key !== "palisadeUnknown");
    if (keys.length === 0 || random.chance(0.2)) {
        return [];
    }
    const key = random.pick(keys);
    return [key, ...somewhereIn(random, (value as { readonly [key: string]: PropertyValue })[key])];
}

function replaced(value: PropertyValue, path: readonly string[]): PropertyValue {
    const [key, ...rest] = path;
    if (key === undefined) {
        return unknownValue;
    }
    const whole = value as { readonly [key: string]: PropertyValue };
    return Array.isArray(value)
        ? value.map((each: PropertyValue, at) => (at === Number(key) ? replaced(each, rest) : each))
        : { ...whole, [key]: replaced(whole[key], rest) };
}
