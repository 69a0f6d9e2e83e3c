import { securityGroupsAllow } from "./filters";
import { named, type Interface, type Network } from "./network";
import { hasPorts, replyTo, type Packet } from "./packet";
import { comeFromService } from "./connections";
import { comeFromInternet } from "./internet";
import { isOnTheInternet } from "./routing";
import { leaveInterface } from "./subnets";
import { firstChoices, type Choices, type Outcome, type Session, type Walk } from "./walk";

export type Scope = "request" | "session";

export type Verdict =
    | {
          readonly delivered: true;
          /** The interface's id, `internet`, or the gateway endpoint's id. */
          readonly at: string;
          /** What arrived, after all translation. */
          readonly packet: Packet;
          readonly hops: readonly string[];
      }
    | { readonly delivered: false; readonly reason: string; readonly hops: readonly string[] };

/**
 * Sends one concrete packet through a network, from an interface or from a host on the internet, and
 * for a session also the reply to it. Written for reading beside AWS's documentation: one packet, one
 * path, no sets.
 */
export function deliver(
    network: Network,
    from: string,
    packet: Packet,
    scope: Scope,
    choices: Choices = firstChoices,
): Verdict {
    const session: Session = { translations: [], disguises: [], leftByEgressOnlyGateway: false };
    const request = startWalk(network, session, choices, false);
    const arrived = send(request, from, packet);
    if (arrived.at === "dropped") {
        return { delivered: false, reason: arrived.reason, hops: request.hops };
    }
    const refusal = refusedByGroups(request, from, packet, arrived) ?? refusedByReceiver(network, arrived);
    if (refusal !== undefined) {
        return { delivered: false, reason: refusal, hops: request.hops };
    }
    const back = scope === "session" ? replyTo(arrived.packet) : undefined;
    const at = placeOf(arrived);
    if (back === undefined) {
        return { delivered: true, at, packet: arrived.packet, hops: request.hops };
    }
    const reply = startWalk(network, session, choices, true);
    const returned = sendBack(reply, arrived, back);
    const hops = [...request.hops, "reply:", ...reply.hops];
    const lost =
        returned.at === "dropped"
            ? returned.reason
            : placeOf(returned) !== from || !answers(packet, returned.packet)
              ? "the reply reaches the sender from an address it did not call"
              : undefined;
    return lost === undefined
        ? { delivered: true, at, packet: arrived.packet, hops }
        : { delivered: false, reason: `reply: ${lost}`, hops };
}

const startWalk = (network: Network, session: Session, choices: Choices, reply: boolean): Walk => ({
    network,
    reply,
    session,
    choices,
    hops: [],
    referencesHold: true,
});

function send(walk: Walk, from: string, packet: Packet): Outcome {
    if (from === "internet") {
        return isOnTheInternet(packet.source)
            ? comeFromInternet(walk, packet)
            : { at: "dropped", reason: "the internet carries no private source" };
    }
    const sender = named(walk.network.interfaces, from);
    if (sender.kind === "interfaceEndpoint") {
        // https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html: traffic begins in the VPC.
        return { at: "dropped", reason: "an interface endpoint begins nothing" };
    }
    return leaveInterface(walk, sender, packet);
}

/**
 * The reply needs no rule: "security groups are stateful". It passes routes, gateways and network
 * ACLs as any packet does.
 */
function sendBack(walk: Walk, arrived: Outcome, packet: Packet): Outcome {
    switch (arrived.at) {
        case "interface":
            return leaveInterface(walk, arrived.interface, packet);
        case "internet":
            return comeFromInternet(walk, packet);
        case "service":
            return comeFromService(walk, arrived.endpoint, packet);
        case "dropped":
            return arrived;
    }
}

const placeOf = (outcome: Outcome): string =>
    outcome.at === "interface"
        ? outcome.interface.id
        : outcome.at === "service"
          ? outcome.endpoint
          : outcome.at;

function answers(request: Packet, reply: Packet): boolean {
    const addresses = reply.source === request.destination && reply.destination === request.source;
    const ports =
        reply.sourcePort === request.destinationPort && reply.destinationPort === request.sourcePort;
    return addresses && (!hasPorts(request) || ports);
}

/** The sender's groups judge the packet as it left, the receiver's groups as it arrived. */
function refusedByGroups(walk: Walk, from: string, left: Packet, arrived: Outcome): string | undefined {
    const { network, referencesHold } = walk;
    const sender = from === "internet" ? undefined : named(network.interfaces, from);
    const receiver = arrived.at === "interface" ? arrived.interface : undefined;
    const groupsOf = (far: Interface | undefined): readonly string[] =>
        referencesHold && far !== undefined ? (far.securityGroups ?? []) : [];
    if (sender !== undefined && !securityGroupsAllow(network, sender, "egress", left, groupsOf(receiver))) {
        return `security groups of ${sender.id}, egress`;
    }
    if (
        arrived.at === "interface" &&
        !securityGroupsAllow(network, arrived.interface, "ingress", arrived.packet, groupsOf(sender))
    ) {
        return `security groups of ${arrived.interface.id}, ingress`;
    }
    return undefined;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html */
function refusedByReceiver(network: Network, arrived: Outcome): string | undefined {
    if (arrived.at !== "interface") {
        return undefined;
    }
    const { kind, owner } = arrived.interface;
    if (kind === "instanceConnectEndpoint") {
        return "an Instance Connect endpoint takes connections from its service only";
    }
    // What is neither TCP nor UDP its groups alone decide: path MTU discovery needs ICMP.
    if (kind !== "loadBalancerNode" || !hasPorts(arrived.packet)) {
        return undefined;
    }
    const { protocol, destinationPort } = arrived.packet;
    const listens = named(network.loadBalancers, owner).listeners.some(
        (listener) => listener.port === destinationPort && carries(listener.protocol, protocol),
    );
    return listens ? undefined : `${owner} listens on no such port`;
}

/** Whether a listener or target group of that kind speaks TCP (6) or UDP (17). */
export const carries = (kind: string, protocol: number): boolean =>
    protocol === 17 ? kind === "UDP" || kind === "TCP_UDP" : protocol === 6 && kind !== "UDP";
