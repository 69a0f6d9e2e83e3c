import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { RegistrationAlias, RegistrationOptions } from "./recorded-registration";

export type WireProperties = { readonly [property: string]: unknown };

/** A request's options, without those it leaves at their defaults. */
export function optionsOf(request: RegisterResourceRequest): RegistrationOptions {
    const timeouts = request.getCustomtimeouts();
    return present({
        protect: request.hasProtect() ? request.getProtect() : undefined,
        ignoreChanges: listed(request.getIgnorechangesList()),
        replaceOnChanges: listed(request.getReplaceonchangesList()),
        deleteBeforeReplace: request.getDeletebeforereplacedefined()
            ? request.getDeletebeforereplace()
            : undefined,
        retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
        deletedWith: request.getDeletedwith() || undefined,
        aliases: listed([...request.getAliasesList().map(aliasOf), ...request.getAliasurnsList()]),
        additionalSecretOutputs: listed(request.getAdditionalsecretoutputsList()),
        customTimeouts: filled({
            create: timeouts?.getCreate() || undefined,
            update: timeouts?.getUpdate() || undefined,
            delete: timeouts?.getDelete() || undefined,
        }),
        import: request.getImportid() || undefined,
        version: request.getVersion() || undefined,
        providers: filled(Object.fromEntries(request.getProvidersMap().getEntryList())),
    });
}

/** For each input, the URNs of the resources it was computed from. */
export function propertyDependenciesOf(request: RegisterResourceRequest): {
    readonly [property: string]: readonly string[];
} {
    const dependencies: { [property: string]: readonly string[] } = {};
    request.getPropertydependenciesMap().forEach((urns, property) => {
        dependencies[property] = urns.getUrnsList();
    });
    return dependencies;
}

function aliasOf(alias: Alias): RegistrationAlias {
    const spec = alias.getSpec();
    if (spec === undefined) {
        return alias.getUrn();
    }
    return present({
        name: spec.getName() || undefined,
        type: spec.getType() || undefined,
        stack: spec.getStack() || undefined,
        project: spec.getProject() || undefined,
        parent: spec.getParenturn() || undefined,
        noParent: spec.getNoparent() || undefined,
    });
}

const listed = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const filled = <T extends object>(object: T): T | undefined => {
    const kept = present(object);
    return Object.keys(kept).length === 0 ? undefined : kept;
};

const present = <T extends object>(object: T): T =>
    Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
