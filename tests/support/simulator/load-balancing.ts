import { networkAclAllows, securityGroupsAllow } from "./filters";
import { named, type Interface, type LoadBalancer, type Network, type TargetGroup } from "./network";
import { replyTo, type Packet } from "./packet";
import { carries, deliver, type Scope, type Verdict } from "./simulator";
import { firstChoices, type Choices } from "./walk";

/**
 * Sends a packet to a node of a load balancer and on from there to a target. It is delivered if any
 * listener on the packet's port forwards to a target group that has the target.
 */
export function deliverThrough(
    network: Network,
    from: string,
    packet: Packet,
    target: string,
    scope: Scope,
    choices: Choices = firstChoices,
): Verdict {
    // A load balancer answers for its targets: its own connection is always a whole session.
    const first = deliver(network, from, packet, scope, choices);
    if (!first.delivered) {
        return first;
    }
    const node = named(network.interfaces, first.at);
    if (node.kind !== "loadBalancerNode") {
        return { delivered: false, reason: `${node.id} is no load balancer's`, hops: first.hops };
    }
    const balancer = named(network.loadBalancers, node.owner);
    let last: Verdict = { delivered: false, reason: "no listener forwards to the target", hops: first.hops };
    for (const listener of balancer.listeners) {
        if (listener.port !== packet.destinationPort || !carries(listener.protocol, packet.protocol)) {
            continue;
        }
        for (const group of listener.targetGroups.map((id) => named(network.targetGroups, id))) {
            for (const registered of group.targets.filter((candidate) => candidate.interface === target)) {
                const port = registered.port ?? group.port;
                last = forward(network, { balancer, node, group, target, port }, first, scope, choices);
                if (last.delivered) {
                    return last;
                }
            }
        }
    }
    return last;
}

interface Forwarding {
    readonly balancer: LoadBalancer;
    readonly node: Interface;
    readonly group: TargetGroup;
    readonly target: string;
    readonly port: number;
}

function forward(
    network: Network,
    forwarding: Forwarding,
    arrived: Extract<Verdict, { delivered: true }>,
    scope: Scope,
    choices: Choices,
): Verdict {
    const { balancer, node, group, target: targetId, port } = forwarding;
    const target = named(network.interfaces, targetId);
    const zoneOf = (owner: Interface): string => named(network.subnets, owner.subnet).zone;
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html:
    // cross-zone is always on for Application Load Balancers, off by default for Network ones.
    if (!balancer.crossZone && zoneOf(node) !== zoneOf(target)) {
        return { delivered: false, reason: "cross-zone load balancing is off", hops: arrived.hops };
    }
    const toTarget = { ...arrived.packet, destination: target.privateAddress, destinationPort: port };
    if (preservesClientAddress(balancer, group)) {
        return forwardAsClient(network, node, target, toTarget, scope, arrived.hops);
    }
    const asNode = { ...toTarget, source: node.privateAddress, sourcePort: choices.ephemeralPort };
    const second = deliver(network, node.id, asNode, scope, choices);
    const hops = [...arrived.hops, `${balancer.id} →`, ...second.hops];
    return second.delivered && second.at !== targetId
        ? { delivered: false, reason: `the packet ends at ${second.at}`, hops }
        : { ...second, hops };
}

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html:
 * "enabled (and can't be disabled) for instance and IP type target groups with UDP and TCP_UDP
 * protocols"; else enabled by default for instance targets, disabled for ip targets.
 */
export function preservesClientAddress(balancer: LoadBalancer, group: TargetGroup): boolean {
    if (balancer.type !== "network") {
        return false;
    }
    if (group.protocol === "UDP" || group.protocol === "TCP_UDP") {
        return true;
    }
    return group.preserveClientIp ?? group.targetType === "instance";
}

/**
 * The target sees the client. "The traffic must flow directly from the Network Load Balancer to the
 * target": routes play no part, both subnets' ACLs do, and a rule that names the load balancer's group
 * admits its clients.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
function forwardAsClient(
    network: Network,
    node: Interface,
    target: Interface,
    packet: Packet,
    scope: Scope,
    before: readonly string[],
): Verdict {
    const hops = [...before, `${node.id} as its client`, target.id];
    const lost = (reason: string): Verdict => ({ delivered: false, reason, hops });
    if (!securityGroupsAllow(network, node, "egress", packet, target.securityGroups ?? [])) {
        return lost(`security groups of ${node.id}, egress`);
    }
    if (!securityGroupsAllow(network, target, "ingress", packet, node.securityGroups ?? [])) {
        return lost(`security groups of ${target.id}, ingress`);
    }
    const near = named(network.subnets, node.subnet);
    const far = named(network.subnets, target.subnet);
    if (near !== far) {
        if (
            !networkAclAllows(network, near, "out", packet) ||
            !networkAclAllows(network, far, "in", packet)
        ) {
            return lost(`network ACL between ${near.id} and ${far.id}`);
        }
        const reply = scope === "session" ? replyTo(packet) : undefined;
        if (reply !== undefined) {
            const allowed =
                networkAclAllows(network, far, "out", reply) && networkAclAllows(network, near, "in", reply);
            if (!allowed) {
                return lost(`reply: network ACL between ${far.id} and ${near.id}`);
            }
        }
    }
    return { delivered: true, at: target.id, packet, hops };
}
