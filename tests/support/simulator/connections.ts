import { isIn, isInAny } from "./addresses";
import { networkAclAllows } from "./filters";
import {
    named,
    type Subnet,
    type TransitGateway,
    type TransitGatewayAttachment,
    type TransitGatewayPeering,
} from "./network";
import type { Packet } from "./packet";
import { transitRouteFrom } from "./routing";
import { arriveInVpc, route } from "./subnets";
import { dropped, type Outcome, type Sender, type Walk } from "./walk";

/**
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html: both ends must be inside
 * the two VPCs (no transit, no edge to edge), and the request must have been accepted.
 */
export function crossPeering(walk: Walk, id: string, subnet: Subnet, packet: Packet): Outcome {
    const { network } = walk;
    const { requester, accepter, accepted } = named(network.peerings, id);
    if (!accepted) {
        return dropped("the peering is not accepted");
    }
    const near = named(walk.network.vpcs, subnet.vpc);
    const far = named(network.vpcs, near.id === requester ? accepter : requester);
    if (!isInAny(packet.source, near.cidrs) || !isInAny(packet.destination, far.cidrs)) {
        return dropped("a peering carries only traffic between its two VPCs");
    }
    // Groups of a peer in another Region cannot be referenced.
    // https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
    walk.referencesHold = walk.referencesHold && near.region === far.region;
    return arriveInVpc(walk, far.id, undefined, packet);
}

/**
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html: only from a zone in which the
 * attachment has a subnet. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html: on the way in,
 * the attachment subnet's inbound entries apply, unless the sender is in that very subnet.
 */
export function enterTransitGateway(
    walk: Walk,
    gateway: TransitGateway,
    subnet: Subnet,
    sender: Sender,
    packet: Packet,
): Outcome {
    const { network } = walk;
    const attachment = gateway.attachments.find((candidate) => candidate.vpc === subnet.vpc);
    const entry = attachment?.subnets
        .map((id) => named(network.subnets, id))
        .find((candidate) => candidate.zone === subnet.zone);
    if (attachment === undefined || entry === undefined || sender.kind === "transitGateway") {
        return dropped("the transit gateway has no attachment in the sender's zone");
    }
    if (entry !== subnet && !networkAclAllows(network, entry, "in", packet)) {
        return dropped(`network ACL of ${entry.id}, inbound`);
    }
    if (attachment.table === undefined) {
        return dropped("the attachment is associated with no route table");
    }
    const hop = transitRouteFrom(network, gateway, attachment.table, packet.destination);
    if (hop === undefined || "blackhole" in hop) {
        return dropped(`no route in ${attachment.table}`);
    }
    if ("peering" in hop) {
        return crossTransitPeering(walk, hop.peering, subnet.zone, packet);
    }
    // Group references cross a transit gateway where it and both attachments support them.
    // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
    const supports = [gateway, attachment, hop.attachment].every((end) => end.securityGroupReferencing);
    walk.referencesHold = walk.referencesHold && supports;
    return leaveTransitGateway(walk, hop.attachment, subnet.zone, packet);
}

/**
 * To the peer gateway, which looks it up in the table that its end of the peering is associated with;
 * only static routes lead to peerings, and group references do not cross them.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
 */
function crossTransitPeering(walk: Walk, near: TransitGatewayPeering, zone: string, packet: Packet): Outcome {
    const peer = named(walk.network.transitGateways, near.peer);
    const far = named(peer.peerings ?? [], near.id);
    walk.hops.push(peer.id);
    walk.referencesHold = false;
    if (walk.hops.length > 40) {
        return dropped("the gateways' routes lead in a circle");
    }
    const hop =
        far.table === undefined
            ? undefined
            : transitRouteFrom(walk.network, peer, far.table, packet.destination);
    if (hop === undefined || "blackhole" in hop) {
        return dropped(`no route in ${far.table}`);
    }
    return "peering" in hop
        ? crossTransitPeering(walk, hop.peering, zone, packet)
        : leaveTransitGateway(walk, hop.attachment, zone, packet);
}

/**
 * The traffic stays in the sender's zone where the attachment has a subnet there. On the way out the
 * attachment subnet's outbound entries apply, unless the receiver is in that very subnet.
 */
function leaveTransitGateway(
    walk: Walk,
    attachment: TransitGatewayAttachment,
    zone: string,
    packet: Packet,
): Outcome {
    const { network, choices } = walk;
    const subnets = attachment.subnets.map((id) => named(network.subnets, id));
    const exit =
        subnets.find((candidate) => candidate.zone === zone) ??
        subnets[choices.transitSubnet % subnets.length];
    if (exit === undefined) {
        return dropped("the attachment has no subnet");
    }
    walk.hops.push(exit.id);
    if (exit.cidrs.some((cidr) => isIn(packet.destination, cidr))) {
        return arriveInVpc(walk, exit.vpc, undefined, packet);
    }
    if (!networkAclAllows(network, exit, "out", packet)) {
        return dropped(`network ACL of ${exit.id}, outbound`);
    }
    return route(walk, exit, { kind: "transitGateway" }, packet);
}

/**
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html: a way out only, for the
 * VPC's own addresses.
 */
export function enterGatewayEndpoint(walk: Walk, id: string, subnet: Subnet, packet: Packet): Outcome {
    if (!isInAny(packet.source, named(walk.network.vpcs, subnet.vpc).cidrs)) {
        return dropped("a gateway endpoint serves only its own VPC");
    }
    if (packet.protocol !== 6 && !(packet.protocol === 1 && packet.icmpType === 8)) {
        return dropped("a gateway endpoint carries TCP and ICMP echo only");
    }
    walk.referencesHold = false;
    return { at: "service", endpoint: id, packet };
}

export const comeFromService = (walk: Walk, endpoint: string, packet: Packet): Outcome =>
    arriveInVpc(walk, named(walk.network.gatewayEndpoints, endpoint).vpc, undefined, packet);
