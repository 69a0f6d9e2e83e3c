import type { Subnet, Vpc } from "../../analysis/model/network-model";
import { undecidable, violates, type Faults } from "../fault";
import type { Stack } from "../stack";
import { routedAccess } from "./routing";
import { databaseSubnets } from "./subnet-roles";

/** Tiers by what routes and databases make of subnets. A lone isolated tier is that of databases. */
export function tiersOf(
    stack: Stack,
    subnets: readonly Subnet[],
    words: readonly string[],
): ReadonlyMap<string, readonly Subnet[]> {
    const access = (subnet: Subnet) => routedAccess(subnet, stack.model);
    const inside = subnets.filter((subnet) => access(subnet) !== "public");
    const known = databaseSubnets(stack, words).filter((subnet) => inside.includes(subnet));
    const databases = known.length > 0 ? known : inside.filter((subnet) => access(subnet) === "isolated");
    return new Map([
        ["public", subnets.filter((subnet) => access(subnet) === "public")],
        ["private", inside.filter((subnet) => !databases.includes(subnet))],
        ["database", databases],
    ]);
}

/** Faults of a VPC whose tier is not spread over enough zones. */
export function missingTier(vpc: Vpc, tier: string, subnets: readonly Subnet[], zones: number): Faults {
    const unplaced = subnets.filter(({ zone }) => zone === undefined);
    const spread = new Set(subnets.flatMap(({ zone }) => zone ?? [])).size;
    if (spread >= zones) {
        return [];
    }
    if (spread + unplaced.length >= zones) {
        return unplaced.map(({ key }) =>
            undecidable({
                urn: key,
                property: "availabilityZone",
                reason: "the plan does not say which zone it is in",
                remedy: "Set `availabilityZoneId`.",
            }),
        );
    }
    const has =
        subnets.length === 0
            ? `has no ${tier} subnets`
            : `has ${tier} subnets in ${spread === 1 ? "one zone" : `${spread} zones`} only`;
    return [violates(vpc.record, `${has}; ${zones} zones are needed`)];
}
