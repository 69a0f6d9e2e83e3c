import { network } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: { "the seed's network": network },
    violating: {
        "the default VPC adopted": [resource("aws:ec2/defaultVpc:DefaultVpc", "default")],
        "a default subnet adopted": [
            resource("aws:ec2/defaultSubnet:DefaultSubnet", "default", { availabilityZone: "us-east-1a" }),
        ],
        "a host that names no subnet": [resource(types.instance, "host", { instanceType: "t4g.micro" })],
        "a group that names no VPC": [
            resource(types.securityGroup, "web-sg", { description: "Web servers" }),
        ],
    },
};
