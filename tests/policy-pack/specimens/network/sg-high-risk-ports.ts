import { network } from "../../support/base-network";
import { everybody, inline, legacy, ports, standalone } from "../../support/groups";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "MySQL from a group": standalone({ ...ports(3306), referencedSecurityGroupId: ref("bastion-sg") }),
        "ports beside the risky ones": inline({ ...ports(443), cidrBlocks: ["0.0.0.0/0"] }),
    },
    violating: {
        "MySQL from everybody": standalone({ ...ports(3306), ...everybody }),
        "PostgreSQL from everybody, older rule": legacy({ ...ports(5432), cidrBlocks: ["0.0.0.0/0"] }),
        "the application's port from everybody over IPv6": standalone({ ...ports(8080), cidrIpv6: "::/0" }),
        "every protocol": standalone({ ipProtocol: "-1", ...everybody }),
        "memcached over UDP": standalone({ ipProtocol: "17", ...ports(11211), ...everybody }),
    },
};
