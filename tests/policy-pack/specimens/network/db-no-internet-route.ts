import { changed, network, routing } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type SpecimenResource, type Specimens } from "../../support/specimen";

const route = (name: string, inputs: SpecimenResource["inputs"]): SpecimenResource =>
    resource(types.route, name, { routeTableId: ref("db-routes"), ...inputs });
const toGateway = { gatewayId: ref("gateway") };

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a route to a peer": [
            ...network,
            route("peer", { destinationCidrBlock: "10.1.0.0/16", vpcPeeringConnectionId: "pcx-11112222" }),
        ],
    },
    violating: {
        "a default route to the internet gateway": [
            ...network,
            route("leak", { destinationCidrBlock: "0.0.0.0/0", ...toGateway }),
        ],
        "the same, in subnets that are only called so": [
            ...routing,
            route("leak", { destinationCidrBlock: "0.0.0.0/0", ...toGateway }),
        ],
        "a default route to NAT": [
            ...network,
            route("leak", { destinationCidrBlock: "0.0.0.0/0", natGatewayId: ref("nat-a") }),
        ],
        "a default route to a transit gateway": [
            ...network,
            route("leak", { destinationCidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-11112222" }),
        ],
        "two halves of the internet to a transit gateway": [
            ...network,
            route("left", { destinationCidrBlock: "0.0.0.0/1", transitGatewayId: "tgw-11112222" }),
            route("right", { destinationCidrBlock: "128.0.0.0/1", transitGatewayId: "tgw-11112222" }),
        ],
        "IPv6 to the egress-only gateway": [
            ...network,
            resource(types.egressOnlyGateway, "egress", { vpcId: ref("vpc") }),
            route("leak", { destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: ref("egress") }),
        ],
        "an inline route": changed(network, "db-routes", {
            routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") }],
        }),
        "the public table": changed(network, "db-a-table", { routeTableId: ref("public-routes") }),
        "no table of its own, and a main table with a way out": [
            ...network.filter(({ name }) => name !== "db-a-table"),
            resource("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", "main", {
                vpcId: ref("vpc"),
                routeTableId: ref("public-routes"),
            }),
        ],
    },
    undecidable: {
        "a destination that nobody knows yet": [
            ...network,
            route("peer", { destinationCidrBlock: ref("flow-log-group", "block"), ...toGateway }),
        ],
    },
};
