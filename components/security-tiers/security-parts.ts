import type * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { networkParts } from "../network/network-parts";
import { formatCidr } from "../../packets/cidr";
import type { SecurityTierArgs, SecurityTiersArgs } from "./security-tiers-args";

// Kept beside the class and not in it, for every field of a component would become an output.
const groupsOf = new WeakMap<pulumi.ComponentResource, ReadonlyMap<string, ec2.SecurityGroup>>();

/** Makes a component's groups reachable by the function below. Called by SecurityTiers itself. */
export function rememberGroups(
    security: pulumi.ComponentResource,
    groups: ReadonlyMap<string, ec2.SecurityGroup>,
): void {
    groupsOf.set(security, groups);
}

/**
 * The id of one group, as the group's own output: whoever uses it depends on that group alone.
 * Throws a TypeError for a group that the component does not have.
 */
export function groupIdOf(security: pulumi.ComponentResource, key: string): pulumi.Output<string> {
    const groups = groupsOf.get(security);
    const group = groups?.get(key);
    if (group === undefined) {
        const known = [...(groups?.keys() ?? [])].join(", ");
        throw new TypeError(`there is no group "${key}"; the groups are ${known}`);
    }
    return group.id;
}

/** What SecurityTiers needs to know of a network of this program. */
export function securityArgsOf(
    network: pulumi.ComponentResource,
): Pick<SecurityTiersArgs, "vpcId" | "cidr" | "tiers" | "nat" | "natGroupId" | "ipv6" | "prefixListIds"> {
    const { plan, vpcId, subnets, prefixLists, natInstances } = networkParts(network);
    const tiers = plan.tiers.map(({ key, access, cidrs }): [string, SecurityTierArgs] => [
        key,
        {
            access,
            cidrs: cidrs.map(formatCidr),
            subnetIds: Object.fromEntries(
                subnets.filter(({ tier }) => tier === key).map(({ zone, id }) => [zone, id]),
            ),
        },
    ]);
    return {
        vpcId,
        cidr: formatCidr(plan.cidr),
        tiers: Object.fromEntries(tiers),
        nat: plan.nat,
        ...(natInstances && { natGroupId: natInstances.securityGroupId }),
        ipv6: plan.ipv6,
        prefixListIds: { ...prefixLists },
    };
}
