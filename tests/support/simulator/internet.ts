import { versionOf } from "./addresses";
import { enterAppliance, holderOf } from "./appliances";
import { publicAccessAllowed } from "./block-public-access";
import { returnThroughNat } from "./nat";
import { named, type NatGateway, type Subnet } from "./network";
import type { Packet } from "./packet";
import { isOnTheInternet, routeIn } from "./routing";
import { arriveInVpc } from "./subnets";
import { dropped, type Outcome, type Sender, type Walk } from "./walk";

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html: for IPv4 the gateway
 * translates between an interface's public and private address; without a public one nothing passes.
 */
export function leaveByInternetGateway(
    walk: Walk,
    id: string,
    subnet: Subnet,
    sender: Sender,
    packet: Packet,
): Outcome {
    const place = { vpc: subnet.vpc, subnet: subnet.id };
    if (named(walk.network.internetGateways, id).vpc !== subnet.vpc) {
        return dropped("the internet gateway is detached");
    }
    if (sender.kind === "transitGateway") {
        return dropped("the internet gateway serves only its own VPC's interfaces");
    }
    if (!publicAccessAllowed(walk.network, place, sender.kind === "nat")) {
        return dropped("VPC block public access, outbound");
    }
    if (versionOf(packet.source) === 6) {
        return reachInternet(walk, packet);
    }
    // The gateway goes by the source: what an appliance hands on as it came bears its sender's address.
    const bearer = sender.kind === "appliance" ? holderOf(walk.network, packet.source) : undefined;
    const publicAddress =
        sender.kind === "nat"
            ? sender.nat.publicAddress
            : (sender.kind === "appliance" ? bearer : sender.interface)?.publicAddress;
    if (publicAddress === undefined) {
        return dropped("the sender has no public address");
    }
    return reachInternet(walk, { ...packet, source: publicAddress });
}

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html: IPv6 only, and
 * only sessions that were begun inside.
 */
export function leaveByEgressOnlyGateway(
    walk: Walk,
    subnet: Subnet,
    sender: Sender,
    packet: Packet,
): Outcome {
    if (versionOf(packet.destination) !== 6 || sender.kind !== "interface") {
        return dropped("the egress-only internet gateway carries IPv6 of its own VPC only");
    }
    if (walk.reply) {
        return dropped("the egress-only internet gateway carries no session begun outside");
    }
    if (!publicAccessAllowed(walk.network, { vpc: subnet.vpc, subnet: subnet.id }, true)) {
        return dropped("VPC block public access, outbound");
    }
    walk.session.leftByEgressOnlyGateway = true;
    return reachInternet(walk, packet);
}

export function reachInternet(walk: Walk, packet: Packet): Outcome {
    if (!isOnTheInternet(packet.destination)) {
        return dropped("the internet carries no private destination");
    }
    return comeFromInternet(walk, packet);
}

/** A packet on the internet goes to whoever has its destination: a VPC's interface, or a host outside. */
export function comeFromInternet(walk: Walk, packet: Packet): Outcome {
    const { network } = walk;
    walk.referencesHold = false;
    walk.hops.push("internet");
    const nat = network.natGateways.find((candidate) => candidate.publicAddress === packet.destination);
    if (nat !== undefined) {
        return enterVpc(
            walk,
            nat.vpc,
            nat.subnet,
            packet,
            { ...packet, destination: nat.privateAddress! },
            nat,
        );
    }
    const owner = network.interfaces.find(
        (candidate) =>
            candidate.publicAddress === packet.destination || candidate.ipv6Address === packet.destination,
    );
    if (owner === undefined) {
        return { at: "internet", packet };
    }
    const inside =
        versionOf(packet.destination) === 6 ? packet : { ...packet, destination: owner.privateAddress };
    const { vpc, id } = named(network.subnets, owner.subnet);
    return enterVpc(walk, vpc, id, packet, inside, undefined);
}

function enterVpc(
    walk: Walk,
    vpc: string,
    subnet: string | undefined,
    outside: Packet,
    inside: Packet,
    nat: NatGateway | undefined,
): Outcome {
    const attached = walk.network.internetGateways.some((gateway) => gateway.vpc === vpc);
    const backThroughEgressOnly = walk.reply && walk.session.leftByEgressOnlyGateway;
    if (!attached && !backThroughEgressOnly) {
        return dropped(`no internet gateway is attached to ${vpc}`);
    }
    const outboundOnly = nat !== undefined || backThroughEgressOnly;
    if (!publicAccessAllowed(walk.network, { vpc, subnet }, outboundOnly)) {
        return dropped("VPC block public access, inbound");
    }
    if (nat !== undefined && nat.subnet === undefined) {
        return returnThroughNat(walk, nat, outside);
    }
    return byGatewayTable(walk, vpc, outside, inside) ?? arriveInVpc(walk, vpc, undefined, inside);
}

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html: a gateway with a route
 * table of its own hands what comes in to an appliance, which must have a public address.
 */
function byGatewayTable(walk: Walk, vpcId: string, outside: Packet, inside: Packet): Outcome | undefined {
    const { network } = walk;
    const table = network.routeTables.find(({ vpc, gateway }) => vpc === vpcId && gateway !== undefined);
    if (table === undefined) {
        return undefined;
    }
    const hop = routeIn(network, named(network.vpcs, vpcId), table.id, inside.destination);
    if (hop?.kind !== "appliance") {
        return hop?.kind === "blackhole" ? dropped("the gateway's route leads nowhere") : undefined;
    }
    const { kind, publicAddress } = named(network.interfaces, hop.id);
    if (
        versionOf(outside.destination) === 4 &&
        kind !== "gatewayLoadBalancerEndpoint" &&
        publicAddress === undefined
    ) {
        return dropped(`${hop.id} has no public address`);
    }
    return enterAppliance(walk, hop.id, undefined, inside);
}
