import type { NetworkAcl } from "../../../analysis/model/network-model";
import { readIntent, securityTiersType } from "../../../analysis/reachability/intent";
import { violates, type Faults } from "../../fault";
import { aclsOfTier, passagesThrough } from "../../network/acl-passage";
import { declaredAtTier } from "../../network/declared-traffic";
import { undecidedEntries } from "../../network/per-network-acl";
import { beyond, formatRegions, type TrafficRegion } from "../../network/traffic-regions";
import { valueAt } from "../../reading";
import { perStack, rule } from "../../rule";

export const naclEntriesDeclared = rule(
    {
        id: "nacl-entries-declared",
        title: "Each tier's network ACL lets through no more than its flows and their replies, by itself",
        severity: "medium",
        checklist: ["network-3"],
        why: "The ACL is the second wall: it must stand where a security group has been opened by mistake.",
        fix: "Remove or narrow the entry, give the subnet its tier's own ACL, or declare the flow in the table.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    },
    perStack((stack) =>
        stack.ofType(securityTiersType).flatMap((component): Faults => {
            const intent = readIntent(component, stack.records);
            if (intent.flows.length === 0 || intent.undecided.length > 0) {
                return []; // A table that nobody can read is the matter of `intent-equals-effect`.
            }
            const tiers = Object.keys(valueAt(component, "tiers") ?? {});
            return tiers.flatMap((tier) => {
                const declared = declaredAtTier(component, intent, tier);
                return aclsOfTier(component, intent, tier, stack.model).flatMap((acl) => [
                    ...undecidedEntries(acl, "whether a flow needs it cannot be told"),
                    ...tooMuch(acl, tier, "in", declared.in),
                    ...tooMuch(acl, tier, "out", declared.out),
                ]);
            });
        }),
    ),
);

function tooMuch(
    acl: NetworkAcl,
    tier: string,
    way: "in" | "out",
    declared: readonly TrafficRegion[],
): Faults {
    return passagesThrough(acl, way === "out").flatMap(({ entry, regions }): Faults => {
        const left = beyond(regions, declared);
        const what = formatRegions(left, way === "out" ? "to" : "from");
        return left.length === 0
            ? []
            : [
                  violates(
                      entry,
                      `entry ${entry.number} lets ${way} ${what}, which no flow of tier ${tier} needs`,
                  ),
              ];
    });
}
