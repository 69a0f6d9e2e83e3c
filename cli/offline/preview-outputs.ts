import type { RecordedRegistration } from "./recorded-registration";
import { isSecret, secretOf, unknownText, unwrapSecret } from "./wire-values";

/**
 * What a provider answers when it is asked to create a resource in a preview: every input that is
 * known, unknowns where inputs are unknown. Outputs that are left out are unknown to the program.
 *
 * The AWS provider merges its default tags with a resource's own into `tagsAll` already when it
 * checks the inputs, so these are known too.
 */
export function previewOutputs(
    registration: Pick<RecordedRegistration, "type" | "inputs" | "options">,
    defaultTags: { readonly [tag: string]: string },
): { readonly [property: string]: unknown } {
    const outputs: { [property: string]: unknown } = { ...registration.inputs };
    const tags = unwrapSecret(outputs.tags);
    if (registration.type.startsWith("aws:") && isPlainObject(tags)) {
        const all = { ...defaultTags, ...tags };
        outputs.tagsAll = isSecret(outputs.tags) ? secretOf(all) : all;
    }
    for (const property of registration.options.additionalSecretOutputs ?? []) {
        if (!isSecret(outputs[property])) {
            outputs[property] = secretOf(outputs[property] ?? unknownText);
        }
    }
    return outputs;
}

const isPlainObject = (value: unknown): value is { readonly [key: string]: unknown } =>
    typeof value === "object" && value !== null && !Array.isArray(value);
