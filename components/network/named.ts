import type * as pulumi from "@pulumi/pulumi";

/** What every part of a network is made with. */
export interface PartContext {
    /** The network's name, with which every name of a part begins. */
    readonly name: string;
    readonly tags: { readonly [key: string]: pulumi.Input<string> };
    readonly parent: pulumi.ComponentResource;
}

/** The tags of one resource: those of all, and the name that people see, which may change freely. */
export const named = (context: PartContext, name: string): { [key: string]: pulumi.Input<string> } => ({
    ...context.tags,
    Name: name,
});

/** The tags of what sits in a tier, whose key they tell. A `Tier` that the user gives to everything stays. */
export const namedInTier = (
    context: PartContext,
    name: string,
    tier: string,
): { [key: string]: pulumi.Input<string> } => ({ Tier: tier, ...named(context, name) });
