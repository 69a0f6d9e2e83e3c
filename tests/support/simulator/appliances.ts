import { versionOf } from "./addresses";
import { networkAclAllows, securityGroupsAllow } from "./filters";
import { named, type Interface, type Network, type Subnet } from "./network";
import type { Packet } from "./packet";
import { leaveSubnet } from "./subnets";
import { dropped, type Outcome, type Walk } from "./walk";

/** More than any network needs that does not go in circles. */
const mostHops = 40;

/**
 * A packet that a route hands to an interface, though it is not for it: dropped unless the interface's
 * source/destination check is off, and then sent on by the routes of its own subnet, as it came or under
 * its own address. A Gateway Load Balancer's endpoint gives it back as it came, and has no group.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-appliance-routing
 */
export function enterAppliance(walk: Walk, id: string, from: Subnet | undefined, packet: Packet): Outcome {
    const { network } = walk;
    const host = named(network.interfaces, id);
    const subnet = named(network.subnets, host.subnet);
    walk.hops.push(host.id);
    if (walk.hops.length > mostHops) {
        return dropped("the routes lead in a circle");
    }
    if (subnet !== from && !networkAclAllows(network, subnet, "in", packet)) {
        return dropped(`network ACL of ${subnet.id}, inbound`);
    }
    const isEndpoint = host.kind === "gatewayLoadBalancerEndpoint";
    if (!isEndpoint && host.forwards !== true) {
        return dropped(`${host.id} checks source and destination`);
    }
    if (!isEndpoint && !walk.reply) {
        const groupsOf = (address: string): readonly string[] =>
            (walk.referencesHold ? holderOf(network, address)?.securityGroups : undefined) ?? [];
        const taken = securityGroupsAllow(network, host, "ingress", packet, groupsOf(packet.source));
        const given = securityGroupsAllow(network, host, "egress", packet, groupsOf(packet.destination));
        if (!taken || !given) {
            return dropped(`security groups of ${host.id}`);
        }
    }
    walk.referencesHold = false;
    const translates = walk.choices.translates === true && !isEndpoint && !walk.reply;
    const own = versionOf(packet.source) === 4 ? host.privateAddress : host.ipv6Address;
    if (translates && own !== undefined) {
        walk.session.disguises.push({ appliance: host.id, source: packet.source });
        return sendOn(walk, host, { ...packet, source: own });
    }
    return sendOn(walk, host, packet);
}

/** The reply to what an appliance sent under its own address comes to it, and goes on to the sender. */
export function returnThroughAppliance(walk: Walk, host: Interface, packet: Packet): Outcome | undefined {
    const disguise = walk.reply
        ? walk.session.disguises.find(({ appliance }) => appliance === host.id)
        : undefined;
    return disguise === undefined
        ? undefined
        : sendOn(walk, host, { ...packet, destination: disguise.source });
}

const sendOn = (walk: Walk, host: Interface, packet: Packet): Outcome =>
    leaveSubnet(
        walk,
        named(walk.network.subnets, host.subnet),
        { kind: "appliance", interface: host },
        packet,
    );

export const holderOf = (network: Network, address: string): Interface | undefined =>
    network.interfaces.find((face) => face.privateAddress === address || face.ipv6Address === address);
