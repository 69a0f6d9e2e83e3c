import type { Key, Subnet, TransitGateway, TransitGatewayAttachment } from "../model/network-model";
import { lookUp } from "./address";
import { beyondBoundary, getLost } from "./boundary";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import type { Onward } from "./network-walk";
import { comparable } from "./zones";
import { enterSubnet, isExternal, leaveSubnet } from "./subnet-crossing";

/** From a VPC into a transit gateway, through its tables, and into whatever is attached there. */
export function crossTransitGateway(
    index: NetworkIndex,
    journey: Journey,
    key: Key,
    onward: Onward,
): Journey[] {
    const { place } = journey;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const gateway = index.model.transitGateways.get(key);
    if (gateway === undefined || gateway.external || gateway.undecided.length > 0) {
        gateway?.undecided.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
        leaveSubnet(index, journey, place.subnet, undefined);
        return beyondBoundary(index, journey, key, "the transit gateway");
    }
    if (index.isUnidentified(place.subnet.vpc)) {
        leaveSubnet(index, journey, place.subnet, undefined);
        return beyondBoundary(index, journey, key, "the sender's VPC");
    }
    const attachments = gateway.attachments.filter((candidate) => candidate.vpc === place.subnet.vpc);
    const attachment = attachments[0];
    if (attachment === undefined) {
        leaveSubnet(index, journey, place.subnet, undefined);
        return [
            journey.stop({
                key,
                code: "BAD_STATE_ATTACHMENT",
                message: "the sender's VPC is not attached to the transit gateway",
                change: `attach ${place.subnet.vpc} to it`,
            }),
        ];
    }
    checkAttachment(journey, attachment);
    if (attachment.undecided.length > 0) {
        leaveSubnet(index, journey, place.subnet, undefined);
        return beyondBoundary(index, journey, attachment.key, "the attachment");
    }
    const door = zoneDoor(index, attachment, place.subnet);
    if (door === "unknown") {
        leaveSubnet(index, journey, place.subnet, undefined);
        journey.doubt("TGW_ROUTE_AZ_RESTRICTION", {
            urn: attachment.key,
            property: "subnetIds",
            reason: "whether the attachment has a subnet in the sender's zone cannot be told",
            remedy: "name zones in one way, by id or by name",
        });
    } else if (door === undefined) {
        leaveSubnet(index, journey, place.subnet, undefined);
        journey.stop({
            key: attachment.key,
            code: "TGW_ROUTE_AZ_RESTRICTION",
            message: `the attachment has no subnet in the sender's zone ${place.subnet.zone ?? ""}`.trim(),
            change: "give the attachment a subnet in that zone",
        });
    } else {
        if (door.key !== place.subnet.key) {
            leaveSubnet(index, journey, place.subnet, undefined);
            enterSubnet(index, journey, door, undefined);
        } else {
            leaveSubnet(index, journey, place.subnet, undefined);
        }
    }
    journey.pass("transitGateway", key);
    const supported = gateway.securityGroupReferencing && attachment.securityGroupReferencing;
    journey.references = supported ? journey.references : { preserved: "no", code: "SG_REFERENCING_SUPPORT" };
    return throughTables(index, journey, gateway, attachment, onward);
}

function checkAttachment(journey: Journey, attachment: TransitGatewayAttachment): void {
    if (attachment.accepted === "no") {
        journey.stop({
            key: attachment.key,
            code: "BAD_STATE_ATTACHMENT",
            message: "the attachment is not accepted",
            change: "accept the attachment",
        });
    } else if (attachment.accepted === "undecided") {
        journey.doubt("BAD_STATE_ATTACHMENT", {
            urn: attachment.key,
            property: "accepted",
            reason: "whether the gateway's owner accepts the attachment is not known",
            remedy: "add an attachment accepter, or let the gateway accept shared attachments",
        });
    }
    for (const doubt of attachment.undecided) {
        journey.doubt("UNDECIDED_PROPERTY", doubt);
    }
}

