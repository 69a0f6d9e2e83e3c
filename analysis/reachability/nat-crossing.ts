import type { Key } from "../model/network-model";
import { addressesOf, addressSet, publicAddresses } from "../../packets/address-set";
import { overlaps } from "../../packets/interval-set";
import { everyPort } from "../../packets/ports";
import { setOfAddress, someOf } from "./address";
import { beyondBoundary } from "./boundary";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import type { Onward } from "./network-walk";
import { reachThroughCloud } from "./cloud-crossing";
import { checkPublicAccess } from "./public-access";
import { enterSubnet, isExternal, leaveSubnet } from "./subnet-crossing";
import { noTraffic } from "./traffic-set";

/** IPv4 destinations as IPv6 hosts write them, by the answers of DNS64. */
const nat64 = addressesOf("64:ff9b::/96");

/** Through a NAT gateway: it opens sessions outward under its own address and lets none in. */
export function crossNatGateway(index: NetworkIndex, journey: Journey, key: Key, onward: Onward): Journey[] {
    const { place } = journey;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const gateway = index.model.natGateways.get(key);
    if (gateway === undefined || gateway.external) {
        leaveSubnet(index, journey, place.subnet, undefined);
        journey.doubt("UNKNOWN_RESOURCE", isExternal(key, "the NAT gateway"));
        journey.pass("natGateway", key);
        journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
        return journey.goal.kind === "cloud" ? [journey.arrive()] : reachThroughCloud(index, journey);
    }
    const subnet = gateway.subnet === undefined ? undefined : index.subnet(gateway.subnet);
    leaveSubnet(index, journey, place.subnet, subnet?.key);
    if (journey.isReply) {
        return [
            journey.stop({
                key,
                code: "NGW_INGRESS_RESTRICTION",
                message: "the reply is routed to a NAT gateway, which knows no session for it",
                change: "route the client's addresses back the way the request came",
            }),
        ];
    }
    if (place.natGateway !== undefined) {
        return [circle(journey, key)];
    }
    if (
        journey.destination.family === "ipv6" &&
        overlaps(setOfAddress(journey.destination).ipv6, nat64.ipv6)
    ) {
        return beyondBoundary(index, journey, key, "the IPv4 side of the translated address");
    }
    if (journey.destination.family === "ipv6") {
        return [
            journey.stop({
                key,
                code: "CANNOT_ROUTE",
                message: "a NAT gateway carries IPv6 only to translated IPv4 destinations",
                change: "route ::/0 to an egress-only internet gateway",
            }),
        ];
    }
    if (index.isUnidentified(gateway.vpc) || index.isUnidentified(place.subnet.vpc)) {
        journey.doubt("UNDECIDED_PROPERTY", isExternal(key, "the NAT gateway's VPC"));
    } else if (gateway.vpc !== place.subnet.vpc) {
        journey.stop({
            key,
            code: "NGW_REQUIRES_SOURCE_IN_VPC",
            message: "the NAT gateway is in another VPC",
            change: "use a NAT gateway of the sender's VPC",
        });
    }
    for (const doubt of gateway.undecided) {
        journey.doubt("UNDECIDED_PROPERTY", doubt);
    }
    journey.steps.push({
        kind: "limit",
        key,
        traffic: { ...noTraffic, tcp: everyPort, udp: everyPort, icmp: everyPort },
        code: "PROTOCOL_RESTRICTION",
        message: "a NAT gateway carries TCP, UDP and ICMP only",
        change: "use one of these protocols",
    });
    if (subnet === undefined) {
        return gateway.regional
            ? crossRegionalGateway(index, journey, key)
            : unseenSubnet(index, journey, key, gateway.subnet ?? key);
    }
    enterSubnet(index, journey, subnet, place.subnet.key);
    journey.pass("natGateway", key);
    journey.turn(
        { kind: "subnet", subnet, publicIpv4: gateway.public ? "yes" : "no", natGateway: key },
        someOf("ipv4", addressSet(subnet.cidrs)),
    );
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    journey.bearsOrigin = false;
    journey.entered = "interface";
    return onward(journey);
}

/** A regional gateway has no subnet: it stands at the edge of its VPC, in every zone. */
function crossRegionalGateway(index: NetworkIndex, journey: Journey, key: Key): Journey[] {
    const { place } = journey;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const gateway = index.internetGateway(place.subnet.vpc);
    const open = gateway === undefined ? index.internetGatewayDoubts(place.subnet.vpc) : [];
    open.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
    if (gateway === undefined && open.length === 0) {
        journey.stop({
            key,
            code: "NO_ROUTE_TO_DESTINATION",
            message: "the VPC of the regional NAT gateway has no internet gateway",
            change: `attach an internet gateway to ${place.subnet.vpc}`,
        });
    }
    const at = { vpc: place.subnet.vpc, gateway: key };
    checkPublicAccess(index.model, journey, at, (access) => access !== "closed");
    journey.pass("natGateway", key, "regional");
    journey.turn({ kind: "cloud" }, someOf("ipv4", publicAddresses));
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    journey.bearsOrigin = false;
    if (gateway !== undefined) {
        journey.pass("internetGateway", gateway.key);
    }
    return reachThroughCloud(index, journey);
}

function unseenSubnet(index: NetworkIndex, journey: Journey, key: Key, urn: string): Journey[] {
    journey.doubt("UNKNOWN_RESOURCE", isExternal(urn, "the NAT gateway's subnet"));
    journey.pass("natGateway", key);
    journey.turn({ kind: "cloud" }, someOf("ipv4", publicAddresses));
    journey.bearsOrigin = false;
    return reachThroughCloud(index, journey);
}

const circle = (journey: Journey, key: Key): Journey =>
    journey.stop({
        key,
        code: "NO_ROUTE_TO_DESTINATION",
        message: "the NAT gateway's own subnet routes to a NAT gateway, not to an internet gateway",
        change: "put the NAT gateway into a subnet that routes to an internet gateway",
    });
