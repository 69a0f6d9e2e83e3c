import { changed, egress, ingress, servedNetwork, without } from "../../support/base-network";
import { declared, made } from "../../support/declared-network";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network and its table": made(declared),
        "a network without a table": servedNetwork,
    },
    violating: {
        "a rule that nobody declared": made(declared, [
            ...servedNetwork,
            ingress("extra", "db-sg", 3306, { referencedSecurityGroupId: ref("bastion-sg") }),
            egress("extra-out", "bastion-sg", 3306, { referencedSecurityGroupId: ref("db-sg") }),
        ]),
        "a line too few": made(declared.filter(({ to }) => to !== "db")),
        "a declared flow whose rule is missing": made(declared, without(servedNetwork, "app-from-alb")),
        "a declared flow whose route is missing": made(declared, without(servedNetwork, "app-b-default")),
        "half of the internet to the bastion": made(
            declared,
            changed(servedNetwork, "bastion-ssh", { cidrIpv4: "128.0.0.0/1" }),
        ),
        "a wider port": made(declared, changed(servedNetwork, "db-from-app", { toPort: 3400 })).map((one) =>
            one.name === "app-to-db" ? { ...one, inputs: { ...one.inputs, toPort: 3400 } } : one,
        ),
    },
    undecidable: {
        "a balancer that sits nobody knows where": made(
            declared,
            changed(servedNetwork, "public-alb", { subnets: [ref("flow-log-group", "subnet")] }),
        ),
    },
};
