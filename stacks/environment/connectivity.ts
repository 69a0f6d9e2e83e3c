import type * as pulumi from "@pulumi/pulumi";
import { DnsProtection } from "../../components/dns-protection";
import { planOf, routeTablesOf } from "../../components/network/network-parts";
import { TransitGateway } from "../../components/transit-gateway";
import { TransitGatewaySpoke } from "../../components/transit-gateway-spoke";
import { VpcPeering } from "../../components/vpc-peering";
import { formatCidr } from "../../packets/cidr";
import { subnetIdsOf, type EnvironmentContext } from "./context";
import type { EnvironmentKeys } from "./keys";

/** Connects the environment to other networks, for the tiers that ask and for no others. */
export function createConnectivity(context: EnvironmentContext, keys: EnvironmentKeys): void {
    const { name, tags, settings, network } = context;
    for (const [key, { range, tiers, ...peering }] of Object.entries(settings.connectivity.peerings)) {
        new VpcPeering(`${name}-to-${key}`, {
            ...peering,
            vpcId: network.vpcId,
            cidrs: [formatCidr(planOf(network).cidr)],
            routeTableIds: routeTableIds(context, tiers),
            peerCidrs: settings.ranges[range]!.cidrs,
            tags,
        });
    }
    createSpoke(context, keys);
    if (settings.connectivity.dns !== undefined) {
        new DnsProtection(`${name}-dns`, {
            ...settings.connectivity.dns,
            vpcId: network.vpcId,
            logsKmsKeyArn: keys.logs.keyArn,
            logRetentionDays: settings.observability.retentionDays,
            tags,
        });
    }
}

const routeTableIds = (
    { network }: EnvironmentContext,
    tiers: readonly string[],
): Record<string, pulumi.Output<string>> =>
    Object.fromEntries(tiers.flatMap((tier) => routeTablesOf(network, tier).map(({ key, id }) => [key, id])));

/** The hub's own tables where this environment makes the hub: networks in one, sites in another. */
const hubTables = { networks: "networks", sites: "sites" };

function createSpoke(context: EnvironmentContext, keys: EnvironmentKeys): void {
    const { name, tags, settings, network } = context;
    const chosen = settings.connectivity.transitGateway;
    if (chosen === undefined) {
        return;
    }
    const hub = chosen.transitGatewayId === undefined ? createHub(context, keys) : undefined;
    new TransitGatewaySpoke(`${name}-spoke`, {
        transitGatewayId: hub?.transitGatewayId ?? chosen.transitGatewayId!,
        routeTableId: hub?.routeTableIds[hubTables.networks] ?? chosen.routeTableId!,
        reachableFrom:
            hub === undefined ? (chosen.reachableFrom ?? {}) : { sites: hub.routeTableIds[hubTables.sites]! },
        vpcId: network.vpcId,
        subnetIds: subnetIdsOf(network, chosen.tiers[0]!),
        vpcRouteTableIds: routeTableIds(context, chosen.tiers),
        destinations: chosen.ranges.flatMap((range) => settings.ranges[range]!.cidrs),
        tags,
    });
}

function createHub({ name, tags, settings }: EnvironmentContext, keys: EnvironmentKeys): TransitGateway {
    const sites = Object.entries(settings.connectivity.transitGateway?.vpnSites ?? {});
    return new TransitGateway(`${name}-hub`, {
        routeTables: Object.values(hubTables),
        vpnSites: Object.fromEntries(
            sites.map(([key, site]) => [
                key,
                { ...site, routeTable: hubTables.sites, reachableFrom: [hubTables.networks] },
            ]),
        ),
        logsKmsKeyArn: keys.logs.keyArn,
        tags,
    });
}
