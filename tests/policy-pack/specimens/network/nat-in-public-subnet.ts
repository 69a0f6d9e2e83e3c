import { changed, network } from "../../support/base-network";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a private gateway": changed(network, "nat-a", {
            subnetId: ref("app-a"),
            connectivityType: "private",
            allocationId: undefined,
        }),
    },
    violating: {
        "in a private subnet": changed(network, "nat-a", { subnetId: ref("app-a") }),
        "without an address": changed(network, "nat-a", { allocationId: undefined }),
        "in a subnet whose way out is gone": network.filter(({ name }) => name !== "public-default"),
    },
};
