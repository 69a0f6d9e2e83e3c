import { network } from "../../support/base-network";
import { everybody, inline, ports, standalone } from "../../support/groups";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    config: { officeRanges: ["198.18.0.0/16"] },
    compliant: {
        "the seed's network": network,
        "HTTPS from everybody": standalone({ ...ports(443), ...everybody }),
        "a private block": inline({ ...ports(8443), cidrBlocks: ["10.0.0.0/8", "100.64.0.0/10"] }),
        "a declared office": inline({ ...ports(8443), cidrBlocks: ["198.18.0.0/16"] }),
    },
    violating: {
        "half of the internet on HTTPS is fine, elsewhere not": standalone({
            ...ports(8443),
            cidrIpv4: "128.0.0.0/1",
        }),
        "a provider's whole block": inline({ ...ports(22), cidrBlocks: ["52.0.0.0/11"] }),
        "a /23": inline({ ...ports(8443), cidrBlocks: ["203.0.112.0/23"] }),
        "an IPv6 /32": standalone({ ...ports(8443), cidrIpv6: "2600:1f00::/32" }),
    },
};
