import type { Subnet, Vpc } from "../../../analysis/model/network-model";
import { undecidable, violates, type Faults } from "../../fault";
import { routedAccess, undecidedRouting } from "../../network/routing";
import { databaseSubnets, managedSubnets } from "../../network/subnet-roles";
import { perStack, rule } from "../../rule";
import { textList, wholeNumber } from "../../settings";
import type { Stack } from "../../stack";

export const threeTierSubnets = rule(
    {
        id: "three-tier-subnets",
        title: "Every VPC has public, private and database subnets, each in two zones",
        severity: "medium",
        checklist: ["network-1"],
        why: "What shares a subnet shares its routes and its ACL; what is in one zone fails with it.",
        fix: "Give the VPC subnets of each tier in two zones. A route to the internet gateway makes a subnet public.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html",
        config: {
            requiredTiers: textList("Tiers every VPC must have", ["public", "private", "database"]),
            databaseTiers: textList("Words that call subnets of databases", ["db", "database", "data"]),
            zones: wholeNumber("In how many zones each tier must be", 2, 1),
        },
    },
    perStack((stack, { requiredTiers, databaseTiers, zones }) =>
        [...stack.model.vpcs.values()]
            .filter(({ external }) => !external)
            .flatMap((vpc): Faults => {
                const subnets = managedSubnets(stack.model).filter((subnet) => subnet.vpc === vpc.key);
                const open = subnets.flatMap((subnet) => undecidedRouting(subnet, stack.model));
                const tiers = tiersOf(stack, subnets, databaseTiers);
                return [
                    ...open.map((undecided) =>
                        undecidable(undecided, "which tier a subnet is of cannot be told"),
                    ),
                    ...requiredTiers.flatMap((tier) => missing(vpc, tier, tiers.get(tier) ?? [], zones)),
                ];
            }),
    ),
);

/** Tiers by what routes and databases make of subnets. A lone isolated tier is that of databases. */
function tiersOf(
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

function missing(vpc: Vpc, tier: string, subnets: readonly Subnet[], zones: number): Faults {
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
    const has = subnets.length === 0 ? "has no" : `has, in ${spread} zone(s) only,`;
    return [violates(vpc.record, `${has} ${tier} subnets; ${zones} zones are needed`)];
}
