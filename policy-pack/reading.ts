import {
    hasUnknown,
    isUnknown,
    type PropertyValue,
    type ResourceRecord,
    type Undecided,
} from "../analysis/model/resource-record";
import { undecidable, violates, type Fault, type FaultDetails, type Place } from "./fault";

/** An object inside a resource's properties: one rule of a list, one nested block. */
export interface Block {
    readonly urn: string;
    /** Its own path inside the resource, for example `ebsBlockDevices[1]`. */
    readonly property: string;
    readonly properties: PropertyValue;
}

/** What values are read from. */
export type Source = ResourceRecord | Block;

/**
 * A value that is known, or the reason why it is not. A wrong type counts as not known, so that
 * nothing malformed can pass for good.
 */
export type Reading<T> =
    | { readonly known: true; readonly value: T; readonly place: Place }
    | { readonly known: false; readonly undecided: Undecided };

/** Where a property is, for a fault. */
export function at(source: Source, path?: string): Place {
    const outer = "property" in source ? source.property : undefined;
    const property = outer === undefined || path === undefined ? (path ?? outer) : `${outer}.${path}`;
    return { urn: source.urn, ...(property === undefined ? {} : { property }) };
}

/** A text; numbers and booleans are taken for the text they print as. Absent, null: the fallback. */
export function text(source: Source, path: string): Reading<string | undefined>;
export function text(source: Source, path: string, fallback: string): Reading<string>;
export function text(source: Source, path: string, fallback?: string): Reading<string | undefined> {
    return read(source, path, fallback, "a text", (value) =>
        typeof value === "string" ? value : isScalar(value) ? String(value) : undefined,
    );
}

/** A boolean, which launch templates and some others write as a text ("true", "false"). */
export function flag(source: Source, path: string): Reading<boolean | undefined>;
export function flag(source: Source, path: string, fallback: boolean): Reading<boolean>;
export function flag(source: Source, path: string, fallback?: boolean): Reading<boolean | undefined> {
    return read(source, path, fallback, "true or false", (value) => {
        const written = typeof value === "string" ? value.toLowerCase() : value;
        return written === true || written === "true" || written === "1"
            ? true
            : written === false || written === "false" || written === "0"
              ? false
              : undefined;
    });
}

/** A number, or a text that is one. */
export function number(source: Source, path: string): Reading<number | undefined>;
export function number(source: Source, path: string, fallback: number): Reading<number>;
export function number(source: Source, path: string, fallback?: number): Reading<number | undefined> {
    return read(source, path, fallback, "a number", (value) => {
        const parsed = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
        return typeof parsed === "number" && Number.isFinite(parsed) ? parsed : undefined;
    });
}

/** A list of texts, empty when absent. Unknown as soon as one of them is. */
export function texts(source: Source, path: string): Reading<readonly string[]> {
    return read<readonly string[]>(source, path, [], "a list of texts", (value) =>
        Array.isArray(value) && value.every(isScalar) ? value.map(String) : undefined,
    );
}

/** A list of nested blocks, empty when absent. A block can be unknown by itself: reading it says so. */
export function blocks(source: Source, path: string): Reading<readonly Block[]> {
    const place = at(source, path);
    const value = valueAt(source, path);
    if (value === undefined || value === null) {
        return { known: true, value: [], place };
    }
    const items = Array.isArray(value) ? (value as readonly PropertyValue[]) : [value];
    if (isUnknown(value) || !items.every(isBlock)) {
        return notKnown(place, value, "a list of blocks");
    }
    const found = items.map((properties, i) => ({
        urn: source.urn,
        property: Array.isArray(value) ? `${place.property ?? ""}[${i}]` : (place.property ?? ""),
        properties,
    }));
    return { known: true, value: found, place };
}

/** One nested block; undefined when absent. A list is read as its first block. */
export function block(source: Source, path: string): Reading<Block | undefined> {
    const found = blocks(source, path);
    return found.known ? { ...found, value: found.value[0] } : found;
}

/** Whether the property is set at all. A value that is not known yet is set; an empty one is not. */
export function isSet(source: Source, path: string): boolean {
    const value = valueAt(source, path);
    return !(
        value === undefined ||
        value === null ||
        value === "" ||
        (Array.isArray(value) && value.length === 0)
    );
}

/** A fault unless the value is known and good; undecidable where it is not known. */
export function faultUnless<T>(
    reading: Reading<T>,
    isGood: (value: T) => boolean,
    message: string | ((value: T) => string),
    details?: FaultDetails,
): readonly Fault[] {
    if (!reading.known) {
        return [undecidable(reading.undecided)];
    }
    if (isGood(reading.value)) {
        return [];
    }
    const said = typeof message === "string" ? message : message(reading.value);
    return [violates(reading.place, said, details)];
}

/** The raw value at a dotted path (`metadataOptions.httpTokens`, `ingress[0].protocol`). */
export function valueAt(source: Source, path: string): PropertyValue {
    let value: PropertyValue = source.properties;
    for (const step of path.split(/[.[\]]+/).filter((part) => part !== "")) {
        if (value === undefined || value === null || isUnknown(value) || typeof value !== "object") {
            return isUnknown(value) ? value : undefined;
        }
        const holder = value as { readonly [key: string]: PropertyValue };
        // A nested block that may occur once is a list of one under some of the tokens.
        const lone: PropertyValue = Array.isArray(value) && !/^\d+$/.test(step) ? value[0] : undefined;
        value = isBlock(lone) ? ((lone as typeof holder)[step] ?? undefined) : ownValue(holder, step);
    }
    return value;
}

function ownValue(holder: { readonly [key: string]: PropertyValue }, key: string): PropertyValue {
    return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function read<T>(
    source: Source,
    path: string,
    fallback: T | undefined,
    expected: string,
    convert: (value: PropertyValue) => T | undefined,
): Reading<T> {
    const place = at(source, path);
    const value = valueAt(source, path);
    if (value === undefined || value === null || value === "") {
        return { known: true, value: fallback as T, place };
    }
    const converted = hasUnknown(value) ? undefined : convert(value);
    return converted === undefined
        ? notKnown(place, value, expected)
        : { known: true, value: converted, place };
}

function notKnown(place: Place, value: PropertyValue, expected: string): Reading<never> {
    const open = hasUnknown(value);
    return {
        known: false,
        undecided: {
            urn: place.urn,
            property: place.property ?? "",
            reason: open ? "it is not known before the update" : `it is not ${expected}`,
            remedy: open
                ? "Set it to a literal value, or to something the program knows before anything is created."
                : `Set it to ${expected}.`,
        },
    };
}

const isScalar = (value: PropertyValue): value is string | number | boolean =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const isBlock = (value: PropertyValue): boolean =>
    typeof value === "object" && value !== null && !Array.isArray(value);
