/** The type of the one resource that stands for the stack itself; it takes no part in type chains. */
export const stackType = "pulumi:pulumi:Stack";

/**
 * The URN that the engine gives a resource: the types of all its ancestors up to, but without, the
 * stack, its own type, and its name.
 */
export function resourceUrn(
    project: string,
    stack: string,
    parent: string | undefined,
    type: string,
    name: string,
): string {
    const ancestry = parent === undefined ? stackType : typeChain(parent);
    const chain = ancestry === stackType ? type : `${ancestry}$${type}`;
    return `urn:pulumi:${stack}::${project}::${chain}::${name}`;
}

/** A resource's own type with those of its ancestors before it, as its URN carries them. */
export const typeChain = (urn: string): string => urn.split("::")[2] ?? "";

/** A resource's logical name. It may itself hold `::`. */
export const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");

/** A resource's own type. */
export const typeOf = (urn: string): string => typeChain(urn).split("$").at(-1) ?? "";

/** The package that provides a type: `aws` for `aws:ec2/vpc:Vpc`. */
export const packageOf = (type: string): string => type.split(":")[0] ?? "";

/** The stack and the project that a resource belongs to; none for what is no URN. */
export function stackOf(urn: string): { readonly stack?: string; readonly project?: string } {
    const [, stack, project] = /^urn:pulumi:(.+?)::(.+?)::/.exec(urn) ?? [];
    return stack === undefined || project === undefined ? {} : { stack, project };
}
