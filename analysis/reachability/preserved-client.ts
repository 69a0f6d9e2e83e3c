import type { End } from "./end";

/**
 * A network load balancer that keeps its clients' addresses: packets start at its nodes and pass its
 * groups, yet bear the addresses of the clients, and replies to those come back to the nodes.
 */
export function clientEnds(nodes: readonly End[], clients: readonly End[]): End[] {
    return nodes.flatMap((node) =>
        clients.map((client): End => ({
            ...node,
            placeId: `${node.placeId} for ${client.placeId}`,
            place: node.place.kind === "subnet" ? { ...node.place, keepsClientAddresses: true } : node.place,
            addresses: client.addresses,
            placeAddresses: client.placeAddresses,
            oneUnknown: client.oneUnknown,
            doubts: [...node.doubts, ...client.doubts],
        })),
    );
}
