import { network } from "../../support/base-network";
import { everybody, inline, legacy, ports, standalone } from "../../support/groups";
import type { Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "inline rules that say why": inline({ ...ports(443), cidrBlocks: ["0.0.0.0/0"] }),
    },
    violating: {
        "an inline rule without": inline({ ...ports(443), cidrBlocks: ["0.0.0.0/0"], description: "" }),
        "a rule of its own without": standalone({ ...ports(443), ...everybody, description: undefined }),
        "an older rule without": legacy({ ...ports(443), cidrBlocks: ["0.0.0.0/0"] }),
    },
};
