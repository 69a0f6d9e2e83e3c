import { changed, ingress, network } from "../../support/base-network";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "HTTPS from the VPC's block": [
            ...network,
            ingress("whole-vpc", "endpoints-sg", 443, { cidrIpv4: "10.0.0.0/16" }),
        ],
    },
    violating: {
        "HTTPS from a peer": [...network, ingress("peer", "endpoints-sg", 443, { cidrIpv4: "10.1.0.0/16" })],
        "another port": [
            ...network,
            ingress("plain", "endpoints-sg", 80, { referencedSecurityGroupId: ref("app-sg") }),
        ],
        "the default group": changed(network, "ssm", { securityGroupIds: undefined }),
    },
};
