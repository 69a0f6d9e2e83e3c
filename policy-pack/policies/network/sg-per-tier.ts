import type { NetworkInterface } from "../../../analysis/model/network-model";
import { undecidable, violates, type Faults } from "../../fault";
import { routedAccess } from "../../network/routing";
import { carriersOf, isDatabase } from "../../network/tiers";
import { perStack, rule } from "../../rule";
import type { Stack } from "../../stack";

export const sgPerTier = rule(
    {
        id: "sg-per-tier",
        title: "Each tier has security groups of its own, and nothing carries a default group",
        severity: "high",
        checklist: ["network-2"],
        why: "A group that several tiers share opens for all what one of them needs.",
        fix: "Give each tier its own group, and name groups explicitly on everything that takes them.",
        docs: "https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/welcome.html",
    },
    perStack((stack) =>
        [...stack.model.securityGroups.values()].flatMap((group): Faults => {
            const carriers = carriersOf(group, stack.model).filter(({ external }) => !external);
            if (group.isDefault) {
                return carriers.map((carrier) =>
                    violates(carrier.record, "carries the VPC's default group, which all others share"),
                );
            }
            const open = carriers.flatMap(({ undecided }) =>
                undecided.filter(({ property }) => /securityGroup/i.test(property)),
            );
            const tiers = new Set(carriers.map((carrier) => tierOf(carrier, stack)));
            const shared = tiers.size > 1 ? `is shared by ${[...tiers].sort().join(" and ")}` : undefined;
            return [
                ...(shared === undefined ? [] : [violates(group.record ?? { urn: group.key }, shared)]),
                ...open.map((undecided) =>
                    undecidable(undecided, "whether tiers share a group cannot be told"),
                ),
            ];
        }),
    ),
);

function tierOf(carrier: NetworkInterface, { model }: Stack): string {
    if (isDatabase(carrier)) {
        return "databases";
    }
    if (/LoadBalancer/.test(carrier.kind)) {
        return "load balancers";
    }
    if (/Endpoint$/.test(carrier.kind)) {
        return "endpoints";
    }
    const subnet = model.subnets.get(carrier.subnets[0] ?? "");
    return `hosts in ${subnet === undefined ? "unknown" : routedAccess(subnet, model)} subnets`;
}
