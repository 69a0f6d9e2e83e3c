import type { NetworkModel } from "../../analysis/model/network-model";
import type { Undecided } from "../../analysis/model/resource-record";
import type { Intent } from "../../analysis/reachability/intent";

/** What keeps from telling where members of a flow table's groups sit, so that no path of theirs is known. */
export function unplacedMembers(model: NetworkModel, { groups }: Intent): readonly Undecided[] {
    const declared = new Set([...groups.values()].map(({ securityGroup }) => securityGroup));
    return [...model.interfaces.values()]
        .filter(
            ({ subnets, securityGroups }) =>
                subnets.length === 0 && securityGroups.some((key) => declared.has(key)),
        )
        .flatMap(({ undecided }) => undecided);
}
