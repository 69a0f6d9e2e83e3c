import type { ResourceRecord } from "../model/resource-record";
import { knownId, layProperties } from "./property-layers";
import { propertyValue } from "./property-values";

/**
 * What an offline monitor records when a program registers a resource. Values are plain JSON as the
 * SDK sends them: its texts for unknowns and its envelopes for secrets may be left in, or already be
 * replaced by `unknownValue` and the secret itself.
 */
export interface Registration {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** False for a component. */
    readonly custom: boolean;
    /** Left out while it is unknown. */
    readonly id?: string;
    readonly inputs: { readonly [property: string]: unknown };
    /** What the monitor answered beyond the inputs, if anything. */
    readonly outputs?: { readonly [property: string]: unknown };
    readonly parent?: string;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: { readonly [property: string]: readonly string[] };
    readonly provider?: string;
    readonly protect?: boolean;
    /** Only read (`Vpc.get`), not managed. */
    readonly external?: boolean;
}

/** Reads what an offline monitor recorded, in the order of registration. */
export function recordsFromRegistrations(registrations: Iterable<Registration>): ResourceRecord[] {
    return Array.from(registrations, (registration) => {
        const id = knownId(propertyValue(registration.id));
        return {
            urn: registration.urn,
            type: registration.type,
            name: registration.name,
            custom: registration.custom,
            ...(id === undefined ? {} : { id }),
            ...layProperties(registration.inputs, registration.outputs),
            propertyDependencies: registration.propertyDependencies ?? {},
            dependencies: registration.dependencies ?? [],
            ...(registration.parent ? { parent: registration.parent } : {}),
            ...(registration.provider ? { provider: registration.provider } : {}),
            ...(registration.external === true ? { external: true } : {}),
            ...(registration.protect === true ? { protect: true } : {}),
        };
    });
}
