import { isIn, isInAny, versionOf } from "./addresses";
import { publicAccessAllowed } from "./block-public-access";
import { networkAclAllows } from "./filters";
import { named, type Interface, type NatGateway, type Network, type Subnet } from "./network";
import type { TransitGateway, TransitGatewayAttachment } from "./network";
import type { Packet } from "./packet";
import { isOnTheInternet, routeFrom, transitRouteFrom } from "./routing";

/** What AWS decides by itself, fixed so that one walk has one outcome. */
export interface Choices {
    /** The source port that NAT gateways and load balancers pick, of 1024 to 65535. */
    readonly ephemeralPort: number;
    /** Which attachment subnet a transit gateway uses where none is in the sender's zone. */
    readonly transitSubnet: number;
}

export const firstChoices: Choices = { ephemeralPort: 1024, transitSubnet: 0 };

/** What is remembered of a session while its reply travels. */
export interface Session {
    readonly translations: {
        readonly nat: NatGateway;
        readonly inside: { readonly address: string; readonly port?: number };
        readonly port?: number;
    }[];
    /** The session was begun through this egress-only internet gateway. */
    leftByEgressOnlyGateway: boolean;
}

export interface Walk {
    readonly network: Network;
    readonly reply: boolean;
    readonly session: Session;
    readonly choices: Choices;
    /** Every step, for the reader of a failing test. */
    readonly hops: string[];
    /** Whether references to security groups still hold on the way taken. */
    referencesHold: boolean;
}

export type Outcome =
    | { readonly at: "interface"; readonly interface: Interface; readonly packet: Packet }
    | { readonly at: "internet"; readonly packet: Packet }
    | { readonly at: "service"; readonly endpoint: string; readonly packet: Packet }
    | { readonly at: "dropped"; readonly reason: string };

/** Who hands a packet to a subnet's route table. */
type Sender =
    | { readonly kind: "interface"; readonly interface: Interface }
    | { readonly kind: "nat"; readonly nat: NatGateway }
    | { readonly kind: "transitGateway" };

const dropped = (reason: string): Outcome => ({ at: "dropped", reason });

const vpcOf = (walk: Walk, subnet: Subnet) => named(walk.network.vpcs, subnet.vpc);

/** An interface sends a packet. */
export function leaveInterface(walk: Walk, sender: Interface, packet: Packet): Outcome {
    walk.hops.push(sender.id);
    const subnet = named(walk.network.subnets, sender.subnet);
    return leaveSubnet(walk, subnet, { kind: "interface", interface: sender }, packet);
}

function leaveSubnet(walk: Walk, subnet: Subnet, sender: Sender, packet: Packet): Outcome {
    // Traffic inside one subnet meets neither its ACL nor its routes.
    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
    if (isInAny(packet.destination, subnet.cidrs)) {
        return arriveInVpc(walk, subnet.vpc, subnet, packet);
    }
    if (!networkAclAllows(walk.network, subnet, "out", packet)) {
        return dropped(`network ACL of ${subnet.id}, outbound`);
    }
    return route(walk, subnet, sender, packet);
}

function route(walk: Walk, subnet: Subnet, sender: Sender, packet: Packet): Outcome {
    const hop = routeFrom(walk.network, subnet, packet.destination);
    if (hop === undefined) {
        return dropped(`no route from ${subnet.id}`);
    }
    walk.hops.push(hop.kind === "local" ? "local" : hop.id);
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
    }
}

/** The last step inside a VPC: to whoever has the destination as a private or IPv6 address. */
function arriveInVpc(walk: Walk, vpc: string, from: Subnet | undefined, packet: Packet): Outcome {
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
        return { at: "interface", interface: owner, packet };
    }
    const nat = network.natGateways.find(
        (candidate) => candidate.subnet === subnet.id && candidate.privateAddress === packet.destination,
    );
    return nat === undefined
        ? dropped("no interface has the destination")
        : returnThroughNat(walk, nat, packet);
}

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html: for IPv4 the gateway
 * translates between an interface's public and private address; without a public one nothing passes.
 */
function leaveByInternetGateway(
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
    const publicAddress = sender.kind === "nat" ? sender.nat.publicAddress : sender.interface.publicAddress;
    if (publicAddress === undefined) {
        return dropped("the sender has no public address");
    }
    return reachInternet(walk, { ...packet, source: publicAddress });
}

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html: IPv6 only, and
 * only sessions that were begun inside.
 */
