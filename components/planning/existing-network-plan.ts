import type { Problem } from "./problem";
import { problemsOfUnknown } from "./unknown-names";

/** A description of a network and the ids that go with it. */
export interface ExistingNetworkChoices {
    readonly network: {
        readonly zones: { readonly [letter: string]: string };
        readonly tiers?: { readonly [key: string]: unknown };
    };
    readonly tiers: {
        readonly [key: string]: {
            readonly subnetIds: { readonly [letter: string]: unknown };
            readonly routeTableIds?: { readonly [letter: string]: unknown };
        };
    };
}

const seedTiers = ["public", "app", "db"];

/** Every tier described needs its ids, one subnet in each zone, and ids of nothing else. */
export function existingNetworkProblems({ network, tiers }: ExistingNetworkChoices): Problem[] {
    const described = network.tiers === undefined ? seedTiers : Object.keys(network.tiers);
    const letters = Object.keys(network.zones);
    return [
        ...problemsOfUnknown("tiers", Object.keys(tiers), described),
        ...described
            .filter((key) => tiers[key] === undefined)
            .map((key) => missing(`tiers.${key}`, "the ids of the tier's subnets")),
        ...Object.entries(tiers).flatMap(([key, { subnetIds, routeTableIds = {} }]) => [
            ...problemsOfUnknown(`tiers.${key}.subnetIds`, Object.keys(subnetIds), letters),
            ...problemsOfUnknown(`tiers.${key}.routeTableIds`, Object.keys(routeTableIds), [
                ...letters,
                "all",
            ]),
            ...letters
                .filter((letter) => subnetIds[letter] === undefined)
                .map((letter) => missing(`tiers.${key}.subnetIds.${letter}`, "the id of the zone's subnet")),
        ]),
    ];
}

const missing = (path: string, allowed: string): Problem => ({
    path,
    given: "nothing",
    allowed,
    change: "add it, or leave the tier or zone out of the description",
});
