import { egress, network } from "../../support/base-network";
import { standalone, ports } from "../../support/groups";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a group that waits for an incident": [
            ...network,
            resource(types.securityGroup, "quarantine-sg", { vpcId: ref("vpc"), description: "Suspects" }),
        ],
    },
    violating: {
        "a group on nothing": [
            ...network,
            resource(types.securityGroup, "old-sg", { vpcId: ref("vpc"), description: "Once upon a time" }),
        ],
        "a group that waits for an incident, with a way out": [
            ...network,
            resource(types.securityGroup, "quarantine-sg", { vpcId: ref("vpc"), description: "Suspects" }),
            egress("to-everybody", "quarantine-sg", 443, { cidrIpv4: "0.0.0.0/0" }),
        ],
        "a group that waits for an incident, with a rule inside": [
            ...network,
            resource(types.securityGroup, "isolation", {
                vpcId: ref("vpc"),
                description: "Suspects",
                tags: { Role: "quarantine" },
                ingress: [{ protocol: "tcp", ...ports(22), cidrBlocks: ["10.0.0.0/16"] }],
            }),
        ],
        "a group that only rules name": standalone({
            ...ports(22),
            referencedSecurityGroupId: ref("bastion-sg"),
        }),
    },
};
