import { undecidable, type Faults } from "../../fault";
import { undecidedRouting } from "../../network/routing";
import { managedSubnets } from "../../network/subnet-roles";
import { missingTier, tiersOf } from "../../network/tier-spread";
import { perStack, rule } from "../../rule";
import { textList, wholeNumber } from "../../settings";

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
                    ...requiredTiers.flatMap((tier) => missingTier(vpc, tier, tiers.get(tier) ?? [], zones)),
                ];
            }),
    ),
);
