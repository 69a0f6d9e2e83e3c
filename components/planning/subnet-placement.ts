import { cidrsOverlap, formatCidr, subBlock, type Cidr } from "../../packets/cidr";
import type { NetworkInput } from "./network-input";
import type { SubnetPlan, TierPlan, ZonePlan } from "./network-plan";
import type { Problem } from "./problem";
import {
    alignedLengths,
    alignedSubnet,
    alignedTierBlock,
    ipv6SlotOf,
    seedSubnet,
    seedSubnetLength,
    seedSubnets,
    slotOfZone,
    zoneLetters,
} from "./subnet-slots";
import { chooseSlot } from "./tier-slots";
import { readBlock } from "./vpc-block";

/** A tier whose subnets are in their places, right or wrong. */
export interface PlacedTier extends Omit<TierPlan, "cidrs"> {
    /** The block it owns under aligned addressing, where any of its subnets lies in it by its slot. */
    readonly block?: Cidr;
}

export const subnetPath = (tier: string, letter: string): string => `subnets.${tier}.${letter}`;

/** The block that the owner wrote for a subnet, if any. */
export const writtenBlock = (input: NetworkInput, tier: string, letter: string): string | undefined => {
    const ofTier = input.subnets ?? {};
    return Object.hasOwn(ofTier, tier) ? ofTier[tier]![letter] : undefined;
};

/** Gives every tier a subnet in every zone: where its owner wrote it, else where addressing puts it. */
export function placeTiers(
    input: NetworkInput,
    vpc: Cidr,
    zones: readonly ZonePlan[],
    tierSlots: ReadonlyMap<string, number>,
    problems: Problem[],
): PlacedTier[] {
    if (input.addressing === "aligned") {
        checkZoneRoom(vpc, zones, problems);
    }
    const suggestion = freeBlocks(input, vpc);
    const slotOf = (key: string): number => tierSlots.get(key) ?? Number.POSITIVE_INFINITY;
    return Object.keys(input.tiers)
        .sort((left, right) => slotOf(left) - slotOf(right) || (left < right ? -1 : 1))
        .map((key): PlacedTier => {
            const block = ownBlock(input, vpc, zones, key, tierSlots, problems);
            const slot = tierSlots.get(key);
            const subnets = zones.flatMap((zone): SubnetPlan[] => {
                const written = writtenBlock(input, key, zone.letter);
                const cidr =
                    written !== undefined
                        ? readBlock(subnetPath(key, zone.letter), written, problems)
                        : input.addressing === "aligned"
                          ? block && alignedSubnet(vpc, block, zone.letter)
                          : seedBlock(vpc, key, zone.letter, suggestion, problems);
                const ipv6Slot = slot === undefined ? {} : { ipv6Slot: ipv6SlotOf(slot, zone.letter) };
                return cidr === undefined ? [] : [{ tier: key, zone, cidr, ...ipv6Slot }];
            });
            return { key, access: input.tiers[key]!.access, subnets, ...(block && { block }) };
        });
}

function checkZoneRoom(vpc: Cidr, zones: readonly ZonePlan[], problems: Problem[]): void {
    const lengths = alignedLengths(vpc);
    const room = 2 ** (lengths.zone - lengths.tier);
    for (const { letter } of zones.filter((zone) => slotOfZone(zone.letter) >= room)) {
        problems.push({
            path: `zones.${letter}`,
            given: `letter "${letter}" in ${formatCidr(vpc)}`,
            allowed: `${zoneLetters.slice(0, room).join(", ")}: a VPC of this size has room for ${room} zones a tier`,
            change: "call the zone by one of these letters, or choose a larger VPC",
        });
    }
}

/** The tier's aligned block; undefined where it needs none, or cannot have one and that is reported. */
function ownBlock(
    input: NetworkInput,
    vpc: Cidr,
    zones: readonly ZonePlan[],
    key: string,
    tierSlots: ReadonlyMap<string, number>,
    problems: Problem[],
): Cidr | undefined {
    const usesBlock =
        input.addressing === "aligned" &&
        zones.some((zone) => writtenBlock(input, key, zone.letter) === undefined);
    const slot = tierSlots.get(key);
    if (slot === undefined) {
        // A slot that was given, and is wrong, has been reported where it was read.
        if (input.tiers[key]!.slot === undefined && (usesBlock || input.ipv6 === true)) {
            problems.push({
                path: `tiers.${key}.slot`,
                given: "nothing",
                allowed: `a slot: it decides the tier's ${usesBlock ? "addresses" : "IPv6 blocks"} for good`,
                change: chooseSlot(input),
            });
        }
        return undefined;
    }
    const block = usesBlock ? alignedTierBlock(vpc, slot) : undefined;
    if (usesBlock && block === undefined) {
        const room = 2 ** (alignedLengths(vpc).tier - vpc.prefix);
        problems.push({
            path: `tiers.${key}.slot`,
            given: `${slot} in ${formatCidr(vpc)}`,
            allowed: `0 to ${room - 1}: a VPC of this size has room for ${room} tiers`,
            change: "choose a lower slot or a larger VPC",
        });
    }
    return block;
}

function seedBlock(
    vpc: Cidr,
    tier: string,
    letter: string,
    suggestion: Iterator<Cidr>,
    problems: Problem[],
): Cidr | undefined {
    const block = seedSubnet(vpc, tier, letter);
    if (block === undefined) {
        const free = suggestion.next();
        problems.push({
            path: subnetPath(tier, letter),
            given: "nothing",
            allowed: "a block: seed addressing holds public, app and db in zones a and b only",
            change: free.done
                ? "write a free block of the VPC, or addressing: aligned"
                : `write a free block, for example ${formatCidr(free.value)}, or addressing: aligned`,
        });
    }
    return block;
}

/** The VPC's /24 blocks that neither the seed's pattern nor any written subnet touches. */
function* freeBlocks(input: NetworkInput, vpc: Cidr): Generator<Cidr, undefined> {
    const written = Object.entries(input.subnets ?? {}).flatMap(([tier, letters]) =>
        Object.entries(letters).map(([letter, text]) => readBlock(subnetPath(tier, letter), text, [])),
    );
    const taken = [...seedSubnets(vpc), ...written.filter((block) => block !== undefined)];
    for (let slot = 1; slot < 2 ** (seedSubnetLength - vpc.prefix); slot += 1) {
        const block = subBlock(vpc, seedSubnetLength, slot);
        if (block !== undefined && !taken.some((other) => cidrsOverlap(block, other))) {
            yield block;
        }
    }
    return undefined;
}
