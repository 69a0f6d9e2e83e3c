import type { ResourceRecord } from "../model/resource-record";
import { knownId, layProperties } from "./property-layers";
import { isObject, propertyValue, propertyValues } from "./property-values";
import { UnreadableRecordsError } from "./unreadable-records";

/** Reads one resource as the engine writes it down, in a state and in the steps of a preview alike. */
export function recordFromEngineResource(resource: unknown, place: string): ResourceRecord {
    if (!isObject(resource)) {
        throw new UnreadableRecordsError(`${place} is no resource`);
    }
    const { urn, type } = resource;
    if (typeof urn !== "string" || typeof type !== "string") {
        throw new UnreadableRecordsError(`${place} has no "urn" or no "type"`);
    }
    const id = knownId(propertyValue(resource["id"]));
    const { parent, provider } = resource;
    return {
        urn,
        type,
        name: urn.slice(urn.lastIndexOf("::") + 2),
        custom: resource["custom"] === true,
        ...(id === undefined ? {} : { id }),
        ...(saysNothing(resource["inputs"]) && !saysNothing(resource["outputs"])
            ? { properties: propertyValues(resource["outputs"]) }
            : layProperties(resource["inputs"], resource["outputs"])),
        propertyDependencies: dependenciesByProperty(resource["propertyDependencies"]),
        dependencies: texts(resource["dependencies"]),
        ...(typeof parent === "string" && parent !== "" ? { parent } : {}),
        ...(typeof provider === "string" && provider !== "" ? { provider } : {}),
        ...(resource["external"] === true ? { external: true } : {}),
        ...(resource["protect"] === true ? { protect: true } : {}),
    };
}

/** Where only outputs were written down, as by a converter, nothing tells what is stated from what is reported. */
const saysNothing = (properties: unknown): boolean =>
    !isObject(properties) || Object.keys(properties).length === 0;

export function dependenciesByProperty(value: unknown): ResourceRecord["propertyDependencies"] {
    return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([property, urns]) => [property, texts(urns)]))
        : {};
}

export const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];
