import { unknownValue, type PropertyValue } from "../model/resource-record";

/**
 * What Pulumi writes in place of a value that is not known yet, one text for each of its types:
 * boolean, number, string, array, asset, archive and object, in this order
 * (pulumi/sdk/go/common/resource/plugin/rpc.go).
 */
const unknownTexts: ReadonlySet<string> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** What the CLI prints in place of a secret. What it hides cannot be read, so it counts as unknown. */
const hiddenSecretText = "[secret]";

/** The property by which Pulumi marks an object as something else, and what the mark says. */
const markProperty = "4dabf18193072939515e22adb298388d";
const marks = {
    secret: "1b47061264138c4ac30d75fd1eb44270",
    outputValue: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
    resourceReference: "5cf8f73096256a8f31e491e813e4eb8e",
} as const;

type PlainObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is PlainObject =>
    typeof value === "object" && value !== null && !Array.isArray(value);

export const isUnknownText = (value: unknown): boolean =>
    typeof value === "string" && (unknownTexts.has(value) || value === hiddenSecretText);

/**
 * Reads a value as Pulumi writes it down: unknowns become `unknownValue`, secrets and output values
 * are unwrapped (one that is encrypted or hidden is unknown), a reference to a resource is its id.
 */
export function propertyValue(value: unknown): PropertyValue {
    if (typeof value === "string") {
        return isUnknownText(value) ? unknownValue : value;
    }
    if (Array.isArray(value)) {
        return value.map(propertyValue);
    }
    if (isObject(value)) {
        return value["palisadeUnknown"] === true ? unknownValue : objectValue(value);
    }
    return typeof value === "number" || typeof value === "boolean"
        ? value
        : value === null
          ? null
          : undefined;
}

/** Reads a resource's properties. Those that Pulumi and the provider keep for themselves are left out. */
export function propertyValues(properties: unknown): { readonly [property: string]: PropertyValue } {
    const values: { [property: string]: PropertyValue } = {};
    if (isObject(properties)) {
        for (const [property, value] of Object.entries(properties)) {
            if (!property.startsWith("__") && value !== undefined) {
                values[property] = propertyValue(value);
            }
        }
    }
    return values;
}

function objectValue(object: PlainObject): PropertyValue {
    switch (object[markProperty]) {
        case undefined:
            return propertyValues(object);
        case marks.secret:
            return secretValue(object);
        case marks.outputValue:
            return "value" in object ? propertyValue(object["value"]) : unknownValue;
        case marks.resourceReference: {
            const id = object["id"];
            return typeof id === "string" && id !== "" ? propertyValue(id) : unknownValue;
        }
        default:
            return propertyValues(object);
    }
}

function secretValue(envelope: PlainObject): PropertyValue {
    if ("value" in envelope) {
        return propertyValue(envelope["value"]);
    }
    const plaintext = envelope["plaintext"];
    if (typeof plaintext !== "string") {
        return unknownValue;
    }
    try {
        return propertyValue(JSON.parse(plaintext));
    } catch (error) {
        if (error instanceof SyntaxError) {
            return unknownValue;
        }
        throw error;
    }
}
