import { deliverThrough } from "./load-balancing";
import { named, type Interface, type Network } from "./network";
import type { Packet } from "./packet";
import { deliver, type Scope, type Verdict } from "./simulator";
import { firstChoices, type Choices } from "./walk";

export type Face = "private" | "public" | "ipv6";

/** Someone in a network, whatever the addresses there are. */
export type ProbeEnd =
    | { readonly interface: string; readonly face: Face }
    | { readonly natGateway: string }
    | { readonly address: string; readonly service?: string };

/** A packet to try, written without the addresses that a plan may leave open. */
export interface Probe {
    readonly from: ProbeEnd;
    readonly to: ProbeEnd;
    readonly protocol: number;
    readonly sourcePort?: number;
    readonly destinationPort?: number;
    readonly icmpType?: number;
    readonly icmpCode?: number;
    readonly scope: Scope;
    /** The load balancer that stands between; the port is then its listener's. */
    readonly through?: string;
}

export function addressOfEnd(network: Network, end: ProbeEnd): string {
    if ("address" in end) {
        return end.address;
    }
    if ("natGateway" in end) {
        return named(network.natGateways, end.natGateway).publicAddress!;
    }
    const face = named(network.interfaces, end.interface);
    const address = { private: face.privateAddress, public: face.publicAddress, ipv6: face.ipv6Address }[
        end.face
    ];
    if (address === undefined) {
        throw new Error(`${face.id} has no ${end.face} address`);
    }
    return address;
}

const placeOfEnd = (end: ProbeEnd): string => ("interface" in end ? end.interface : "internet");

/** What becomes of a probe: `partial` where it hangs on a port or subnet that AWS chooses. */
export interface Truth {
    readonly verdict: "reachable" | "blocked" | "partial";
    /** One of the walks that show it. */
    readonly example: Verdict;
}

/**
 * Everything the simulator says of a probe. Of several addresses that lead to what is meant (the nodes
 * of a load balancer) the client takes one that works; what AWS chooses must work whatever it is.
 */
export function truthOf(network: Network, probe: Probe): Truth {
    const perAddress = destinationsOf(network, probe).map((destination) => {
        const packet = packetOf(network, probe, destination);
        const first = arrival(network, probe, packet, firstChoices);
        const choices = choicesFor(network, probe, first);
        return choices.map((choice) => arrival(network, probe, packet, choice));
    });
    const all = perAddress.flat();
    const whole = perAddress.find((verdicts) => verdicts.every((verdict) => verdict.delivered));
    if (whole !== undefined) {
        return { verdict: "reachable", example: whole[0]! };
    }
    const lost = all.find((verdict) => !verdict.delivered)!;
    return { verdict: all.some((verdict) => verdict.delivered) ? "partial" : "blocked", example: lost };
}

function destinationsOf(network: Network, probe: Probe): string[] {
    const isStranger = "address" in probe.from;
    const nodesOf = (balancer: string): Interface[] =>
        network.interfaces.filter((face) => face.owner === balancer);
    const publicOf = (nodes: readonly Interface[]): string[] =>
        nodes.flatMap((node) => (node.publicAddress === undefined ? [] : [node.publicAddress]));
    if (probe.through !== undefined) {
        const nodes = nodesOf(probe.through);
        const inside = isStranger ? [] : nodes.map((node) => node.privateAddress);
        return [...inside, ...publicOf(nodes)];
    }
    if ("interface" in probe.to && probe.to.face === "public") {
        const { kind, owner } = named(network.interfaces, probe.to.interface);
        if (kind === "loadBalancerNode") {
            return publicOf(nodesOf(owner));
        }
    }
    return [addressOfEnd(network, probe.to)];
}

const packetOf = (network: Network, probe: Probe, destination: string): Packet => ({
    protocol: probe.protocol,
    source: addressOfEnd(network, probe.from),
    destination,
    sourcePort: probe.sourcePort,
    destinationPort: probe.destinationPort,
    icmpType: probe.icmpType,
    icmpCode: probe.icmpCode,
});

/** Where the packet should arrive: at an AWS service it may by its endpoint or over the internet. */
function arrival(network: Network, probe: Probe, packet: Packet, choices: Choices): Verdict {
    const from = placeOfEnd(probe.from);
    if (probe.through !== undefined) {
        return deliverThrough(network, from, packet, placeOfEnd(probe.to), probe.scope, choices);
    }
    const verdict = deliver(network, from, packet, probe.scope, choices);
    if (!verdict.delivered) {
        return verdict;
    }
    const ownerOf = (id: string): string => named(network.interfaces, id).owner;
    const right =
        "interface" in probe.to
            ? isInterface(network, verdict.at) && ownerOf(verdict.at) === ownerOf(probe.to.interface)
            : !isInterface(network, verdict.at);
    return right ? verdict : { delivered: false, reason: `it arrives at ${verdict.at}`, hops: verdict.hops };
}

const isInterface = (network: Network, place: string): boolean =>
    network.interfaces.some((face) => face.id === place);

/** The choices that can matter: the ends of every port range that a network ACL tells apart. */
function choicesFor(network: Network, probe: Probe, first: Verdict): Choices[] {
    const passes = (gateways: readonly { readonly id: string }[]): boolean =>
        probe.through !== undefined || gateways.some(({ id }) => first.hops.includes(id));
    const ports = passes(network.natGateways) ? ephemeralEdges(network) : [firstChoices.ephemeralPort];
    const subnets = passes(network.transitGateways) ? [0, 1] : [0];
    const disguises = passes(network.interfaces.filter(({ forwards }) => forwards === true))
        ? [false, true]
        : [false];
    return ports.flatMap((ephemeralPort) =>
        subnets.flatMap((transitSubnet) =>
            disguises.map((translates): Choices => ({ ephemeralPort, transitSubnet, translates })),
        ),
    );
}

/** Client ports at which some network ACL begins or ceases to let replies in. */
export function ephemeralEdges(network: Network): number[] {
    const edges = new Set([1024, 65535]);
    for (const entry of network.networkAcls.flatMap((acl) => acl.entries)) {
        for (const [first, last] of entry.ports === undefined ? [] : [entry.ports]) {
            [first - 1, first, last, last + 1].forEach((port) => edges.add(port));
        }
    }
    return [...edges].filter((port) => port >= 1024 && port <= 65535);
}
