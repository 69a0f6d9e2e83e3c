import { cidrContains, cidrsOverlap, formatCidr, type Cidr } from "../../packets/cidr";
import type { NetworkInput } from "./network-input";
import type { SubnetPlan } from "./network-plan";
import type { Problem } from "./problem";
import { subnetPath, writtenBlock, type PlacedTier } from "./subnet-placement";

/** Every written subnet must belong to a tier and a zone that exist. */
export function checkSubnetKeys(input: NetworkInput, problems: Problem[]): void {
    for (const [tier, letters] of Object.entries(input.subnets ?? {})) {
        if (!Object.hasOwn(input.tiers, tier)) {
            problems.push({
                path: `subnets.${tier}`,
                given: `tier "${tier}"`,
                allowed: `one of the network's tiers: ${Object.keys(input.tiers).join(", ")}`,
                change: `add the tier to tiers, or remove subnets.${tier}`,
            });
            continue;
        }
        for (const letter of Object.keys(letters).filter((key) => !Object.hasOwn(input.zones, key))) {
            problems.push({
                path: subnetPath(tier, letter),
                given: `zone "${letter}"`,
                allowed: `one of the network's zone letters: ${Object.keys(input.zones).join(", ")}`,
                change: `add the zone to zones, or remove ${subnetPath(tier, letter)}`,
            });
        }
    }
}

/** Subnets must lie inside the VPC, apart from each other, and out of other tiers' aligned blocks. */
export function checkPlaces(
    input: NetworkInput,
    vpc: Cidr,
    tiers: readonly PlacedTier[],
    problems: Problem[],
): void {
    const subnets = tiers.flatMap((tier) => tier.subnets);
    const isWritten = (subnet: SubnetPlan): boolean =>
        writtenBlock(input, subnet.tier, subnet.zone.letter) !== undefined;
    for (const [position, subnet] of subnets.entries()) {
        if (!isWritten(subnet)) {
            continue;
        }
        const path = subnetPath(subnet.tier, subnet.zone.letter);
        if (!cidrContains(vpc, subnet.cidr)) {
            problems.push({
                path,
                given: `${formatCidr(subnet.cidr)}, outside the VPC`,
                allowed: `a block inside ${formatCidr(vpc)}`,
                change: "move the subnet into the VPC's block",
            });
            continue;
        }
        const owner = tiers.find(
            ({ key, block }) =>
                key !== subnet.tier && block !== undefined && cidrsOverlap(block, subnet.cidr),
        );
        if (owner !== undefined) {
            problems.push({
                path,
                given: `${formatCidr(subnet.cidr)}, in the block of tier ${owner.key}`,
                allowed: `blocks outside ${formatCidr(owner.block!)}, which is that tier's for its zones to come`,
                change: "choose a block that no tier's slot covers",
            });
        }
        // Two written subnets that overlap are one problem, told at the later of them.
        const neighbour = subnets.find(
            (other, otherPosition) =>
                other !== subnet &&
                other.tier !== owner?.key &&
                (otherPosition < position || !isWritten(other)) &&
                cidrsOverlap(subnet.cidr, other.cidr),
        );
        if (neighbour !== undefined) {
            problems.push({
                path,
                given: `${formatCidr(subnet.cidr)}, overlapping ${subnetPath(neighbour.tier, neighbour.zone.letter)} at ${formatCidr(neighbour.cidr)}`,
                allowed: "blocks that share no address with another subnet",
                change: "move one of the two",
            });
        }
    }
}
