import type { NetworkPlan, TierAccess } from "./network-plan";

/** A route table, the subnets that follow it and its routes beside the VPC's own. */
export interface RouteTablePlan {
    /** What follows the network's name in the table's own: `public`, `app-a`, `db`. */
    readonly key: string;
    readonly tier: string;
    readonly access: TierAccess;
    /** The zone it is for; absent where it serves its tier in every zone. */
    readonly zone?: string;
    /** The letters of the zones whose subnets follow it. */
    readonly zones: readonly string[];
    readonly routes: readonly RoutePlan[];
}

export interface RoutePlan {
    readonly destination: "0.0.0.0/0" | "::/0";
    readonly target: RouteTargetPlan;
}

export type RouteTargetPlan =
    | { readonly kind: "internetGateway" }
    | { readonly kind: "egressOnlyInternetGateway" }
    /** The gateway of a zone, or the regional one. */
    | { readonly kind: "natGateway"; readonly zone?: string }
    | { readonly kind: "natInstance"; readonly zone: string };

/**
 * The route tables of a network: one for each public tier, one for each isolated tier, and one for
 * each private tier and zone.
 *
 * A private tier has a table per zone even where all of them lead to the same NAT. One table holds
 * one default route, so NAT per zone needs them; and had a single NAT fewer, going over to NAT per
 * zone would move subnets between tables and cut what runs in them. Like this it changes the target
 * of the routes in the other zones and touches nothing else. Route tables are free.
 */
export const routeTables = (plan: NetworkPlan): RouteTablePlan[] =>
    plan.tiers.flatMap((tier): RouteTablePlan[] =>
        tier.access === "private"
            ? tier.subnets.map(({ zone: { letter } }) => ({
                  key: `${tier.key}-${letter}`,
                  tier: tier.key,
                  access: tier.access,
                  zone: letter,
                  zones: [letter],
                  routes: privateRoutes(plan, letter),
              }))
            : [
                  {
                      key: tier.key,
                      tier: tier.key,
                      access: tier.access,
                      zones: tier.subnets.map((subnet) => subnet.zone.letter),
                      routes: tier.access === "public" ? publicRoutes(plan) : [],
                  },
              ],
    );

function publicRoutes(plan: NetworkPlan): RoutePlan[] {
    const target = { kind: "internetGateway" } as const;
    return plan.ipv6
        ? [
              { destination: "0.0.0.0/0", target },
              { destination: "::/0", target },
          ]
        : [{ destination: "0.0.0.0/0", target }];
}

function privateRoutes(plan: NetworkPlan, letter: string): RoutePlan[] {
    if (plan.nat === "none") {
        return [];
    }
    const ipv4: RoutePlan = { destination: "0.0.0.0/0", target: natTarget(plan, letter) };
    // IPv6 knows no NAT; the egress-only gateway lets connections out and none in, for nothing.
    return plan.ipv6
        ? [ipv4, { destination: "::/0", target: { kind: "egressOnlyInternetGateway" } }]
        : [ipv4];
}

function natTarget(plan: NetworkPlan, letter: string): RouteTargetPlan {
    if (plan.nat === "regional") {
        return { kind: "natGateway" };
    }
    const zone = plan.natZoneOf[letter]!;
    return plan.nat === "instance" ? { kind: "natInstance", zone } : { kind: "natGateway", zone };
}

/** Whether the network needs an internet gateway: a public tier, or a regional NAT gateway, goes through it. */
export const needsInternetGateway = (plan: NetworkPlan): boolean =>
    plan.nat === "regional" || plan.tiers.some((tier) => tier.access === "public");
