import { changed, network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const peered = (cidrBlock: string) => [
    ...network,
    resource(types.vpc, "shared", { cidrBlock }),
    resource(types.peering, "peering", { vpcId: ref("vpc"), peerVpcId: ref("shared"), autoAccept: true }),
];

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a peer beside it": peered("10.1.0.0/16"),
        "a subnet in a secondary block": changed(
            [
                ...network,
                resource("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "more", {
                    vpcId: ref("vpc"),
                    cidrBlock: "100.64.0.0/16",
                }),
            ],
            "db-b",
            { cidrBlock: "100.64.1.0/24" },
        ),
    },
    violating: {
        "a public block": [resource(types.vpc, "vpc", { cidrBlock: "52.1.0.0/16" })],
        "a block that is too small": [resource(types.vpc, "vpc", { cidrBlock: "10.0.0.0/28" })],
        "a subnet outside": changed(network, "db-b", { cidrBlock: "10.1.0.0/24" }),
        "two subnets that overlap": changed(network, "db-b", { cidrBlock: "10.0.5.128/25" }),
        "a peer with the same block": peered("10.0.128.0/17"),
    },
    undecidable: {
        "a block from an address pool": [
            resource(types.vpc, "vpc", { ipv4IpamPoolId: "ipam-pool-1", ipv4NetmaskLength: 16 }),
        ],
    },
};
