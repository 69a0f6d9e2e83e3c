import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const routed = (destinationCidrBlock: string) => [
    ...network,
    resource(types.vpc, "shared", { cidrBlock: "10.1.0.0/16" }),
    resource(types.peering, "peering", { vpcId: ref("vpc"), peerVpcId: ref("shared"), autoAccept: true }),
    resource(types.route, "to-peer", {
        routeTableId: ref("app-a-routes"),
        destinationCidrBlock,
        vpcPeeringConnectionId: ref("peering"),
    }),
];

export const specimens: Specimens = {
    compliant: {
        "the peer's block": routed("10.1.0.0/16"),
        "a part of it": routed("10.1.3.0/24"),
    },
    violating: {
        everything: routed("0.0.0.0/0"),
        "all private addresses": routed("10.0.0.0/8"),
        "a block that is not the peer's": routed("10.2.0.0/16"),
    },
};
