import { network, without } from "../../support/base-network";
import { resource, type Specimens } from "../../support/specimen";

const closed = without(network, "public-default");
const options = (internetGatewayBlockMode: string) =>
    resource("aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions", "options", {
        internetGatewayBlockMode,
    });

export const specimens: Specimens = {
    compliant: {
        "a VPC that needs the internet": network,
        "a VPC that does not, and is blocked": [...closed, options("block-bidirectional")],
    },
    violating: {
        "a VPC that does not, and is not blocked": closed,
        "switched off": [...closed, options("off")],
    },
};
