import type { SecurityGroupRule } from "../../../analysis/model/network-model";
import { readIntent, securityTiersType } from "../../../analysis/reachability/intent";
import { undecidable, violates, type Faults } from "../../fault";
import { formatRegions, type TrafficRegion } from "../../network/traffic-regions";
import { undeclaredOf } from "../../network/undeclared-rules";
import { perStack, rule } from "../../rule";

export const sgRulesDeclared = rule(
    {
        id: "sg-rules-declared",
        title: "Each rule of a declared group lets through no more than the flow table says, by itself",
        severity: "medium",
        checklist: ["network-2"],
        why: "A rule too wide waits for the layer behind it to fail; each layer is to hold without the others.",
        fix: "Narrow the rule to its flow, or declare the flow in the table, and the component writes the rule.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html",
    },
    perStack((stack) =>
        stack.ofType(securityTiersType).flatMap((component): Faults => {
            const intent = readIntent(component, stack.records);
            if (intent.flows.length === 0 || intent.undecided.length > 0) {
                return []; // A table that nobody can read is the matter of `intent-equals-effect`.
            }
            return [...intent.groups].flatMap(([key, { securityGroup }]) =>
                (stack.model.securityGroups.get(securityGroup)?.rules ?? []).flatMap((one): Faults => {
                    const { regions, undecided } = undeclaredOf(one, key, intent, stack.model);
                    if (undecided !== undefined) {
                        return [undecidable(undecided, "whether a flow declares it cannot be told")];
                    }
                    return regions.length === 0
                        ? []
                        : [
                              violates(one, `lets ${key} ${passing(one, regions)}, which no flow declares`, {
                                  evidence: [
                                      { label: "flow table", value: component.urn, urn: component.urn },
                                  ],
                              }),
                          ];
                }),
            );
        }),
    ),
);

type Way = Pick<SecurityGroupRule, "direction" | "peer">;

function passing({ direction, peer }: Way, regions: readonly TrafficRegion[]): string {
    const farEnd = peer.kind === "securityGroup" ? peer.securityGroup.split("::").at(-1) : undefined;
    return direction === "egress"
        ? `send ${formatRegions(regions, "to", farEnd)}`
        : `receive ${formatRegions(regions, "from", farEnd)}`;
}
