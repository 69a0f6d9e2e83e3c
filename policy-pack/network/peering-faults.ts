import type { NetworkModel } from "../../analysis/model/network-model";
import type { ResourceRecord } from "../../analysis/model/resource-record";
import { violates, type Faults } from "../fault";
import { at, faultUnless, flag, isSet } from "../reading";
import type { Stack } from "../stack";

const optionTypes = [
    "aws:ec2/peeringConnectionOptions:PeeringConnectionOptions",
    "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
];

/** A peering with another account that is accepted without anybody there having a say. */
export function acceptsForOthers(peering: ResourceRecord): Faults {
    return isSet(peering, "peerOwnerId")
        ? faultUnless(
              flag(peering, "autoAccept", false),
              (accepts) => !accepts,
              "accepts for another account",
          )
        : [];
}

/** A peering of which nothing says whether names resolve to private addresses across it. */
export function saysNothingOfNames(stack: Stack, peering: ResourceRecord): Faults {
    const options = optionTypes.flatMap((type) => stack.referrers(peering, type, "vpcPeeringConnectionId"));
    const isSaid = [peering, ...options].some((record) =>
        ["requester", "accepter"].some((side) => isSet(record, `${side}.allowRemoteVpcDnsResolution`)),
    );
    return isSaid ? [] : [violates(at(peering, "requester.allowRemoteVpcDnsResolution"), "is not set")];
}

/** VPCs with more peerings than anybody keeps track of. */
export const meshes = (model: NetworkModel, most: number): Faults =>
    [...model.vpcs.values()].flatMap((vpc) => {
        const count = [...model.peeringConnections.values()].filter(
            ({ requester, accepter }) => requester === vpc.key || accepter === vpc.key,
        ).length;
        const message = `has ${count} peerings; more than ${most} need a transit gateway`;
        return !vpc.external && count > most ? [violates(vpc.record, message)] : [];
    });
