import { network } from "../../support/base-network";
import { everybody, inline, ports, standalone } from "../../support/groups";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "everything from a group": standalone({
            ipProtocol: "-1",
            referencedSecurityGroupId: ref("bastion-sg"),
        }),
    },
    violating: {
        "every protocol from everybody": inline({ protocol: "-1", ...ports(0), cidrBlocks: ["0.0.0.0/0"] }),
        "every TCP port from everybody": standalone({ ...ports(0, 65535), ...everybody }),
        "every protocol, its ports left out": standalone({ ipProtocol: "-1", cidrIpv6: "::/0" }),
        "every port in two rules": standalone(
            { ...ports(0, 30000), ...everybody },
            { ...ports(30001, 65535), ...everybody },
        ),
    },
};
