import * as pulumi from "@pulumi/pulumi";
import type { RecordedRegistration } from "./recorded-registration";
import { readableValue, secretText } from "./readable-value";

/** An input as its program wrote it: plain data, with references in place of other resources' outputs. */
export type WrittenValue =
    | null
    | boolean
    | number
    | string
    | WrittenReference
    | readonly WrittenValue[]
    | { readonly [key: string]: WrittenValue };

/** Exactly one output of a resource, or something computed from outputs of several. */
export type WrittenReference =
    | { readonly ref: string; readonly output: string }
    | { readonly refs: readonly string[]; readonly derived: true };

export type WrittenInputs = ReadonlyMap<string, { readonly [property: string]: WrittenValue }>;

/**
 * Sees every resource's inputs before the SDK resolves them, so that a reference can be told by
 * identity: `subnet.id` passed on is the very object that the subnet holds as its `id`.
 */
export class ReferenceRecorder {
    readonly #seen: pulumi.ResourceTransformationArgs[] = [];

    readonly transformation: pulumi.ResourceTransformation = (args) => {
        this.#seen.push(args);
        return undefined;
    };

    /** The inputs of every registered resource, once the program has ended. */
    async resolve(registrations: readonly RecordedRegistration[]): Promise<WrittenInputs> {
        const written = new Map<string, { readonly [property: string]: WrittenValue }>();
        for (const { resource, props } of this.#seen) {
            const inputs = (await writtenOf(props)) as { readonly [property: string]: WrittenValue };
            written.set(await urnOf(resource), inputs);
        }
        for (const { urn, inputs } of registrations) {
            if (!written.has(urn)) {
                written.set(urn, readableValue(inputs) as { readonly [property: string]: WrittenValue });
            }
        }
        return written;
    }
}

async function writtenOf(value: unknown): Promise<WrittenValue | undefined> {
    if (pulumi.Output.isInstance(value)) {
        return referenceOf(value);
    }
    if (pulumi.Resource.isInstance(value)) {
        return { ref: await urnOf(value), output: pulumi.CustomResource.isInstance(value) ? "id" : "urn" };
    }
    if (value instanceof Promise) {
        return writtenOf(await value);
    }
    if (Array.isArray(value)) {
        const elements = await Promise.all(value.map(writtenOf));
        return elements.map((element) => element ?? null);
    }
    if (typeof value === "object" && value !== null) {
        return pulumi.asset.Asset.isInstance(value) || pulumi.asset.Archive.isInstance(value)
            ? (readableValue(value) as WrittenValue)
            : writtenObject(value);
    }
    return typeof value === "function" ? undefined : (value as null | boolean | number | string | undefined);
}

async function writtenObject(object: object): Promise<{ readonly [key: string]: WrittenValue }> {
    const written: { [key: string]: WrittenValue } = {};
    for (const [key, element] of Object.entries(object)) {
        const value = await writtenOf(element);
        if (value !== undefined) {
            written[key] = value;
        }
    }
    return written;
}

async function referenceOf(output: pulumi.Output<unknown>): Promise<WrittenValue> {
    const { resources, isKnown, isSecret, promise } = output as unknown as OutputState;
    const sources = [...resources.call(output)];
    for (const source of sources) {
        const property = Object.entries(source).find(([, value]) => value === output)?.[0];
        if (property !== undefined) {
            return { ref: await urnOf(source), output: property };
        }
    }
    if (sources.length === 0 && (await isKnown)) {
        return (await isSecret) ? secretText : (readableValue(await promise.call(output)) as WrittenValue);
    }
    const refs = await Promise.all(sources.map(urnOf));
    return { refs: [...new Set(refs)].sort(), derived: true };
}

/** What an output knows about itself; the SDK's types keep it to the SDK. */
interface OutputState {
    resources(): ReadonlySet<pulumi.Resource>;
    promise(withUnknowns?: boolean): Promise<unknown>;
    readonly isKnown: Promise<boolean>;
    readonly isSecret: Promise<boolean>;
}

const urnOf = (resource: pulumi.Resource): Promise<string> =>
    (resource.urn as unknown as OutputState).promise() as Promise<string>;
