import { changed, network, without } from "../../support/base-network";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "no names for hosts, and no endpoint that needs them": without(
            changed(network, "vpc", { enableDnsHostnames: undefined }),
            "ssm",
            "ssmmessages",
        ),
    },
    violating: {
        "no DNS": changed(network, "vpc", { enableDnsSupport: false }),
        "no names for hosts": changed(network, "vpc", { enableDnsHostnames: undefined }),
    },
};
