import { changed, network, routing } from "../../support/base-network";
import { resource, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "left out": changed(routing, "public-a", { mapPublicIpOnLaunch: undefined }),
    },
    violating: {
        "a subnet that gives addresses": changed(routing, "public-a", { mapPublicIpOnLaunch: true }),
        "written as text": changed(routing, "public-a", { mapPublicIpOnLaunch: "true" }),
        "a default subnet": [
            resource("aws:ec2/defaultSubnet:DefaultSubnet", "default", { availabilityZone: "us-east-1a" }),
        ],
    },
};
