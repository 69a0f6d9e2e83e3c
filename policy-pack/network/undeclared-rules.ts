import type { NetworkModel, SecurityGroupRule } from "../../analysis/model/network-model";
import type { Undecided } from "../../analysis/model/resource-record";
import type { Intent } from "../../analysis/reachability/intent";
import { allowedFlows } from "../../analysis/reachability/intent-gaps";
import { trafficOf } from "../../analysis/reachability/traffic-set";
import { everyAddress, noAddresses, type AddressSet } from "../../packets/address-set";
import { peerAddresses } from "./exposure";
import { beyond, type TrafficRegion } from "./traffic-regions";

/** What of a rule no flow of the table declares, or what keeps from telling. */
export interface Undeclared {
    readonly regions: readonly TrafficRegion[];
    readonly undecided?: Undecided;
}

/**
 * Holds one rule of a group against the group's own flows, whatever other rules and layers do. A flow
 * with another group is opened by reference, and to a service by its prefix list; a flow with the
 * internet admits any address and any service.
 */
export function undeclaredOf(
    rule: SecurityGroupRule,
    group: string,
    intent: Intent,
    model: NetworkModel,
): Undeclared {
    const { peer, direction } = rule;
    const flows = allowedFlows(intent)
        .filter(({ from, to }) => group === (direction === "egress" ? from : to))
        .map(({ from, to, traffic }) => ({ far: direction === "egress" ? to : from, traffic }));
    const beyondFlows = (reached: AddressSet, admits: (far: string) => AddressSet): Undeclared => ({
        regions: beyond(
            [{ traffic: trafficOf(rule.traffic), addresses: reached }],
            flows.map(({ far, traffic }) => ({ traffic, addresses: admits(far) })),
        ),
    });
    const allIf = (isMeant: boolean): AddressSet => (isMeant ? everyAddress : noAddresses);
    if (peer.kind === "securityGroup") {
        return beyondFlows(everyAddress, (far) =>
            allIf(intent.groups.get(far)?.securityGroup === peer.securityGroup),
        );
    }
    const service = peer.kind === "prefixList" ? model.prefixLists.get(peer.prefixList)?.service : undefined;
    if (service !== undefined) {
        return beyondFlows(everyAddress, (far) => allIf(far === service || far === "internet"));
    }
    const { addresses, undecided } = peerAddresses(rule, model);
    if (undecided !== undefined) {
        const open = beyondFlows(everyAddress, (far) => allIf(far === "internet"));
        return open.regions.length === 0 ? open : { ...open, undecided };
    }
    return beyondFlows(addresses, (far) => intent.ranges.get(far)?.addresses ?? allIf(far === "internet"));
}