function leaveByEgressOnlyGateway(walk: Walk, subnet: Subnet, sender: Sender, packet: Packet): Outcome {
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

function reachInternet(walk: Walk, packet: Packet): Outcome {
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
    return arriveInVpc(walk, vpc, undefined, inside);
}

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html: TCP, UDP and ICMP over IPv4;
 * the source becomes the gateway's own private address and one of the ports 1024 to 65535; it has no
 * security group, but its subnet's ACL applies.
 */
function enterNat(walk: Walk, nat: NatGateway, from: Subnet, sender: Sender, packet: Packet): Outcome {
    walk.referencesHold = false;
    if (walk.reply) {
        return dropped("the NAT gateway knows no such session");
    }
    if (versionOf(packet.source) !== 4 || ![1, 6, 17].includes(packet.protocol)) {
        return dropped("NAT gateways carry TCP, UDP and ICMP over IPv4");
    }
    if (sender.kind === "nat") {
        return dropped("a NAT gateway does not use another");
    }
    const port = packet.sourcePort === undefined ? undefined : walk.choices.ephemeralPort;
    const inside = { address: packet.source, port: packet.sourcePort };
    walk.session.translations.push({ nat, inside, port });
    if (nat.subnet === undefined) {
        return leaveRegionalNat(walk, nat, { ...packet, sourcePort: port });
    }
    const subnet = named(walk.network.subnets, nat.subnet);
    if (subnet !== from && !networkAclAllows(walk.network, subnet, "in", packet)) {
        return dropped(`network ACL of ${subnet.id}, inbound`);
    }
    const translated = { ...packet, source: nat.privateAddress!, sourcePort: port };
    return leaveSubnet(walk, subnet, { kind: "nat", nat }, translated);
}

/**
 * A regional gateway lives in no subnet, so no network ACL but its clients' applies, and AWS gives
 * it a route table of its own whose default route is the VPC's internet gateway.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
function leaveRegionalNat(walk: Walk, nat: NatGateway, packet: Packet): Outcome {
    if (!walk.network.internetGateways.some((gateway) => gateway.vpc === nat.vpc)) {
        return dropped("no internet gateway is attached");
    }
    if (!publicAccessAllowed(walk.network, { vpc: nat.vpc }, true)) {
        return dropped("VPC block public access, outbound");
    }
    return reachInternet(walk, { ...packet, source: nat.publicAddress! });
}

/** A NAT gateway takes only replies to what it translated, and sends them on from its own subnet. */
function returnThroughNat(walk: Walk, nat: NatGateway, packet: Packet): Outcome {
    const translation = walk.session.translations.find(
        (candidate) => candidate.nat === nat && candidate.port === packet.destinationPort,
    );
    if (!walk.reply || translation === undefined) {
        return dropped("the NAT gateway accepts no new session");
    }
    walk.hops.push(nat.id);
    const { address, port } = translation.inside;
    const inside = { ...packet, destination: address, destinationPort: port };
    if (nat.subnet === undefined) {
        return arriveInVpc(walk, nat.vpc, undefined, inside);
    }
    return leaveSubnet(walk, named(walk.network.subnets, nat.subnet), { kind: "nat", nat }, inside);
}

/**
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html: both ends must be inside
 * the two VPCs (no transit, no edge to edge), and the request must have been accepted.
 */
function crossPeering(walk: Walk, id: string, subnet: Subnet, packet: Packet): Outcome {
    const { network } = walk;
    const { requester, accepter, accepted } = named(network.peerings, id);
    if (!accepted) {
        return dropped("the peering is not accepted");
    }
    const near = vpcOf(walk, subnet);
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
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html: a way out only, for the
 * VPC's own addresses.
 */
function enterGatewayEndpoint(walk: Walk, id: string, subnet: Subnet, packet: Packet): Outcome {
    if (!isInAny(packet.source, vpcOf(walk, subnet).cidrs)) {
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

/**
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html: only from a zone in which the
 * attachment has a subnet. https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html: on the way in,
 * the attachment subnet's inbound entries apply, unless the sender is in that very subnet.
 */
function enterTransitGateway(
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
    // Group references cross a transit gateway where it and both attachments support them.
    // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
    const supports = [gateway, attachment, hop.attachment].every((end) => end.securityGroupReferencing);
    walk.referencesHold = walk.referencesHold && supports;
    return leaveTransitGateway(walk, hop.attachment, subnet.zone, packet);
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
