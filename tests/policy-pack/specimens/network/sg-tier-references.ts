import { ingress, network, routing, groups, workload, changed } from "../../support/base-network";
import { inline, ports, standalone } from "../../support/groups";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a database port from a group": standalone({
            ...ports(3306),
            referencedSecurityGroupId: ref("bastion-sg"),
        }),
        "HTTPS from everybody on a web tier": inline({ ...ports(443), cidrBlocks: ["0.0.0.0/0"] }),
    },
    violating: {
        "a database port from the VPC's own block": inline({ ...ports(3306), cidrBlocks: ["10.0.0.0/16"] }),
        "the application's port from a range": [
            ...routing,
            ...groups,
            ingress("app-from-range", "app-sg", 8080, { cidrIpv4: "10.0.1.0/24" }),
        ],
        "a database that a range reaches, whatever its group is called": [
            ...routing,
            ...groups,
            ...changed(workload, "database", { vpcSecurityGroupIds: [ref("endpoints-sg")] }),
            ingress("range", "endpoints-sg", 3307, { cidrIpv4: "10.0.3.0/24" }),
        ],
    },
};
