import type { Properties } from "./property-values";

/** A resource as the engine writes it, into its state and into a preview. */
export interface EngineResource {
    readonly urn: string;
    readonly custom: boolean;
    readonly id?: string;
    readonly type: string;
    readonly inputs?: Properties;
    readonly outputs?: Properties;
    readonly parent?: string;
    readonly protect?: boolean;
    readonly external?: boolean;
    readonly delete?: boolean;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: { readonly [property: string]: readonly string[] | null };
    readonly initErrors?: readonly string[];
    readonly [other: string]: unknown;
}

/** What `pulumi stack export` writes. */
export interface Deployment {
    readonly version: number;
    readonly deployment: {
        readonly resources?: readonly EngineResource[];
        readonly pending_operations?: readonly { readonly type: string; readonly resource: EngineResource }[];
        readonly [other: string]: unknown;
    };
}

/** What `pulumi preview --json` prints. */
export interface PreviewDigest {
    readonly steps: readonly {
        readonly op: string;
        readonly urn: string;
        readonly newState?: EngineResource;
        readonly oldState?: EngineResource;
    }[];
    readonly changeSummary: { readonly [op: string]: number };
    readonly diagnostics?: readonly { readonly message: string; readonly severity: string }[];
}

export const resourcesOf = ({ deployment }: Deployment): readonly EngineResource[] =>
    deployment.resources ?? [];
