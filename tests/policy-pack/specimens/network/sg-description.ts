import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { resource, type Specimens } from "../../support/specimen";

const group = (description?: string) => [
    resource(types.securityGroup, "web-sg", { vpcId: "vpc-11112222", description }),
];

export const specimens: Specimens = {
    compliant: { "the seed's network": network },
    violating: {
        "no description": group(),
        "an empty description": group(""),
        "the provider's placeholder": group("Managed by Pulumi"),
    },
};
