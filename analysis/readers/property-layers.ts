import { hasUnknown, isUnknown, type PropertyValue } from "../model/resource-record";
import { propertyValues } from "./property-values";

type Properties = { readonly [property: string]: PropertyValue };

/** What a resource's inputs and outputs say together. */
export interface PropertyLayers {
    readonly inputs: Properties;
    readonly properties: Properties;
}

/**
 * Lays outputs over inputs. A provider's outputs are nearer to what will exist, but during a preview
 * they can be less known than the inputs they come from; then the input stays.
 */
export function layProperties(statedInputs: unknown, reportedOutputs: unknown): PropertyLayers {
    const inputs = propertyValues(statedInputs);
    const properties: { [property: string]: PropertyValue } = { ...inputs };
    for (const [property, output] of Object.entries(propertyValues(reportedOutputs))) {
        const input = inputs[property];
        const lessKnown = input !== undefined && hasUnknown(output) && !hasUnknown(input);
        if (!lessKnown) {
            properties[property] = output;
        }
    }
    return { inputs, properties };
}

/** An id that is known; Pulumi writes an empty text or an unknown while it is not. */
export function knownId(id: PropertyValue): string | undefined {
    return typeof id === "string" && id !== "" && !isUnknown(id) ? id : undefined;
}
