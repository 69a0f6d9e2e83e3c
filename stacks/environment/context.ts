import type * as pulumi from "@pulumi/pulumi";
import { groupIdOf } from "../../components/security-tiers/security-parts";
import { Port } from "../../components/planning/port";
import { readyFor, subnetsOf } from "../../components/network/network-parts";
import type { Network } from "../../components/network";
import type { SecurityTiers } from "../../components/security-tiers";
import type { Settings } from "../settings/schema";

/** What every part of an environment is built from. */
export interface EnvironmentContext {
    readonly settings: Settings;
    readonly name: string;
    readonly tags: Record<string, string>;
    readonly network: Network;
    readonly security: SecurityTiers;
}

/** Account and region, as most components take them. */
export const placeOf = ({ settings }: { readonly settings: Settings }) => ({
    accountId: settings.account,
    region: settings.region,
});

/** A group's members: which subnets they sit in, what group they carry, what must exist before them. */
export interface GroupPlace {
    readonly subnetIds: Record<string, pulumi.Output<string>>;
    readonly securityGroupId: pulumi.Output<string>;
    readonly ready: pulumi.Resource[];
    /** The environment's tags, and the tier's. */
    readonly tags: Record<string, string>;
}

/** Where the members of a group of the flow table go. */
export function placeOfGroup(context: EnvironmentContext, group: string): GroupPlace {
    const { settings, network, security } = context;
    const { tier } = settings.groups[group]!;
    return {
        subnetIds: subnetIdsOf(network, tier),
        securityGroupId: groupIdOf(security, group),
        ready: readyFor(network, tier),
        tags: { Tier: tier, ...context.tags },
    };
}

export const subnetIdsOf = (network: Network, tier: string): Record<string, pulumi.Output<string>> =>
    Object.fromEntries(subnetsOf(network, tier).map(({ zone, id }) => [zone, id]));

/** The number of a port that the flow table knows by name. */
export const portNumber = ({ settings }: { readonly settings: Settings }, port: string): number =>
    Port.parse(port, settings.ports).traffic.ports![0]!.first;
