import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/** Inputs or outputs as they travel between the engine and a provider: JSON, with unknowns marked. */
export type Properties = { [property: string]: Value };
export type Value = null | boolean | number | string | Value[] | Properties;

/** What the engine sends, and is sent, for a value that is not known before the update. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const isUnknown = (value: Value | undefined): boolean => value === unknown;

export const isRecord = (value: Value | undefined): value is Properties =>
    typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether an unknown stands anywhere inside. */
export function holdsUnknown(value: Value | undefined): boolean {
    if (Array.isArray(value)) {
        return value.some(holdsUnknown);
    }
    return isRecord(value) ? Object.values(value).some(holdsUnknown) : isUnknown(value);
}

/** Every string anywhere inside. */
export function stringsIn(value: Value | undefined): string[] {
    if (Array.isArray(value)) {
        return value.flatMap(stringsIn);
    }
    if (isRecord(value)) {
        return Object.values(value).flatMap(stringsIn);
    }
    return typeof value === "string" ? [value] : [];
}

/** The same text for the same value, whatever the order of its keys. */
export function canonical(value: Value | undefined): string {
    if (Array.isArray(value)) {
        return `[${value.map(canonical).join(",")}]`;
    }
    if (isRecord(value)) {
        const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
        return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
    }
    return JSON.stringify(value ?? null);
}

/** The strings of a property that holds one, a list of them, or nothing. */
export function texts(value: Value | undefined): string[] {
    return Array.isArray(value) ? value.filter((inner) => typeof inner === "string") : [value].filter(isText);
}

export const isText = (value: Value | undefined): value is string =>
    typeof value === "string" && value !== "";

export function fromStruct(struct: Struct | undefined): Properties {
    return struct === undefined ? {} : (struct.toJavaScript() as Properties);
}

export function toStruct(properties: Properties): Struct {
    return Struct.fromJavaScript(properties as { [key: string]: JavaScriptValue });
}
