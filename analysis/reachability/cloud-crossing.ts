import { privateAddresses, publicAddresses, addressesOf, isAddressSubset } from "../../packets/address-set";
import { overlaps } from "../../packets/interval-set";
import type { Key } from "../model/network-model";
import { setOfAddress, someOf } from "./address";
import { enterByGateway } from "./gateway-ingress";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import { checkPublicAccess } from "./public-access";
import { isExternal } from "./subnet-crossing";

const carrierGradeNat = addressesOf("100.64.0.0/10");

/** Out of a VPC through its internet gateway, and on to whoever has the address. */
export function leaveByInternetGateway(index: NetworkIndex, journey: Journey, key: Key): Journey[] {
    const place = journey.place;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const { subnet } = place;
    const gateway = index.model.internetGateways.get(key);
    if (gateway === undefined || gateway.external) {
        journey.doubt("UNKNOWN_RESOURCE", isExternal(key, "the internet gateway"));
    } else if (index.isUnidentified(subnet.vpc)) {
        journey.doubt("UNKNOWN_RESOURCE", isExternal(subnet.vpc, "the sender's VPC"));
    } else if (gateway.undecided.length > 0 && gateway.vpc !== subnet.vpc) {
        gateway.undecided.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
    } else if (gateway.vpc !== subnet.vpc) {
        journey.stop({
            key,
            code: "BAD_STATE_ROUTE",
            message:
                gateway.vpc === undefined
                    ? "the internet gateway is attached to no VPC"
                    : "the internet gateway is attached to another VPC",
            change: `attach ${key} to ${subnet.vpc}`,
        });
    }
    const { family } = journey.destination;
    if (journey.entered !== "interface") {
        journey.stop({
            key,
            code: "CANNOT_ROUTE",
            message: "an internet gateway serves only interfaces of its own VPC",
            change: "send it through a NAT gateway",
        });
    }
    const isEgressOnlyAccess = place.natGateway !== undefined;
    blockPublicAccess(index, journey, key, isEgressOnlyAccess);
    if (family === "ipv4") {
        if (place.publicIpv4 === "no") {
            journey.stop({
                key,
                code: "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
                message: "the sender has no public IPv4 address, so the internet gateway drops its packets",
                change: "give it a public address, or route its subnet to a NAT gateway",
            });
        } else if (place.publicIpv4 === "undecided") {
            journey.doubt("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", {
                urn: subnet.key,
                property: "publicIpv4",
                reason: "whether the sender has a public address is not known",
                remedy: "state it on the interface",
            });
        }
        dropPrivateDestination(journey, key);
        if (!journey.isReply) {
            journey.source = someOf("ipv4", publicAddresses);
            journey.sourceFace = "public";
        }
    }
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    journey.pass("internetGateway", key);
    return reachThroughCloud(index, journey);
}

/** Out of a VPC by IPv6 only, for sessions that begin inside. */
export function leaveByEgressOnlyGateway(index: NetworkIndex, journey: Journey, key: Key): Journey[] {
    if (journey.destination.family === "ipv4") {
        return [
            journey.stop({
                key,
                code: "CANNOT_ROUTE",
                message: "an egress-only gateway carries IPv6 only",
                change: "route IPv4 to a NAT gateway",
            }),
        ];
    }
    if (journey.isReply) {
        journey.stop({
            key,
            code: "EGRESS_ONLY_GATEWAY",
            message: "an egress-only gateway lets no session in, so it passes no reply to one either",
            change: "route ::/0 to an internet gateway",
        });
    }
    if (journey.entered !== "interface") {
        journey.stop({
            key,
            code: "CANNOT_ROUTE",
            message: "an egress-only gateway serves only interfaces of its own VPC",
            change: "give the sender's VPC an egress-only gateway of its own",
        });
    }
    const gateway = index.model.internetGateways.get(key);
    (gateway?.undecided ?? []).forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
    blockPublicAccess(index, journey, key, true);
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    journey.pass("internetGateway", key, "egress only");
    return reachThroughCloud(index, journey);
}

function blockPublicAccess(index: NetworkIndex, journey: Journey, key: Key, egressOnly: boolean): void {
    const { place } = journey;
    if (journey.isReply || place.kind !== "subnet") {
        return;
    }
    const at = { subnet: place.subnet, vpc: place.subnet.vpc, gateway: key };
    checkPublicAccess(
        index.model,
        journey,
        at,
        (access) => access === "open" || (access === "egressOnly" && egressOnly),
    );
}

function dropPrivateDestination(journey: Journey, key: Key): void {
    const destination = setOfAddress(journey.destination);
    if (journey.face === "private" && overlaps(destination.ipv4, privateAddresses.ipv4)) {
        const shared = isAddressSubset(destination, carrierGradeNat);
        journey.stop({
            key,
            code: shared
                ? "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS"
                : "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS",
            message: "an internet gateway drops packets to private addresses",
            change: "route the destination to a peering connection or a transit gateway",
        });
    }
}

/** From the internet to the goal: it is there itself, or an interface with a public address. */
export function reachThroughCloud(index: NetworkIndex, journey: Journey): Journey[] {
    const { goal } = journey;
    if (goal.kind === "cloud") {
        journey.pass("internet", "internet");
        journey.overInternet = true;
        return [journey.arrive()];
    }
    if (goal.kind === "outside") {
        return [
            journey.stop({
                key: "internet",
                code: "NO_PATH",
                message: "a private address cannot be reached over the internet",
                change: "route the destination to a peering connection, transit gateway or virtual private gateway",
            }),
        ];
    }
    const { subnet } = goal;
    if (journey.face === "private") {
        journey.stop({
            key: subnet.key,
            code: "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
            message: "a private address cannot be reached over the internet",
            change: "ask about the public address, or give the interface one",
        });
    }
    const gateway = index.internetGateway(subnet.vpc);
    if (gateway === undefined) {
        const open = index.internetGatewayDoubts(subnet.vpc);
        open.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
        if (index.model.vpcs.get(subnet.vpc)?.external === true) {
            journey.doubt("UNKNOWN_RESOURCE", isExternal(subnet.vpc, "the VPC and its gateway"));
        } else if (!journey.isReply && open.length === 0) {
            // A reply comes back the way its request left, through an egress-only gateway perhaps.
            journey.stop({
                key: subnet.vpc,
                code: "NO_PATH",
                message: "no internet gateway is attached to the VPC",
                change: `attach an internet gateway to ${subnet.vpc}`,
            });
        }
    } else {
        journey.pass("internetGateway", gateway.key);
        gateway.undecided.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
        if (!journey.isReply) {
            const at = { subnet, vpc: subnet.vpc, gateway: gateway.key };
            checkPublicAccess(index.model, journey, at, (access) => access === "open");
        }
    }
    if (journey.face === "public") {
        if (goal.natGateway !== undefined && !journey.isReply) {
            journey.stop({
                key: goal.natGateway,
                code: "NGW_INGRESS_RESTRICTION",
                message: "a NAT gateway lets no session in",
                change: "put a load balancer or a public address in front of the destination",
            });
        }
        if (goal.publicIpv4 === "no") {
            journey.stop({
                key: subnet.key,
                code: "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
                message: "the destination has no public IPv4 address",
                change: "give the interface a public address, or put a load balancer in front of it",
            });
        } else if (goal.publicIpv4 === "undecided") {
            journey.doubt("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS", {
                urn: subnet.key,
                property: "publicIpv4",
                reason: "whether the destination has a public address is not known",
                remedy: "state it on the interface",
            });
        }
    }
    journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    return enterByGateway(index, journey, gateway?.key ?? subnet.vpc, subnet);
}
