import type { Cidr, Family } from "../../packets/cidr";
import { clientPorts, type PortSet } from "../../packets/ports";
import type { Flow, FlowPeer, GroupPeer } from "./flow";
import { originsBehind } from "./flow-origins";
import { replyIn, requestIn } from "./flow-traffic";
import type { FlowTraffic } from "./flow";
import { internetBlocks } from "./internet-blocks";
import { natSitsInSubnets, natTierOf } from "./nat-placement";
import { anywhereIpv4, tierOf, type FlowNetwork, type FlowTier } from "./security-input";

/** Packets of a session where they pass a tier's network ACL. */
export interface Crossing {
    readonly tier: string;
    readonly direction: "in" | "out";
    /** The addresses at the other end: where inbound packets come from and outbound ones go. */
    readonly remote: Cidr;
    readonly traffic: FlowTraffic;
}

/**
 * Every place where a flow's packets meet a network ACL, requests and replies alike. Network ACLs are
 * stateless, look at the far address and the destination port alone, and stand at a subnet's edge: a
 * tier's own ACL is passed twice between two of its zones, and not at all inside one subnet.
 *
 * A private tier's packets to the internet pass the public tier that holds NAT as well. A group that
 * keeps its clients' addresses (a network load balancer) is passed by packets that bear them. Packets
 * to a gateway service go to public addresses of AWS, for which a network ACL takes no prefix list.
 */
export function crossingsOf(flow: Flow, flows: readonly Flow[], network: FlowNetwork): Crossing[] {
    const { from, to } = flow;
    if (from.kind === "group" && to.kind === "group") {
        return betweenGroups(flow, from, to, flows, network);
    }
    if (from.kind === "group") {
        const tier = tierOf(network, from.tier);
        return outsideBlocks(to, flow, network).flatMap((remote) => [
            ...exchange(tier, "out", remote, flow, clientPorts[from.clients]),
            ...natHop(tier, from, to, remote, flow, network),
        ]);
    }
    if (to.kind === "group") {
        const tier = tierOf(network, to.tier);
        return outsideBlocks(from, flow, network).flatMap((remote) =>
            exchange(tier, "in", remote, flow, clientPorts.any),
        );
    }
    return [];
}

/** A session as one tier's ACL sees it: the request one way, the reply the other. */
function exchange(
    { key: tier }: FlowTier,
    opening: "in" | "out",
    remote: Cidr,
    { traffic }: Flow,
    ports: PortSet,
): Crossing[] {
    const answering = opening === "in" ? "out" : "in";
    return [
        { tier, direction: opening, remote, traffic: requestIn(traffic, remote.family) },
        { tier, direction: answering, remote, traffic: replyIn(traffic, remote.family, ports) },
    ];
}

function betweenGroups(
    flow: Flow,
    from: GroupPeer,
    to: GroupPeer,
    flows: readonly Flow[],
    network: FlowNetwork,
): Crossing[] {
    const near = tierOf(network, from.tier);
    const far = tierOf(network, to.tier);
    const between = (clients: readonly Cidr[], ports: PortSet): Crossing[] => [
        ...far.cidrs.flatMap((block) => exchange(near, "out", block, flow, ports)),
        ...clients.flatMap((block) => exchange(far, "in", block, flow, ports)),
    ];
    return [
        ...between(near.cidrs, clientPorts[from.clients]),
        ...originsBehind(from, flows).flatMap((origin) =>
            between(originBlocks(origin, network), portsOfClient(origin)),
        ),
    ];
}

const portsOfClient = (peer: FlowPeer): PortSet =>
    peer.kind === "group" ? clientPorts[peer.clients] : clientPorts.any;

/** Addresses of clients that a load balancer passes on to its targets, which it reaches over IPv4. */
function originBlocks(origin: FlowPeer, network: FlowNetwork): readonly Cidr[] {
    switch (origin.kind) {
        case "group":
            return tierOf(network, origin.tier).cidrs;
        case "range":
            return origin.cidrs.filter((block) => block.family === "ipv4");
        case "internet":
        case "service":
            return [anywhereIpv4];
    }
}

function outsideBlocks(peer: FlowPeer, flow: Flow, network: FlowNetwork): readonly Cidr[] {
    switch (peer.kind) {
        case "range":
            return peer.cidrs;
        case "internet":
            return internetBlocks(flow, network);
        case "group":
        case "service":
            return [anywhereIpv4];
    }
}

/** NAT in a public subnet takes the packets from the tier and sends them on from its own address. */
function natHop(
    tier: FlowTier,
    from: GroupPeer,
    to: FlowPeer,
    remote: Cidr,
    flow: Flow,
    network: FlowNetwork,
): Crossing[] {
    const throughNat: Family = "ipv4";
    const leaves = to.kind === "internet" || (to.kind === "range" && to.via === "internet");
    const natTier = natTierOf(network.tiers);
    if (
        tier.access !== "private" ||
        !leaves ||
        remote.family !== throughNat ||
        !natSitsInSubnets(network.nat) ||
        natTier === undefined
    ) {
        return [];
    }
    const nat = tierOf(network, natTier);
    return [
        ...tier.cidrs.flatMap((block) => exchange(nat, "in", block, flow, clientPorts[from.clients])),
        ...exchange(nat, "out", remote, flow, clientPorts.any),
    ];
}
