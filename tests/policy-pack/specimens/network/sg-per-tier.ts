import { changed, network } from "../../support/base-network";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: { "the seed's network": network },
    violating: {
        "the database and the fleet share a group": changed(network, "database", {
            vpcSecurityGroupIds: [ref("app-sg")],
        }),
        "the bastion and the fleet share a group": changed(network, "bastion", {
            vpcSecurityGroupIds: [ref("app-sg")],
        }),
        "a host without a group gets the default one": changed(network, "bastion", {
            vpcSecurityGroupIds: undefined,
        }),
    },
};
