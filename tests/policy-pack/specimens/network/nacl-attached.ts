import { behindAcl, inlineAcl, soundEntries } from "../../support/acls";
import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "associated by resources": behindAcl(...soundEntries),
        "associated by its own list": inlineAcl(...soundEntries),
        "associated with a subnet of another stack": [
            ...network,
            resource(types.networkAcl, "elsewhere", { vpcId: ref("vpc") }),
            resource("aws:ec2/networkAclAssociation:NetworkAclAssociation", "holds", {
                networkAclId: ref("elsewhere"),
                subnetId: "subnet-0123456789abcdef0",
            }),
        ],
    },
    violating: {
        "on no subnet": [...network, resource(types.networkAcl, "lost", { vpcId: ref("vpc") })],
    },
};
