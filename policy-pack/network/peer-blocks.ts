import type { NetworkModel, Route } from "../../analysis/model/network-model";
import { addressSet, hasNoAddresses, isAddressSubset } from "../../packets/address-set";
import { destinationOf } from "./routing";

/** Whether part of the destination is not the peer's, as far as the peer's blocks are known here. */
export function leadsBeyond(route: Route, vpc: string, model: NetworkModel): boolean {
    const peering = "key" in route.target ? model.peeringConnections.get(route.target.key) : undefined;
    const other = peering?.requester === vpc ? peering.accepter : peering?.requester;
    const peer = other === undefined ? undefined : model.vpcs.get(other);
    const blocks = addressSet(peer?.cidrs ?? []);
    return (
        peer !== undefined &&
        !peer.external &&
        !peer.hasUnknownIpv6 &&
        !hasNoAddresses(blocks) &&
        !isAddressSubset(destinationOf(route, model), blocks)
    );
}
