import type { RecordedRegistration } from "../../../../cli/offline/recorded-registration";
import { isSecret, unknownText, unwrapSecret } from "../../../../cli/offline/wire-values";

/** The parameter that stands for what nobody knows before the update. */
export const unknownParameter = "Unknown";

export type Properties = { readonly [property: string]: unknown };

/** Reads a registration's inputs as a template writes them: what is not known yet by `Ref`. */
export class Reader {
    public constructor(
        private readonly registration: RecordedRegistration,
        private readonly logicalIds: ReadonlyMap<string, string>,
    ) {}

    /** The value of a property, or of one inside a block. */
    public get(path: string): unknown {
        const [property = "", ...inner] = path.split(".");
        let value: unknown = unwrapSecret(this.registration.inputs[property]);
        for (const step of inner) {
            value = (value as Properties | undefined)?.[step];
        }
        return this.converted(value, this.references(property));
    }

    /** Properties whose names differ in the first letter's case only; those that are not set are left out. */
    public same(...properties: readonly string[]): Properties {
        return this.named(Object.fromEntries(properties.map((property) => [pascalCase(property), property])));
    }

    /** Properties by the template's name for them. */
    public named(names: { readonly [name: string]: string }): Properties {
        return defined(
            Object.fromEntries(Object.entries(names).map(([name, path]) => [name, this.get(path)])),
        );
    }

    /** The blocks of a list, each with its keys in the template's case. */
    public blocks(property: string): readonly Properties[] {
        const list = this.get(property);
        return Array.isArray(list) ? (list as readonly Properties[]).map(pascalKeys) : [];
    }

    /** A policy document that the program writes as JSON text. */
    public document(property: string): unknown {
        const text = this.get(property);
        return typeof text === "string" && text.startsWith("{") ? JSON.parse(text) : text;
    }

    /** The logical ids of what the property was computed from. */
    public sources(property: string): readonly string[] {
        return (this.registration.propertyDependencies[property] ?? []).flatMap(
            (urn) => this.logicalIds.get(urn) ?? [],
        );
    }

    private references(property: string): unknown[] {
        return this.sources(property).map((id) => ({ Ref: id }));
    }

    private converted(value: unknown, references: readonly unknown[]): unknown {
        if (value === unknownText) {
            return references[0] ?? { Ref: unknownParameter };
        }
        if (Array.isArray(value)) {
            const left = [...references];
            return value.map((item) =>
                item === unknownText
                    ? (left.shift() ?? { Ref: unknownParameter })
                    : this.converted(item, references),
            );
        }
        if (typeof value !== "object" || value === null) {
            return value;
        }
        return isSecret(value)
            ? this.converted(unwrapSecret(value), references)
            : Object.fromEntries(
                  Object.entries(value).map(([key, item]) => [key, this.converted(item, references)]),
              );
    }
}

export const pascalCase = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Without what is not set. */
export const defined = (properties: Properties): Properties =>
    Object.fromEntries(
        Object.entries(properties).filter(([, value]) => value !== undefined && value !== null),
    );

/** A block with its keys in the template's case, to any depth; intrinsic functions stay as they are. */
export function pascalKeys(block: unknown): Properties {
    return Object.fromEntries(
        Object.entries(block as Properties).map(([key, value]) => [pascalCase(key), inner(value)]),
    );
}

const inner = (value: unknown): unknown =>
    Array.isArray(value)
        ? value.map(inner)
        : typeof value === "object" && value !== null && !("Ref" in value)
          ? pascalKeys(value)
          : value;

/** Texts that say true or false, as booleans. */
export const flag = (value: unknown): unknown =>
    value === "true" ? true : value === "false" ? false : value;
