import { unknownFrom, unknownValue, type PropertyValue, type ResourceRecord } from "../model/resource-record";
import { dependenciesByProperty, texts } from "./engine-resources";
import { isObject, propertyValue } from "./property-values";
import { UnreadableRecordsError } from "./unreadable-records";

/** Reads the output of `palisade preview --json`, which says of each value which resources it comes from. */
export function recordsFromPalisadePreview(report: unknown): ResourceRecord[] {
    const resources = isObject(report) ? report["resources"] : undefined;
    if (!Array.isArray(resources)) {
        throw new UnreadableRecordsError('a report has "resources"; make one with `palisade preview --json`');
    }
    return (resources as unknown[]).map((resource, position): ResourceRecord => {
        if (
            !isObject(resource) ||
            typeof resource["urn"] !== "string" ||
            typeof resource["type"] !== "string"
        ) {
            throw new UnreadableRecordsError(`resources[${position}] has no "urn" or no "type"`);
        }
        const { urn, type, name, parent, provider, options } = resource;
        const inputs = inputValues(resource["inputs"]);
        return {
            urn,
            type,
            name: typeof name === "string" ? name : urn.slice(urn.lastIndexOf("::") + 2),
            custom: resource["custom"] === true,
            properties: inputs,
            inputs,
            propertyDependencies: dependenciesByProperty(resource["propertyDependencies"]),
            dependencies: texts(resource["dependencies"]),
            ...(typeof parent === "string" ? { parent } : {}),
            ...(typeof provider === "string" ? { provider } : {}),
            ...(resource["external"] === true ? { external: true } : {}),
            ...(isObject(options) && options["protect"] === true ? { protect: true } : {}),
        };
    });
}

function inputValues(inputs: unknown): { readonly [property: string]: PropertyValue } {
    return isObject(inputs)
        ? Object.fromEntries(Object.entries(inputs).map(([property, value]) => [property, inputValue(value)]))
        : {};
}

/** A value as the report writes it: a reference is an unknown that tells where it comes from. */
function inputValue(value: unknown): PropertyValue {
    if (Array.isArray(value)) {
        return value.map(inputValue);
    }
    if (!isObject(value)) {
        return propertyValue(value);
    }
    const keys = Object.keys(value).sort().join();
    if (keys === "output,ref" && typeof value["ref"] === "string") {
        return unknownFrom([value["ref"]]);
    }
    if (keys === "derived,refs" && value["derived"] === true) {
        const sources = texts(value["refs"]);
        return sources.length === 0 ? unknownValue : unknownFrom(sources);
    }
    return keys === "unknown" && value["unknown"] === true ? unknownValue : inputValues(value);
}