function throughTables(
    index: NetworkIndex,
    journey: Journey,
    gateway: TransitGateway,
    from: TransitGatewayAttachment,
    onward: Onward,
): Journey[] {
    const handed = journey.handTo(`${gateway.key} ${from.key}`);
    if (handed !== "on") {
        return getLost(index, journey, from.associatedTable ?? gateway.key, handed);
    }
    if (from.associatedTable === undefined) {
        return [
            journey.stop({
                key: from.key,
                code: "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION",
                message: "the attachment is associated with no route table of the transit gateway",
                change: "associate the attachment with a route table",
            }),
        ];
    }
    const filter = index.transitRoutes(gateway, from.associatedTable);
    if (filter === undefined) {
        journey.doubt("TGW_RTB_ROUTES_ARE_UNKNOWN", isExternal(from.associatedTable, "the route table"));
        return beyondBoundary(index, journey, from.associatedTable, "the transit gateway's route table");
    }
    const found = lookUp(filter.byAddress, journey.destination);
    const { family: spoken } = journey.destination;
    const anywhere = filter.anywhere.filter(({ family }) => family === undefined || family === spoken);
    const ways: Journey[] = [];
    for (const choice of found) {
        const way = journey.fork();
        if (choice === undefined) {
            if (anywhere.length === 0) {
                ways.push(
                    way.stop({
                        key: from.associatedTable,
                        code: "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT",
                        message: "the transit gateway's table has no route to the destination",
                        change: "propagate the destination's attachment into the table, or add a static route",
                    }),
                );
            }
            continue;
        }
        way.pass("transitGatewayRouteTable", from.associatedTable, choice.label);
        if (choice.attachment === undefined) {
            ways.push(
                way.stop({
                    key: from.associatedTable,
                    code: "TGW_RTB_BAD_STATE_ROUTE",
                    message: `the route ${choice.label} drops the packet`,
                    change: "remove the blackhole route",
                    ...(choice.urn === undefined ? {} : { rule: choice.urn }),
                }),
            );
        } else {
            ways.push(...leaveByAttachment(index, way, gateway, choice.attachment, onward));
        }
    }
    const missed = found.includes(undefined);
    const { goal } = journey;
    const isSettled = found.every(
        (choice) => goal.kind === "subnet" && choice?.attachment?.vpc === goal.subnet.vpc,
    );
    if (!isSettled) {
        for (const choice of anywhere) {
            const way = journey.fork();
            way.unlikely = way.unlikely || !missed;
            way.pass("transitGatewayRouteTable", from.associatedTable, choice.label);
            way.doubt(
                "TGW_RTB_ROUTES_ARE_UNKNOWN",
                isExternal(choice.attachment?.key ?? "", "the attachment"),
            );
            ways.push(...leaveByAttachment(index, way, gateway, choice.attachment!, onward));
        }
    }
    return ways;
}

function leaveByAttachment(
    index: NetworkIndex,
    journey: Journey,
    gateway: TransitGateway,
    to: TransitGatewayAttachment,
    onward: Onward,
): Journey[] {
    checkAttachment(journey, to);
    if (to.undecided.length > 0) {
        return beyondBoundary(index, journey, to.key, "the attachment");
    }
    if (to.kind === "peering") {
        const peer = to.peer === undefined ? undefined : index.model.transitGateways.get(to.peer);
        const back = peer?.attachments.find(
            (candidate) => candidate.kind === "peering" && candidate.peer === gateway.key,
        );
        journey.references = { preserved: "no", code: "SG_REFERENCING_SUPPORT" };
        if (peer === undefined || peer.external || peer.undecided.length > 0 || back === undefined) {
            return beyondBoundary(index, journey, to.key, "the peer transit gateway");
        }
        journey.pass("transitGateway", peer.key);
        return throughTables(index, journey, peer, back, onward);
    }
    if (to.kind !== "vpc" || to.vpc === undefined || index.model.vpcs.get(to.vpc)?.external === true) {
        return beyondBoundary(index, journey, to.key, "the network behind the attachment");
    }
    if (!to.securityGroupReferencing) {
        journey.references = { preserved: "no", code: "SG_REFERENCING_SUPPORT" };
    }
    const doors = doorsInto(index, to, journey);
    if (doors.length === 0) {
        return [
            journey.stop({
                key: to.key,
                code: "TGW_ATTACH_VPC_AZ_RESTRICTION",
                message: "the attachment has no subnet to enter the VPC by",
                change: "give the attachment a subnet",
            }),
        ];
    }
    return doors.flatMap((door) => {
        const way = journey.fork();
        way.place = { kind: "subnet", subnet: door, publicIpv4: "no" };
        way.entered = "transitGateway";
        return onward(way);
    });
}

/** The gateway keeps to the sender's zone where the attachment is in it; else any of its zones serves. */
function doorsInto(index: NetworkIndex, to: TransitGatewayAttachment, journey: Journey): Subnet[] {
    const doors = to.subnets.map((key) => index.subnet(key)).filter((subnet) => subnet !== undefined);
    const { place } = journey;
    const zone = place.kind === "subnet" ? place.subnet.zone : undefined;
    const same = zone === undefined ? [] : doors.filter((door) => door.zone === zone);
    return same.length > 0 ? same : doors;
}

/** The attachment's subnet in the sender's zone; a transit gateway cannot be entered from another. */
function zoneDoor(
    index: NetworkIndex,
    attachment: TransitGatewayAttachment,
    from: Subnet,
): Subnet | "unknown" | undefined {
    if (attachment.subnets.includes(from.key)) {
        return from;
    }
    const doors = attachment.subnets.map((key) => index.subnet(key));
    const match = doors.find((door) => door?.zone !== undefined && door.zone === from.zone);
    if (match !== undefined) {
        return match;
    }
    const told = doors.every((door) => door?.zone !== undefined && comparable(door.zone, from.zone));
    return told ? undefined : "unknown";
}
