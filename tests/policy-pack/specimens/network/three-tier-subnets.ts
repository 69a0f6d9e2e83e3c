import { changed, network, routing, without } from "../../support/base-network";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "its routing alone": routing,
    },
    violating: {
        "no database subnets": without(network, "db-a", "db-b"),
        "no public subnets, for nothing routes to the gateway": without(network, "public-default"),
        "no private subnets, for all route to the gateway": changed(
            changed(routing, "app-a-default", { natGatewayId: undefined, gatewayId: ref("gateway") }),
            "app-b-default",
            { natGatewayId: undefined, gatewayId: ref("gateway") },
        ),
        "one zone only": without(network, "public-b", "app-b", "db-b"),
        "two subnets of one zone": changed(network, "db-b", { availabilityZone: "us-east-1a" }),
    },
    undecidable: {
        "a zone that nobody knows yet": changed(network, "db-b", {
            availabilityZone: ref("flow-log-group", "zone"),
        }),
    },
};
