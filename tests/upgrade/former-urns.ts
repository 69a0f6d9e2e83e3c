import { nameOf, resourceUrn, stackOf, typeOf } from "../../cli/offline/urn";
import type { RecordedRegistration, RegistrationAlias } from "../../cli/offline/recorded-registration";

type Registered = Pick<RecordedRegistration, "urn" | "parent" | "options">;

/**
 * The URNs that each resource also answers to: those that its own aliases spell, and those that it inherits
 * from its parents' aliases, as the engine works them out.
 */
export function formerUrns(registrations: readonly Registered[]): Map<string, readonly string[]> {
    const former = new Map<string, readonly string[]>();
    for (const { urn, parent, options } of registrations) {
        const parents = parent === undefined ? [] : (former.get(parent) ?? []);
        const own = (options.aliases ?? []).flatMap((alias) => spelled(alias, urn, parent, parents));
        const inherited = parents.map((old) => childOf(old, urn, parent!));
        former.set(urn, [...new Set([...own, ...inherited])]);
    }
    return former;
}

/** A child that is named after its parent takes the parent's old name with the parent. */
function childOf(
    oldParent: string,
    urn: string,
    parent: string,
    name = nameOf(urn),
    type = typeOf(urn),
): string {
    const renamed = name.startsWith(nameOf(parent))
        ? nameOf(oldParent) + name.slice(nameOf(parent).length)
        : name;
    const { stack, project } = stackOf(urn);
    return resourceUrn(project!, stack!, oldParent, type, renamed);
}

function spelled(
    alias: RegistrationAlias,
    urn: string,
    parent: string | undefined,
    oldParents: readonly string[],
): readonly string[] {
    if (typeof alias === "string") {
        return [alias];
    }
    const { name = nameOf(urn), type = typeOf(urn) } = alias;
    const { stack, project } = { ...stackOf(urn), ...alias };
    const placed = alias.noParent === true ? undefined : (alias.parent ?? parent);
    const plain = resourceUrn(project!, stack!, placed, type, name);
    const movesAlong = alias.noParent !== true && alias.parent === undefined;
    return [plain, ...(movesAlong ? oldParents.map((old) => childOf(old, urn, parent!, name, type)) : [])];
}
