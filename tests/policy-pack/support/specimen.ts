/** A resource of a specimen program, as its author would write it. */
export interface SpecimenResource {
    readonly type: string;
    readonly name: string;
    readonly inputs: { readonly [property: string]: SpecimenValue };
    /** What only the provider can fill in, beyond `id` and `arn`, once it exists. */
    readonly outputs?: { readonly [property: string]: SpecimenValue };
    /** The component it is made by, by name. */
    readonly parent?: string;
}

/** An output of another resource of the specimen. */
export interface Reference {
    readonly reference: string;
    readonly output: string;
}

export type SpecimenValue =
    | null
    | undefined
    | boolean
    | number
    | string
    | Reference
    | readonly SpecimenValue[]
    | { readonly [key: string]: SpecimenValue };

export const ref = (resource: string, output = "id"): Reference => ({ reference: resource, output });

export const isReference = (value: unknown): value is Reference =>
    typeof value === "object" && value !== null && "reference" in value;

export function resource(
    type: string,
    name: string,
    inputs: SpecimenResource["inputs"] = {},
    outputs: SpecimenResource["inputs"] = {},
): SpecimenResource {
    return { type, name, inputs, outputs };
}

/** A small program, with a section of the configuration of its own where it needs one. */
export type Specimen =
    | readonly SpecimenResource[]
    | { readonly config: object; readonly resources: readonly SpecimenResource[] };

/** Small programs, each under a title that says what is in it. */
export interface Specimens {
    /** Those the policy must be satisfied with. */
    readonly compliant: { readonly [title: string]: Specimen };
    /** Those it must find at fault, whether ids are known or not. */
    readonly violating: { readonly [title: string]: Specimen };
    /** Those that a first preview cannot decide. */
    readonly undecidable?: { readonly [title: string]: Specimen };
    /** The policy's section of the configuration. */
    readonly config?: object;
}
