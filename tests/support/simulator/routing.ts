import { isIn, isInAny, prefixLength } from "./addresses";
import { named, type Network, type RouteTarget, type Subnet, type TransitGateway, type Vpc } from "./network";
import type { TransitGatewayAttachment, TransitGatewayPeering } from "./network";

export type Hop =
    { readonly kind: "local" } | { readonly kind: "gatewayEndpoint"; readonly id: string } | RouteTarget;

/**
 * The most specific route wins; at equal length a static route comes before one whose destination
 * is a prefix list. Every VPC block has a local route.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function routeFrom(network: Network, subnet: Subnet, destination: string): Hop | undefined {
    // A subnet without a table of its own uses the main table.
    // https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html
    const vpc = named(network.vpcs, subnet.vpc);
    return routeIn(network, vpc, subnet.routeTable ?? vpc.mainRouteTable, destination);
}

/** Where a table of the VPC leads, whether a subnet or a gateway uses it. */
export function routeIn(network: Network, vpc: Vpc, id: string, destination: string): Hop | undefined {
    const table = named(network.routeTables, id);
    const candidates: { readonly cidr: string; readonly rank: number; readonly hop: Hop }[] = [];
    for (const cidr of vpc.cidrs) {
        candidates.push({ cidr, rank: 2, hop: { kind: "local" } });
    }
    for (const route of table.routes) {
        const list = network.prefixLists.find((candidate) => candidate.id === route.destination);
        for (const cidr of list?.cidrs ?? [route.destination]) {
            candidates.push({ cidr, rank: list === undefined ? 1 : 0, hop: route.target });
        }
    }
    // A gateway endpoint adds a route to its service's prefix list in the tables it is given.
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    for (const endpoint of network.gatewayEndpoints) {
        if (endpoint.routeTables.includes(table.id)) {
            for (const cidr of named(network.prefixLists, endpoint.prefixList).cidrs) {
                candidates.push({ cidr, rank: 0, hop: { kind: "gatewayEndpoint", id: endpoint.id } });
            }
        }
    }
    return mostSpecific(candidates, destination)?.hop;
}

export type TransitHop =
    | { readonly blackhole: true }
    | { readonly attachment: TransitGatewayAttachment }
    | { readonly peering: TransitGatewayPeering };

/**
 * Traffic from an attachment is looked up in the table the attachment is associated with. The most
 * specific route wins; a static route comes before a propagated one; a blackhole drops.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export function transitRouteFrom(
    network: Network,
    gateway: TransitGateway,
    tableId: string,
    destination: string,
): TransitHop | undefined {
    const table = named(gateway.tables, tableId);
    const attachmentOf = (id: string): TransitGatewayAttachment => named(gateway.attachments, id);
    const candidates: { readonly cidr: string; readonly rank: number; readonly hop: TransitHop }[] = [];
    for (const { cidr, attachment } of table.routes) {
        const peering = gateway.peerings?.find(({ id }) => id === attachment);
        const hop: TransitHop =
            attachment === undefined
                ? { blackhole: true }
                : peering !== undefined
                  ? { peering }
                  : { attachment: attachmentOf(attachment) };
        candidates.push({ cidr, rank: 1, hop });
    }
    for (const id of table.propagations) {
        const attachment = attachmentOf(id);
        for (const cidr of named(network.vpcs, attachment.vpc).cidrs) {
            candidates.push({ cidr, rank: 0, hop: { attachment } });
        }
    }
    return mostSpecific(candidates, destination)?.hop;
}

function mostSpecific<T extends { readonly cidr: string; readonly rank: number }>(
    candidates: readonly T[],
    destination: string,
): T | undefined {
    let best: T | undefined;
    for (const candidate of candidates) {
        if (!isIn(destination, candidate.cidr)) {
            continue;
        }
        const longer = best === undefined ? 1 : prefixLength(candidate.cidr) - prefixLength(best.cidr);
        if (longer > 0 || (longer === 0 && candidate.rank > best!.rank)) {
            best = candidate;
        }
    }
    return best;
}

/** Addresses that the internet does not carry: private, shared, loopback, link-local, multicast. */
const notOnTheInternet = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "224.0.0.0/3",
    "::/127",
    "fc00::/7",
    "fe80::/10",
    "ff00::/8",
];

export const isOnTheInternet = (address: string): boolean => !isInAny(address, notOnTheInternet);
