import { changed, network, routing } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

const toGateway = { natGatewayId: undefined, gatewayId: ref("gateway") };

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "no way out at all": network.filter(({ name }) => !/^app-.-default$/.test(name)),
        "IPv6 by the egress-only gateway": [
            ...network,
            resource(types.egressOnlyGateway, "egress", { vpcId: ref("vpc") }),
            resource(types.route, "app-a-ipv6", {
                routeTableId: ref("app-a-routes"),
                destinationIpv6CidrBlock: "::/0",
                egressOnlyGatewayId: ref("egress"),
            }),
        ],
    },
    violating: {
        "to the internet gateway": changed(network, "app-a-default", toGateway),
        "to the internet gateway, where nothing is yet": changed(routing, "app-a-default", toGateway),
        "to a host": changed(network, "app-b-default", {
            natGatewayId: undefined,
            networkInterfaceId: "eni-11112222",
        }),
        "to a host, for whoever follows the table": [
            resource(types.route, "default", {
                routeTableId: "rtb-elsewhere",
                destinationCidrBlock: "0.0.0.0/0",
                networkInterfaceId: "eni-11112222",
            }),
        ],
        "half of the internet to the gateway": [
            ...network,
            resource(types.route, "half", {
                routeTableId: ref("app-a-routes"),
                destinationCidrBlock: "128.0.0.0/1",
                gatewayId: ref("gateway"),
            }),
        ],
        "IPv6 to the internet gateway": [
            ...network,
            resource(types.route, "app-a-ipv6", {
                routeTableId: ref("app-a-routes"),
                destinationIpv6CidrBlock: "::/0",
                gatewayId: ref("gateway"),
            }),
        ],
    },
};
