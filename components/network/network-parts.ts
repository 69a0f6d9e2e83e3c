import type * as pulumi from "@pulumi/pulumi";
import type { NetworkPlan, TierPlan } from "../planning/network-plan";

/** One subnet of a network. Its `id` is the subnet's own output, so whoever uses it depends on it alone. */
export interface NetworkSubnet {
    readonly tier: string;
    /** The letter that the network calls the zone by. */
    readonly zone: string;
    readonly cidr: string;
    readonly id: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}

/** One route table of a network, and which subnets follow it. */
export interface NetworkRouteTable {
    /** What follows the network's name in the table's own: `public`, `app-a`, `db`. */
    readonly key: string;
    readonly tier: string;
    /** Absent where one table serves every zone of its tier. */
    readonly zone?: string;
    readonly id: pulumi.Output<string>;
}

/** What a network hands to the components built on it, over and above its outputs. */
export interface NetworkParts {
    readonly plan: NetworkPlan;
    readonly vpcId: pulumi.Output<string>;
    readonly subnets: readonly NetworkSubnet[];
    readonly routeTables: readonly NetworkRouteTable[];
    /** The prefix lists of the services that have a gateway endpoint, by service: `s3`, `dynamodb`. */
    readonly prefixLists: { readonly [service: string]: pulumi.Output<string> };
    /** NAT gateways' ids by the letter of their zone, the regional one's by `region`; for alarms. */
    readonly natGatewayIds: { readonly [zone: string]: pulumi.Output<string> };
    /** The group of NAT instances, and the instances by the letter of their zone; absent without them. */
    readonly natInstances?: {
        readonly securityGroupId: pulumi.Output<string>;
        readonly ids: { readonly [zone: string]: pulumi.Output<string> };
    };
    /** For each tier: what must exist before its members can send their first packet. */
    readonly ready: { readonly [tier: string]: readonly pulumi.Resource[] };
}

// Kept beside the class and not in it: every field of a component, private ones too, would become an
// output of its schema, and plans and resources cannot be outputs.
const partsOf = new WeakMap<pulumi.ComponentResource, NetworkParts>();

/** Makes a component usable as a network by the functions below. Called by the network itself. */
export function rememberParts(network: pulumi.ComponentResource, parts: NetworkParts): void {
    partsOf.set(network, parts);
}

/** The parts of a network of this program. Throws a TypeError for anything else. */
export function networkParts(network: pulumi.ComponentResource): NetworkParts {
    const parts = partsOf.get(network);
    if (parts === undefined) {
        throw new TypeError("this component is no network made or adopted by this program");
    }
    return parts;
}

/** The network's plan: zones, tiers, addresses, where NAT sits. */
export const planOf = (network: pulumi.ComponentResource): NetworkPlan => networkParts(network).plan;

/** A tier's subnets, by zone letter. Throws a TypeError for a tier the network does not have. */
export function subnetsOf(network: pulumi.ComponentResource, tier: string): NetworkSubnet[] {
    const { plan, subnets } = networkParts(network);
    requireTier(plan, tier);
    return subnets.filter((subnet) => subnet.tier === tier);
}

/** A tier's route tables: one for a public or isolated tier, one a zone for a private one. */
export function routeTablesOf(network: pulumi.ComponentResource, tier: string): NetworkRouteTable[] {
    const { plan, routeTables } = networkParts(network);
    requireTier(plan, tier);
    return routeTables.filter((table) => table.tier === tier);
}

/**
 * What a member of the tier needs before it starts, for its `dependsOn`: the tier's route table
 * associations, its way out (internet gateway or NAT, with the routes to it) and its gateway
 * endpoints. Without it an instance boots into a network where its first download fails.
 */
export function readyFor(network: pulumi.ComponentResource, tier: string): pulumi.Resource[] {
    const { plan, ready } = networkParts(network);
    requireTier(plan, tier);
    return [...(ready[tier] ?? [])];
}

/** The prefix list of a service's gateway endpoint. Throws a TypeError where the network has none. */
export function prefixListOf(network: pulumi.ComponentResource, service: string): pulumi.Output<string> {
    const prefixList = networkParts(network).prefixLists[service];
    if (prefixList === undefined) {
        throw new TypeError(`the network has no gateway endpoint for ${service}; add it to gatewayEndpoints`);
    }
    return prefixList;
}

function requireTier(plan: NetworkPlan, key: string): TierPlan {
    const tier = plan.tiers.find((candidate) => candidate.key === key);
    if (tier === undefined) {
        const known = plan.tiers.map((candidate) => candidate.key).join(", ");
        throw new TypeError(`the network has no tier "${key}"; its tiers are ${known}`);
    }
    return tier;
}
