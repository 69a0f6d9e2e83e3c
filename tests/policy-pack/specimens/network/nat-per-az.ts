import { changed, network } from "../../support/base-network";
import { ref, type Specimens } from "../../support/specimen";

const regional = changed(network, "nat-a", {
    subnetId: undefined,
    allocationId: undefined,
    vpcId: ref("vpc"),
    availabilityMode: "regional",
});

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "one regional gateway": changed(regional, "app-b-default", { natGatewayId: ref("nat-a") }),
    },
    violating: {
        "one gateway for both zones": changed(network, "app-b-default", { natGatewayId: ref("nat-a") }),
        "each zone by the other's": changed(
            changed(network, "app-b-default", { natGatewayId: ref("nat-a") }),
            "app-a-default",
            { natGatewayId: ref("nat-b") },
        ),
        "both gateways in one zone": changed(network, "nat-b", { subnetId: ref("public-a") }),
    },
    undecidable: {
        "a gateway of another stack": changed(network, "nat-a", { subnetId: "subnet-11112222" }),
    },
};
