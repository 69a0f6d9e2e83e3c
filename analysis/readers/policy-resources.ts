import type { ResourceRecord } from "../model/resource-record";
import { knownId, layProperties } from "./property-layers";
import { isObject, propertyValues } from "./property-values";

/**
 * The part of CrossGuard's `PolicyResource` that is read; what `validateStack` gets satisfies it. Whoever
 * makes one by hand may leave out what there is none of.
 */
export interface StackPolicyResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** The outputs, behind CrossGuard's proxy that throws when an unknown is touched. */
    readonly props: object;
    readonly opts?: { readonly protect?: boolean };
    readonly provider?: { readonly urn: string; readonly props?: object };
    readonly parent?: { readonly urn: string };
    readonly dependencies?: readonly { readonly urn: string }[];
    readonly propertyDependencies?: { readonly [property: string]: readonly { readonly urn: string }[] };
}

/** The part of CrossGuard's `ResourceValidationArgs` that is read; what `validateResource` gets satisfies it. */
export interface ValidatedResource {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    /** The checked inputs, behind the same proxy. */
    readonly props: object;
    readonly opts?: { readonly protect?: boolean; readonly parent?: string };
    readonly provider?: { readonly urn: string };
}

/**
 * Reads the resources that `validateStack` gets. They carry outputs only, so what the provider fills
 * in cannot be told from what the program states, nor a resource that is only read from one that is
 * managed. Whoever also runs a resource policy can remember each resource's record and hand these
 * in as `validated`: with them, both can be told.
 */
export function recordsFromPolicyResources(
    resources: Iterable<StackPolicyResource>,
    validated?: ReadonlyMap<string, ResourceRecord>,
): ResourceRecord[] {
    return Array.from(resources, (resource) => {
        const inputs = validated?.get(resource.urn)?.inputs;
        const custom = isCustom(resource);
        const layers = layProperties(inputs, behindProxy(resource.props));
        const id = knownId(layers.properties["id"]);
        return {
            urn: resource.urn,
            type: resource.type,
            name: nameOf(resource),
            custom,
            ...(id === undefined ? {} : { id }),
            properties: layers.properties,
            ...(inputs === undefined ? {} : { inputs }),
            propertyDependencies: Object.fromEntries(
                Object.entries(resource.propertyDependencies ?? {}).map(([property, sources]) => [
                    property,
                    sources.map(({ urn }) => urn),
                ]),
            ),
            dependencies: (resource.dependencies ?? []).map(({ urn }) => urn),
            ...(resource.parent === undefined ? {} : { parent: resource.parent.urn }),
            ...(resource.provider === undefined ? {} : { provider: resource.provider.urn }),
            ...(custom && validated !== undefined && inputs === undefined ? { external: true } : {}),
            ...(resource.opts?.protect === true ? { protect: true } : {}),
        };
    });
}

/** Reads the one resource that `validateResource` gets: its inputs, and no dependencies. */
export function recordFromValidatedResource(resource: ValidatedResource): ResourceRecord {
    const inputs = propertyValues(behindProxy(resource.props));
    return {
        urn: resource.urn,
        type: resource.type,
        name: nameOf(resource),
        custom: isCustom(resource),
        properties: inputs,
        inputs,
        propertyDependencies: {},
        dependencies: [],
        ...(resource.opts?.parent ? { parent: resource.opts.parent } : {}),
        ...(resource.provider === undefined ? {} : { provider: resource.provider.urn }),
        ...(resource.opts?.protect === true ? { protect: true } : {}),
    };
}

/** Its name, or the end of its URN where whoever made it by hand left the name out. */
const nameOf = ({ name, urn }: { readonly name?: string; readonly urn?: string }): string =>
    name ?? urn?.split("::").pop() ?? "";

/** CrossGuard's proxy hands out what it guards under this name (@pulumi/policy proxy.ts). */
function behindProxy(props: object | undefined): unknown {
    const target = (props as { readonly __getSpecialProxyTarget?: unknown } | undefined)
        ?.__getSpecialProxyTarget;
    return isObject(target) ? target : props;
}

/** CrossGuard does not say which resources are components: those have no provider, and no module path. */
function isCustom(resource: { readonly type: string; readonly provider?: object }): boolean {
    return (
        resource.provider !== undefined ||
        resource.type.startsWith("pulumi:providers:") ||
        /^[^:]+:[^:]+\/[^:]+:[^:]+$/.test(resource.type)
    );
}
