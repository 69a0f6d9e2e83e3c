import { network } from "../../support/base-network";
import { everybody, inline, ports, standalone } from "../../support/groups";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const [vpc, group] = inline({ ...ports(443), cidrBlocks: ["0.0.0.0/0"] });

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "inline rules alone": [vpc!, group!],
        "rules of their own alone": standalone({ ...ports(443), ...everybody }),
    },
    violating: {
        "a group with both": [
            vpc!,
            group!,
            resource(types.ingressRule, "extra", {
                securityGroupId: ref("web-sg"),
                ipProtocol: "tcp",
                ...ports(8443),
                cidrIpv4: "10.0.0.0/16",
            }),
        ],
        "a table with both": [
            vpc!,
            resource(types.routeTable, "table", {
                vpcId: ref("vpc"),
                routes: [{ cidrBlock: "10.1.0.0/16", vpcPeeringConnectionId: "pcx-11112222" }],
            }),
            resource(types.route, "extra", {
                routeTableId: ref("table"),
                destinationCidrBlock: "10.2.0.0/16",
                vpcPeeringConnectionId: "pcx-11113333",
            }),
        ],
    },
};
