import { addressSet, toCidrs } from "../../packets/address-set";
import { checkNat, natStrategyOf, natZones } from "./nat-placement";
import type { NetworkInput } from "./network-input";
import type { NetworkPlan, TierPlan } from "./network-plan";
import type { Problem } from "./problem";
import { checkPlaces, checkSubnetKeys } from "./subnet-checks";
import { placeTiers, type PlacedTier } from "./subnet-placement";
import { planTierSlots } from "./tier-slots";
import { readVpcBlock } from "./vpc-block";
import { planZones } from "./zones";

/**
 * Plans a network: every subnet's block, and where NAT sits. The result is the whole plan, or all
 * that is wrong with the input, at paths relative to it.
 *
 * A subnet's block follows from the VPC, its own tier and its own zone letter alone, never from a
 * place in a list. So adding, removing or renaming a tier or a zone changes no other subnet.
 */
export function planNetwork(input: NetworkInput): NetworkPlan | Problem[] {
    const problems: Problem[] = [];
    const cidr = readVpcBlock(input, problems);
    const zones = planZones(input, problems);
    const tierSlots = planTierSlots(input, problems);
    checkSubnetKeys(input, problems);
    checkNat(input, problems);
    const placed = cidr === undefined ? [] : placeTiers(input, cidr, zones, tierSlots, problems);
    if (cidr !== undefined) {
        checkPlaces(input, cidr, placed, problems);
    }
    if (cidr === undefined || problems.length > 0) {
        return problems;
    }
    const nat = natStrategyOf(input);
    return {
        cidr,
        zones,
        tiers: placed.map(tierPlan),
        nat,
        ipv6: input.ipv6 ?? false,
        natZoneOf: natZones(nat, zones),
    };
}

export const isProblems = <Plan>(result: Plan | Problem[]): result is Problem[] => Array.isArray(result);

const tierPlan = ({ key, access, block, subnets }: PlacedTier): TierPlan => ({
    key,
    access,
    cidrs: toCidrs(addressSet([...(block ? [block] : []), ...subnets.map((subnet) => subnet.cidr)])),
    subnets,
});
