import { changed, network, without } from "../../support/base-network";
import { ports } from "../../support/groups";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: { "the seed's network": network },
    violating: {
        "a default group that nothing adopts": without(network, "default"),
        "one that admits itself": changed(network, "default", {
            ingress: [{ protocol: "-1", ...ports(0), self: true }],
        }),
        "one that lets out": changed(network, "default", {
            egress: [{ protocol: "-1", ...ports(0), cidrBlocks: ["0.0.0.0/0"] }],
        }),
        "one of another stack's VPC": [
            resource(types.defaultSecurityGroup, "default", {
                vpcId: "vpc-elsewhere",
                ingress: [{ protocol: "-1", ...ports(0), self: true }],
            }),
        ],
        "one that another resource opens": [
            ...network,
            resource(types.egressRule, "hole", {
                securityGroupId: ref("default"),
                ipProtocol: "-1",
                cidrIpv4: "0.0.0.0/0",
            }),
        ],
    },
};
