import {
    Network,
    routeTablesOf,
    securityArgsOf,
    SecurityTiers,
    subnetsOf,
    TransitGateway,
    TransitGatewaySpoke,
    VpcPeering,
    type FlowArgs,
} from "../../components";

const zones = { a: "use1-az1", b: "use1-az2" };
const onPremises = "192.168.0.0/16";
const production = { name: "production", cidr: "10.0.0.0/16" };
const shared = { name: "shared", cidr: "10.1.0.0/16" };

/**
 * The article's two ways to connect networks, side by side: production and shared services by a peering,
 * and both with the own premises through a hub that lets neither reach the other.
 */
export function createCompany(name: string): TransitGateway {
    const networks = [production, shared].map(
        (vpc) =>
            new Network(`${name}-${vpc.name}`, { region: "us-east-1", cidr: vpc.cidr, zones, nat: "none" }),
    );
    const [productionNetwork, sharedNetwork] = networks as [Network, Network];
    new VpcPeering(`${name}-peering`, {
        vpcId: productionNetwork.vpcId,
        cidrs: [production.cidr],
        routeTableIds: tablesOf(productionNetwork),
        peerVpcId: sharedNetwork.vpcId,
        peerCidrs: [shared.cidr],
        peerRouteTableIds: tablesOf(sharedNetwork),
    });
    const hub = new TransitGateway(`${name}-hub`, {
        routeTables: ["networks", "sites"],
        vpnSites: {
            office: {
                address: "203.0.113.10",
                cidrs: [onPremises],
                routeTable: "sites",
                reachableFrom: ["networks"],
            },
        },
        logsKmsKeyArn: "arn:aws:kms:us-east-1:123456789012:alias/logs",
    });
    for (const network of [
        { ...production, made: productionNetwork },
        { ...shared, made: sharedNetwork },
    ]) {
        new TransitGatewaySpoke(`${name}-${network.name}-spoke`, {
            transitGatewayId: hub.transitGatewayId,
            vpcId: network.made.vpcId,
            subnetIds: Object.fromEntries(subnetsOf(network.made, "app").map(({ zone, id }) => [zone, id])),
            routeTableId: hub.routeTableIds["networks"]!,
            reachableFrom: { sites: hub.routeTableIds["sites"]! },
            vpcRouteTableIds: tablesOf(network.made),
            destinations: [onPremises],
        });
    }
    rule(`${name}-${production.name}`, productionNetwork, shared.cidr, [
        { from: "app", to: "partner", port: "https", because: "shared tools" },
        { from: "app", to: "on-prem", port: "tcp/1521", because: "the ledger" },
    ]);
    rule(`${name}-${shared.name}`, sharedNetwork, production.cidr, [
        { from: "partner", to: "app", port: "https", because: "shared tools" },
        { from: "on-prem", to: "app", port: "https", because: "people at their desks" },
    ]);
    return hub;
}

const tablesOf = (network: Network) =>
    Object.fromEntries(routeTablesOf(network, "app").map(({ key, id }) => [key, id]));

function rule(name: string, network: Network, partner: string, flows: FlowArgs[]): void {
    new SecurityTiers(name, {
        ...securityArgsOf(network),
        groups: { app: { tier: "app", clients: "linux" } },
        ranges: {
            partner: { cidrs: [partner], via: "peering" },
            "on-prem": { cidrs: [onPremises], via: "transitGateway" },
        },
        flows,
    });
}
