import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: { "the seed's network": network },
    violating: {
        "a host that forwards": [
            resource(types.instance, "nat", { subnetId: "subnet-11112222", sourceDestCheck: false }),
        ],
        "an interface that forwards": [
            resource("aws:ec2/networkInterface:NetworkInterface", "nat", {
                subnetId: "subnet-11112222",
                sourceDestCheck: false,
            }),
        ],
    },
};
