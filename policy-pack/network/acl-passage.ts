import type { NetworkAcl, NetworkAclEntry, NetworkModel } from "../../analysis/model/network-model";
import type { ResourceRecord } from "../../analysis/model/resource-record";
import type { Intent } from "../../analysis/reachability/intent";
import { everyTraffic, trafficOf } from "../../analysis/reachability/traffic-set";
import { addressSet, everyAddress, isAddressSubset } from "../../packets/address-set";
import { tierAddresses } from "./declared-traffic";
import { beyond, within, type TrafficRegion } from "./traffic-regions";

/** What an entry decides to let through, given that earlier entries have decided the rest. */
export interface EntryPassage {
    readonly entry: NetworkAclEntry;
    readonly regions: readonly TrafficRegion[];
}

/** What passes an ACL in one direction, entry by entry. AWS goes by the first entry that matches. */
export function passagesThrough(acl: NetworkAcl, egress: boolean): readonly EntryPassage[] {
    let open: readonly TrafficRegion[] = [{ traffic: everyTraffic, addresses: everyAddress }];
    const passing: EntryPassage[] = [];
    for (const entry of acl.entries.filter((one) => one.egress === egress)) {
        const own = { traffic: trafficOf(entry.traffic), addresses: entry.addresses };
        if (entry.allow) {
            passing.push({ entry, regions: within(open, own) });
        }
        open = beyond(open, [own]);
    }
    return passing;
}

/**
 * The ACLs that stand before a tier: the one that its component makes for it, and those that its
 * subnets are really associated with, as far as this stack manages them.
 */
export function aclsOfTier(
    component: ResourceRecord,
    intent: Intent,
    tier: string,
    model: NetworkModel,
): readonly NetworkAcl[] {
    const addresses = tierAddresses(component, tier);
    const vpcs = [...intent.groups.values()].map(
        ({ securityGroup }) => model.securityGroups.get(securityGroup)?.vpc,
    );
    const associated = [...model.subnets.values()]
        .filter(({ vpc, external }) => !external && vpcs.includes(vpc))
        .filter(({ cidrs }) => {
            const { ipv4 } = addressSet(cidrs);
            return ipv4.length > 0 && isAddressSubset({ ipv4, ipv6: [] }, addresses);
        })
        .map(({ networkAcl }) => networkAcl);
    return [...model.networkAcls.values()].filter(
        ({ key, record }) =>
            record !== undefined &&
            (associated.includes(key) ||
                (record.parent === component.urn && record.name === `${component.name}-${tier}`)),
    );
}
