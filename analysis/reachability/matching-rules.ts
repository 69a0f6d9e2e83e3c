import type { NetworkAcl, NetworkAclEntry, SecurityGroupRule } from "../model/network-model";
import { addressesOverlap } from "../../packets/address-set";
import { setOfAddress, type Address } from "./address";
import { awsServiceOf } from "./aws-service";
import type { NetworkIndex } from "./network-index";
import { hasNoTraffic, intersectTraffic, trafficOf, type TrafficSet } from "./traffic-set";

/** Who is at the other side, as a group's rules may recognize them. */
export interface RemoteSide {
    readonly address: Address;
    readonly groups: readonly string[];
    readonly preserved: "yes" | "no" | "undecided";
}

/** The rules of the groups that admit some of the traffic. */
export function admittingRules(
    index: NetworkIndex,
    groups: readonly string[],
    direction: "ingress" | "egress",
    remote: RemoteSide,
    traffic: TrafficSet,
): SecurityGroupRule[] {
    return groups
        .flatMap((key) => index.model.securityGroups.get(key)?.rules ?? [])
        .filter(
            (rule) =>
                rule.direction === direction &&
                !hasNoTraffic(intersectTraffic(trafficOf(rule.traffic), traffic)) &&
                admits(index, rule, remote),
        );
}

function admits(index: NetworkIndex, rule: SecurityGroupRule, remote: RemoteSide): boolean {
    const peer = rule.peer;
    switch (peer.kind) {
        case "addresses":
            return addressesOverlap(peer.addresses, setOfAddress(remote.address));
        case "securityGroup":
            return remote.preserved !== "no" && remote.groups.includes(peer.securityGroup);
        case "undecided":
            return true;
        case "prefixList": {
            const list = index.model.prefixLists.get(peer.prefixList);
            if (list?.addresses !== undefined) {
                return addressesOverlap(list.addresses, setOfAddress(remote.address));
            }
            const service = awsServiceOf(list?.service);
            return service === undefined || service === remote.address.service;
        }
    }
}

/** The entry that decides about the traffic, which for a whole port range is the first to touch it. */
export function decidingEntry(
    acl: NetworkAcl | undefined,
    egress: boolean,
    remote: Address,
    traffic: TrafficSet,
    allow?: boolean,
): NetworkAclEntry | undefined {
    return [...(acl?.entries ?? [])]
        .sort((left, right) => left.number - right.number)
        .find(
            (entry) =>
                entry.egress === egress &&
                (allow === undefined || entry.allow === allow) &&
                addressesOverlap(entry.addresses, setOfAddress(remote)) &&
                !hasNoTraffic(intersectTraffic(trafficOf(entry.traffic), traffic)),
        );
}
