import { addressesOverlap, addressSet } from "../../packets/address-set";
import { setOfAddress } from "./address";
import type { Key } from "../model/network-model";
import { beyondBoundary } from "./boundary";
import type { Journey } from "./journey";
import type { NetworkIndex } from "./network-index";
import { enterSubnet, isExternal } from "./subnet-crossing";

/** Over a peering connection: from one VPC's interfaces to the other's, and no further. */
export function crossPeering(index: NetworkIndex, journey: Journey, key: Key): Journey[] {
    const { place, goal } = journey;
    if (place.kind !== "subnet") {
        return [journey];
    }
    const connection = index.model.peeringConnections.get(key);
    if (connection === undefined || connection.external) {
        journey.doubt("UNKNOWN_RESOURCE", isExternal(key, "the peering connection"));
        journey.pass("peeringConnection", key);
        journey.references = { preserved: "undecided" };
        if (goal.kind === "subnet") {
            enterSubnet(index, journey, goal.subnet, undefined);
        }
        return [journey.arrive()];
    }
    const vpcs = [connection.requester, connection.accepter, place.subnet.vpc];
    if (vpcs.some((vpc) => index.isUnidentified(vpc))) {
        return beyondBoundary(index, journey, key, "one of the VPCs that it connects");
    }
    if (connection.accepted === "no" && connection.undecided.length === 0) {
        journey.stop({
            key,
            code: "BAD_STATE",
            message: "the peering connection is not accepted",
            change: "accept the peering connection",
        });
    } else if (connection.accepted === "undecided") {
        journey.doubt("BAD_STATE", {
            urn: key,
            property: "autoAccept",
            reason: "whether the other side accepts the peering connection is not known",
            remedy: "add a VpcPeeringConnectionAccepter, or set autoAccept within one account and Region",
        });
    }
    for (const doubt of connection.undecided) {
        journey.doubt("UNDECIDED_PROPERTY", doubt);
    }
    const mine = place.subnet.vpc;
    if (connection.requester !== mine && connection.accepter !== mine) {
        journey.stop({
            key,
            code: "BAD_STATE_ROUTE",
            message: "the peering connection does not belong to the sender's VPC",
            change: "route to a peering connection of this VPC",
        });
    }
    const other = connection.requester === mine ? connection.accepter : connection.requester;
    const foreign = place.appliance !== undefined && !journey.bearsOrigin && goal.kind === "subnet";
    if (foreignSource(journey, mine)) {
        journey.stop({
            key,
            code: "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
            message:
                "a peering connection carries only what comes from its own VPC; peering is not transitive",
            change: "connect the two VPCs directly",
        });
    }
    journey.pass("peeringConnection", key);
    if (connection.undecided.length > 0) {
        journey.references =
            journey.references.preserved === "no" ? journey.references : { preserved: "undecided" };
    } else if (connection.crossRegion) {
        journey.references = { preserved: "no", code: "UNKNOWN_PEERED_SGS" };
    } else if (foreign) {
        journey.references = { preserved: "no", code: "SG_REFERENCES_NOT_PRESERVED" };
    }
    const vpc = index.model.vpcs.get(other);
    if (goal.kind === "subnet" && goal.subnet.vpc === other && journey.face !== "public") {
        enterSubnet(index, journey, goal.subnet, undefined);
        return [journey.arrive()];
    }
    const within =
        vpc !== undefined && addressesOverlap(addressSet(vpc.cidrs), setOfAddress(journey.destination));
    if (goal.kind === "outside" && (vpc === undefined || vpc.external || within)) {
        journey.doubt("UNKNOWN_DESTINATION", isExternal(other, "the peer VPC"));
        return [journey.arrive()];
    }
    return [
        journey.stop({
            key,
            code: "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
            message: "the destination is not in the peer VPC; peering does not lead through it",
            change: "connect to the destination's network directly",
        }),
    ];
}

/** Whether a packet that came in over something else is about to be passed on. */
function foreignSource(journey: Journey, vpc: Key): boolean {
    const start = journey.legStart;
    return start.kind === "subnet" && start.subnet.vpc !== vpc;
}
