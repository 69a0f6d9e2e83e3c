import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { resource, type SpecimenResource, type Specimens } from "../../support/specimen";

const group = (name: string, inputs: SpecimenResource["inputs"] = {}) => [
    resource(types.securityGroup, name, { vpcId: "vpc-11112222", ...inputs }),
];

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "a Name tag": group("web", { tags: { Name: "prod-web-tier-sg" } }),
        "a name of its own": group("web", { name: "prod-web-tier-sg" }),
    },
    violating: {
        "the console's wizard": group("web-sg", { name: "launch-wizard-3" }),
        "one word": group("web"),
        "a name that is an id": group("web", { name: "sg-web" }),
    },
};
