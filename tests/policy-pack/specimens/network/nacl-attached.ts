import { behindAcl, inlineAcl, soundEntries } from "../../support/acls";
import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "associated by resources": behindAcl(...soundEntries),
        "associated by its own list": inlineAcl(...soundEntries),
    },
    violating: {
        "on no subnet": [...network, resource(types.networkAcl, "lost", { vpcId: ref("vpc") })],
    },
};
