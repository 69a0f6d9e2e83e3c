/**
 * One registered resource, as every reader hands it on: from a recorded registration, from
 * `pulumi preview --json`, from `pulumi stack export`, or from CrossGuard's policy resources.
 */
export interface ResourceRecord {
    readonly urn: string;
    /** The type token as registered, for example `aws:ec2/subnet:Subnet`. */
    readonly type: string;
    readonly name: string;
    /** Whether a provider manages it; a component has no provider and no id. */
    readonly custom: boolean;
    /** The provider's id, where it is known. */
    readonly id?: string;
    /** Inputs where the source has them, outputs laid over where it has those too. */
    readonly properties: { readonly [property: string]: PropertyValue };
    /**
     * The inputs alone, where the source tells them from what the provider fills in: a security
     * group's outputs also hold the rules of standalone resources, a table's their routes.
     */
    readonly inputs?: { readonly [property: string]: PropertyValue };
    /** For each top-level property, the URNs of the resources its value was computed from. */
    readonly propertyDependencies: { readonly [property: string]: readonly string[] };
    readonly dependencies: readonly string[];
    readonly parent?: string;
    readonly provider?: string;
    /** Whether it is only read (`Vpc.get`), not managed, by this stack. */
    readonly external?: boolean;
    readonly protect?: boolean;
}

/** A value that the plan does not know yet. */
export interface UnknownValue {
    readonly palisadeUnknown: true;
    /** URNs of what this very value was computed from, where the source tells more than by property. */
    readonly sources?: readonly string[];
}

export type PropertyValue =
    | null
    | undefined
    | boolean
    | number
    | string
    | UnknownValue
    | readonly PropertyValue[]
    | { readonly [key: string]: PropertyValue };

export const unknownValue: UnknownValue = Object.freeze({ palisadeUnknown: true });

export const unknownFrom = (sources: readonly string[]): UnknownValue => ({ palisadeUnknown: true, sources });

export const isUnknown = (value: PropertyValue): value is UnknownValue =>
    typeof value === "object" && value !== null && (value as UnknownValue).palisadeUnknown === true;

/** Whether the value, or anything inside it, is unknown. */
export function hasUnknown(value: PropertyValue): boolean {
    if (typeof value !== "object" || value === null) {
        return false;
    }
    if (isUnknown(value)) {
        return true;
    }
    return Object.values(value as { [key: string]: PropertyValue }).some(hasUnknown);
}

/** Something the plan leaves open, and what its writer can do about it. */
export interface Undecided {
    readonly urn: string;
    /** The path of the property inside the resource, for example `ingress[2].cidrBlocks`. */
    readonly property: string;
    readonly reason: string;
    readonly remedy: string;
}
