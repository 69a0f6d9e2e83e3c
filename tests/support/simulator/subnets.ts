import { isInAny } from "./addresses";
import { enterAppliance, holderOf, returnThroughAppliance } from "./appliances";
import { crossPeering, enterGatewayEndpoint, enterTransitGateway } from "./connections";
import { networkAclAllows } from "./filters";
import { leaveByEgressOnlyGateway, leaveByInternetGateway } from "./internet";
import { enterNat, returnThroughNat } from "./nat";
import { named, type Interface, type Network, type Subnet } from "./network";
import type { Packet } from "./packet";
import { routeFrom } from "./routing";
import { dropped, type Outcome, type Sender, type Walk } from "./walk";

/** An interface sends a packet. */
export function leaveInterface(walk: Walk, sender: Interface, packet: Packet): Outcome {
    walk.hops.push(sender.id);
    const subnet = named(walk.network.subnets, sender.subnet);
    return leaveSubnet(walk, subnet, { kind: "interface", interface: sender }, packet);
}

export function leaveSubnet(walk: Walk, subnet: Subnet, sender: Sender, packet: Packet): Outcome {
    // Traffic inside one subnet meets neither its ACL nor its routes.
    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
    if (isInAny(packet.destination, subnet.cidrs)) {
        // Except what Classic Load Balancers send and receive (Reachability Analyzer, ELB_ACL_RESTRICTION).
        const judged = [
            sender.kind === "interface" ? sender.interface : undefined,
            holderOf(walk.network, packet.destination),
        ];
        if (!judged.some((face) => face !== undefined && isClassicNode(walk.network, face))) {
            return arriveInVpc(walk, subnet.vpc, subnet, packet);
        }
        return networkAclAllows(walk.network, subnet, "out", packet)
            ? arriveInVpc(walk, subnet.vpc, undefined, packet)
            : dropped(`network ACL of ${subnet.id}, outbound`);
    }
    if (!networkAclAllows(walk.network, subnet, "out", packet)) {
        return dropped(`network ACL of ${subnet.id}, outbound`);
    }
    return route(walk, subnet, sender, packet);
}

const isClassicNode = (network: Network, { kind, owner }: Interface): boolean =>
    kind === "loadBalancerNode" && named(network.loadBalancers, owner).type === "classic";

const mostHops = 64;

export function route(walk: Walk, subnet: Subnet, sender: Sender, packet: Packet): Outcome {
    const hop = routeFrom(walk.network, subnet, packet.destination);
    if (hop === undefined) {
        return dropped(`no route from ${subnet.id}`);
    }
    walk.hops.push(hop.kind === "local" ? "local" : hop.id);
    // A packet lives for no more hops than its time to live says.
    if (walk.hops.length > mostHops) {
        return dropped("the routes lead in a circle");
    }
    switch (hop.kind) {
        case "local":
            return arriveInVpc(walk, subnet.vpc, subnet, packet);
        case "internetGateway":
            return leaveByInternetGateway(walk, hop.id, subnet, sender, packet);
        case "egressOnlyInternetGateway":
            return leaveByEgressOnlyGateway(walk, subnet, sender, packet);
        case "natGateway":
            return enterNat(walk, named(walk.network.natGateways, hop.id), subnet, sender, packet);
        case "peering":
            return crossPeering(walk, hop.id, subnet, packet);
        case "transitGateway": {
            const gateway = named(walk.network.transitGateways, hop.id);
            return enterTransitGateway(walk, gateway, subnet, sender, packet);
        }
        case "gatewayEndpoint":
            return enterGatewayEndpoint(walk, hop.id, subnet, packet);
        case "appliance":
            return enterAppliance(walk, hop.id, subnet, packet);
        case "blackhole":
            return dropped("the route's target is gone");
    }
}

/** The last step inside a VPC: to whoever has the destination as a private or IPv6 address. */
export function arriveInVpc(walk: Walk, vpc: string, from: Subnet | undefined, packet: Packet): Outcome {
    const { network } = walk;
    const subnet = network.subnets.find(
        (candidate) => candidate.vpc === vpc && isInAny(packet.destination, candidate.cidrs),
    );
    if (subnet === undefined) {
        return dropped("no subnet has the destination");
    }
    if (subnet !== from && !networkAclAllows(network, subnet, "in", packet)) {
        return dropped(`network ACL of ${subnet.id}, inbound`);
    }
    const owner = network.interfaces.find(
        (candidate) =>
            candidate.subnet === subnet.id &&
            (candidate.privateAddress === packet.destination || candidate.ipv6Address === packet.destination),
    );
    if (owner !== undefined) {
        walk.hops.push(owner.id);
        const onward = returnThroughAppliance(walk, owner, packet);
        if (onward !== undefined) {
            return onward;
        }
        return { at: "interface", interface: owner, packet };
    }
    const nat = network.natGateways.find(
        (candidate) => candidate.subnet === subnet.id && candidate.privateAddress === packet.destination,
    );
    return nat === undefined
        ? dropped("no interface has the destination")
        : returnThroughNat(walk, nat, packet);
}
