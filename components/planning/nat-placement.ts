import type { NetworkInput } from "./network-input";
import type { NatStrategy, TierAccess, ZonePlan } from "./network-plan";
import type { Problem } from "./problem";

/** NAT in every zone that has a private tier to serve, and none where nothing would use it. */
export function natStrategyOf(input: NetworkInput): NatStrategy {
    return input.nat ?? (hasPrivateTier(input) ? "perZone" : "none");
}

const hasPrivateTier = (input: NetworkInput): boolean =>
    Object.values(input.tiers).some((tier) => tier.access === "private");

/** Whether the strategy puts NAT into subnets of its own network; a regional gateway sits in none. */
export const natSitsInSubnets = (nat: NatStrategy): boolean =>
    nat === "perZone" || nat === "single" || nat === "instance";

/**
 * For each zone, the zone whose NAT serves it. A single NAT sits in the zone of the first letter and
 * bears that letter, as it does with one per zone: going from one to the other only adds.
 */
export function natZones(nat: NatStrategy, zones: readonly ZonePlan[]): { [zoneLetter: string]: string } {
    if (!natSitsInSubnets(nat)) {
        return {};
    }
    return Object.fromEntries(
        zones.map((zone) => [zone.letter, nat === "single" ? zones[0]!.letter : zone.letter]),
    );
}

/** The public tier whose subnets hold NAT: `public` by name, or the only one there is. */
export function natTierOf(
    tiers: readonly { readonly key: string; readonly access: TierAccess }[],
): string | undefined {
    const keys = tiers.filter((tier) => tier.access === "public").map((tier) => tier.key);
    return keys.length === 1 ? keys[0] : keys.find((key) => key === "public");
}

export function checkNat(input: NetworkInput, problems: Problem[]): void {
    const nat = natStrategyOf(input);
    if (nat === "none") {
        return;
    }
    if (!hasPrivateTier(input)) {
        problems.push({
            path: "nat",
            given: nat,
            allowed:
                "none, for no tier is private: public tiers have addresses of their own, isolated ones no way out",
            change: "write nat: none, or make a tier private",
        });
        return;
    }
    const tiers = Object.entries(input.tiers).map(([key, tier]) => ({ key, access: tier.access }));
    const hasPublicTier = tiers.some((tier) => tier.access === "public");
    if (natSitsInSubnets(nat) && !hasPublicTier) {
        problems.push({
            path: "nat",
            given: `${nat}, without a public tier for it to sit in`,
            allowed: "regional or none while no tier is public",
            change: "add a tier with access: public, or write nat: regional",
        });
    } else if (natSitsInSubnets(nat) && natTierOf(tiers) === undefined) {
        problems.push({
            path: "tiers",
            given: `several public tiers, ${tiers
                .filter((tier) => tier.access === "public")
                .map((tier) => tier.key)
                .join(" and ")}, none of them called public`,
            allowed: "one public tier, or one of them called public: NAT sits in it",
            change: "call the tier that is to hold NAT public",
        });
    }
}
