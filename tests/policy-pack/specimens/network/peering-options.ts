import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type SpecimenResource, type Specimens } from "../../support/specimen";

const dns = { requester: { allowRemoteVpcDnsResolution: true } };
const peering = (name: string, inputs: SpecimenResource["inputs"]) =>
    resource(types.peering, name, { vpcId: ref("vpc"), peerVpcId: `vpc-of-${name}`, ...inputs });

export const specimens: Specimens = {
    compliant: {
        "a peer of the account": [...network, peering("shared", { autoAccept: true, ...dns })],
        "a peer of another account": [...network, peering("shared", { peerOwnerId: "222233334444", ...dns })],
        "options of their own": [
            ...network,
            peering("shared", {}),
            resource("aws:ec2/peeringConnectionOptions:PeeringConnectionOptions", "options", {
                vpcPeeringConnectionId: ref("shared"),
                ...dns,
            }),
        ],
    },
    violating: {
        "accepted for another account": [
            ...network,
            peering("shared", { peerOwnerId: "222233334444", autoAccept: true, ...dns }),
        ],
        "nothing said of names": [...network, peering("shared", {})],
        "a mesh": [...network, ...["one", "two", "three"].map((name) => peering(name, dns))],
    },
};
