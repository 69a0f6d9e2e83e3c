import { versionOf } from "./addresses";
import { publicAccessAllowed } from "./block-public-access";
import { networkAclAllows } from "./filters";
import { reachInternet } from "./internet";
import { named, type NatGateway, type Subnet } from "./network";
import type { Packet } from "./packet";
import { arriveInVpc, leaveSubnet } from "./subnets";
import { dropped, type Outcome, type Sender, type Walk } from "./walk";

/**
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html: TCP, UDP and ICMP over IPv4;
 * the source becomes the gateway's own private address and one of the ports 1024 to 65535; it has no
 * security group, but its subnet's ACL applies.
 */
export function enterNat(walk: Walk, nat: NatGateway, from: Subnet, sender: Sender, packet: Packet): Outcome {
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
export function returnThroughNat(walk: Walk, nat: NatGateway, packet: Packet): Outcome {
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
