import { formatCidr, subBlock, type Cidr } from "../../packets/cidr";
import type { TierInput } from "./network-input";

/** The letters a network may call its zones by. No region of AWS has more than eight zones. */
export const zoneLetters = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

/** Sixteen tiers of sixteen zones fill the 256 /64 blocks of a VPC's IPv6 /56. */
export const tierSlots = 16;

const fixedTierSlots: { readonly [tier: string]: number } = { public: 0, app: 1, db: 2 };

/** A tier's place; undefined where its owner has to choose one. */
export const slotOfTier = (key: string, tier: TierInput): number | undefined =>
    tier.slot ?? (Object.hasOwn(fixedTierSlots, key) ? fixedTierSlots[key] : undefined);

export const slotOfZone = (letter: string): number => (zoneLetters as readonly string[]).indexOf(letter);

export const ipv6SlotOf = (tierSlot: number, letter: string): number =>
    tierSlot * tierSlots + slotOfZone(letter);

/** How long the blocks of tiers and of their zones are in a VPC of a given length. */
export interface AlignedLengths {
    readonly tier: number;
    readonly zone: number;
}

const longestSubnet = 28;

/**
 * Sixteen tiers of eight zones each, a /20 and a /23 in a /16, as long as a zone's block is one that
 * AWS accepts; in a VPC smaller than a /21 fewer of both, tiers first, for their number is the one
 * that grows.
 *
 *     10.0.0.0/16
 *     ├─ slot 0  10.0.0.0/20   public   a 10.0.0.0/23   b 10.0.2.0/23   … h 10.0.14.0/23
 *     ├─ slot 1  10.0.16.0/20  app      a 10.0.16.0/23  b 10.0.18.0/23
 *     └─ slot 2  10.0.32.0/20  db       a 10.0.32.0/23  b 10.0.34.0/23
 */
export function alignedLengths(vpc: Cidr): AlignedLengths {
    const spare = longestSubnet - vpc.prefix;
    const tier = vpc.prefix + Math.min(4, Math.ceil(spare / 2));
    return { tier, zone: tier + Math.min(3, Math.floor(spare / 2)) };
}

/** The block that a tier owns under aligned addressing; undefined where the VPC ends before it. */
export const alignedTierBlock = (vpc: Cidr, tierSlot: number): Cidr | undefined =>
    subBlock(vpc, alignedLengths(vpc).tier, tierSlot);

export const alignedSubnet = (vpc: Cidr, tierBlock: Cidr, letter: string): Cidr | undefined =>
    subBlock(tierBlock, alignedLengths(vpc).zone, slotOfZone(letter));

/** The seed's six subnets, by the third number of their address. */
const seedSlots: { readonly [tier: string]: { readonly [letter: string]: number } } = {
    public: { a: 1, b: 2 },
    app: { a: 3, b: 4 },
    db: { a: 5, b: 6 },
};

export const seedVpcLength = 16;
export const seedSubnetLength = 24;

/** The seed's subnet for a tier and zone; undefined for what its pattern does not hold. */
export function seedSubnet(vpc: Cidr, tier: string, letter: string): Cidr | undefined {
    const ofTier = Object.hasOwn(seedSlots, tier) ? seedSlots[tier]! : {};
    const slot = Object.hasOwn(ofTier, letter) ? ofTier[letter] : undefined;
    return slot === undefined ? undefined : subBlock(vpc, seedSubnetLength, slot);
}

/** All six places of the seed's pattern, whether or not this network uses them. */
export const seedSubnets = (vpc: Cidr): Cidr[] =>
    Object.values(seedSlots)
        .flatMap((letters) => Object.values(letters))
        .map((slot) => subBlock(vpc, seedSubnetLength, slot))
        .filter((block) => block !== undefined);

/** A subnet's /64 in the VPC's IPv6 block. */
export function ipv6Subnet(vpcBlock: Cidr, slot: number): Cidr {
    const block = subBlock(vpcBlock, 64, slot);
    if (block === undefined) {
        throw new RangeError(`${formatCidr(vpcBlock)} has no /64 number ${slot}`);
    }
    return block;
}
