import { changed, ingress, servedNetwork, without } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    config: {
        neverReachable: ["internet -> database", "database -> internet", "bastion -> database: mysql"],
        mustReach: ["internet -> public-alb: https", "sg:app-sg -> database: tcp/3306"],
    },
    compliant: { "the seed's network": servedNetwork },
    violating: {
        "a database that the internet reaches": [
            ...changed(changed(servedNetwork, "database", { publiclyAccessible: true }), "db-from-app", {
                referencedSecurityGroupId: undefined,
                cidrIpv4: "0.0.0.0/0",
            }),
            resource(types.route, "leak", {
                routeTableId: ref("db-routes"),
                destinationCidrBlock: "0.0.0.0/0",
                gatewayId: ref("gateway"),
            }),
        ],
        "a balancer that nobody reaches": without(servedNetwork, "https"),
        "an application that is cut off from its database": without(servedNetwork, "app-to-db"),
        "a bastion that reaches the database": [
            ...servedNetwork,
            ingress("bastion-in", "db-sg", 3306, { referencedSecurityGroupId: ref("bastion-sg") }),
            {
                ...ingress("bastion-out", "bastion-sg", 3306, { referencedSecurityGroupId: ref("db-sg") }),
                type: types.egressRule,
            },
        ],
    },
};
