import { isUnknown, type PropertyValue, type ResourceRecord } from "../../analysis/model/resource-record";
import type { RecordedRegistration } from "./recorded-registration";
import { unknownText } from "./wire-values";

/** Resources read from a file, as their program would have registered them. */
export const registrationsOf = (records: readonly ResourceRecord[]): RecordedRegistration[] =>
    records.map((record) => ({
        ...record,
        remote: false,
        inputs: onTheWire(record.inputs ?? record.properties),
        outputs: onTheWire(record.properties),
        options: record.protect === true ? { protect: true } : {},
    }));

type Properties = ResourceRecord["properties"];

const onTheWire = (properties: Properties): { readonly [property: string]: unknown } =>
    Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, wireValue(value)]));

function wireValue(value: PropertyValue): unknown {
    if (typeof value !== "object" || value === null) {
        return value;
    }
    if (isUnknown(value)) {
        return unknownText;
    }
    return Array.isArray(value) ? value.map(wireValue) : onTheWire(value as Properties);
}
