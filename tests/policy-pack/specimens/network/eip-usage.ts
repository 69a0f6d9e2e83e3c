import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const address = resource(types.eip, "address", { domain: "vpc" });

export const specimens: Specimens = {
    compliant: {
        "the seed's network, whose addresses are NAT's": network,
        "the bastion's": [
            ...network,
            { ...address, name: "bastion-address" },
            resource("aws:ec2/eipAssociation:EipAssociation", "bastion-joined", {
                instanceId: ref("bastion"),
                allocationId: ref("bastion-address"),
            }),
        ],
        "a network load balancer's": [
            ...network,
            address,
            resource(types.loadBalancer, "edge", {
                loadBalancerType: "network",
                subnetMappings: [{ subnetId: ref("public-a"), allocationId: ref("address") }],
            }),
        ],
    },
    violating: {
        "on nothing": [...network, address],
        "on a host": [
            ...network,
            address,
            resource("aws:ec2/eipAssociation:EipAssociation", "joined", {
                instanceId: ref("bastion"),
                allocationId: ref("address"),
            }),
        ],
        "on a host, said by itself": [
            ...network,
            resource(types.eip, "address", { domain: "vpc", instance: "i-11112222" }),
        ],
    },
};
