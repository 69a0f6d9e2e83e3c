import { isUnknown, type PropertyValue, type ResourceRecord } from "./resource-record";

/** A place inside a resource's properties and what stands there. */
export interface Slot {
    readonly record: ResourceRecord;
    /** For example `ingress[2].cidrBlocks`. */
    readonly path: string;
    readonly value: PropertyValue;
}

/**
 * A property that the program states. What a provider merely fills in does not count: the outputs of
 * a security group also hold the rules of standalone resources, and an old state may hold rules that
 * are gone. Where a source has outputs only, an unknown that was computed from nothing is the
 * provider's. A resource that is only read states nothing, so all it reports counts.
 */
export function statedSlot(record: ResourceRecord, property: string): Slot {
    return { record, path: property, value: statedValue(record, property) };
}

function statedValue(record: ResourceRecord, property: string): PropertyValue {
    const value = record.properties[property];
    if (record.external === true) {
        return value;
    }
    if (record.inputs !== undefined) {
        return record.inputs[property] === undefined ? undefined : value;
    }
    const sources = record.propertyDependencies[property] ?? [];
    return isUnknown(value) && sources.length === 0 ? undefined : value;
}

/** A property that the program states, or else what the provider reports it to be. */
export function reportedSlot(record: ResourceRecord, property: string): Slot {
    const stated = statedSlot(record, property);
    const reported = record.properties[property];
    return isAbsent(stated) && !isUnknown(reported) ? { ...stated, value: reported } : stated;
}

/** Whether nothing stands there. Providers write an empty text for a property that is not set. */
export const isAbsent = ({ value }: Slot): boolean => value === undefined || value === null || value === "";

export const isUnknownSlot = ({ value }: Slot): boolean => isUnknown(value);

/** The property that Pulumi tracks dependencies for: the outermost one. */
export const outermostProperty = ({ path }: Slot): string => /^[^.[]+/.exec(path)?.[0] ?? path;

/** A property of the object in the slot. Everything in an unknown object is unknown. */
export function member(slot: Slot, property: string): Slot {
    return {
        record: slot.record,
        path: `${slot.path}.${property}`,
        value: isUnknown(slot.value)
            ? slot.value
            : isPlainObject(slot.value)
              ? slot.value[property]
              : undefined,
    };
}

/** The elements of the list in the slot; a lone value counts as a list of one, nothing as none. */
export function elements(slot: Slot): Slot[] {
    if (isAbsent(slot) || isUnknown(slot.value)) {
        return [];
    }
    if (!isList(slot.value)) {
        return [slot];
    }
    return slot.value.map((value, position) => ({
        record: slot.record,
        path: `${slot.path}[${position}]`,
        value,
    }));
}

/** The text in the slot, if it is a known one and not empty. */
export function textIn({ value }: Slot): string | undefined {
    return typeof value === "string" && value !== "" ? value : undefined;
}

/** The number in the slot, if it is known. Providers also take numbers written as text. */
export function numberIn({ value }: Slot): number | undefined {
    if (typeof value === "number") {
        return value;
    }
    return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** The flag in the slot, if it is known. Launch templates and target groups write flags as text. */
export function flagIn({ value }: Slot): boolean | undefined {
    if (typeof value === "boolean") {
        return value;
    }
    return value === "true" ? true : value === "false" ? false : undefined;
}

export function isList(value: PropertyValue): value is readonly PropertyValue[] {
    return Array.isArray(value);
}

export function isPlainObject(value: PropertyValue): value is { readonly [key: string]: PropertyValue } {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value);
}
