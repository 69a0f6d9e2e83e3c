import { changed, egress, ingress, servedNetwork, without } from "../../support/base-network";
import { types } from "../../support/resource-types";
import { ref, resource, type SpecimenResource, type Specimens } from "../../support/specimen";

const groups = ["alb", "app", "db", "bastion", "endpoints"];

const flow = (from: string, to: string, port: string) => ({ from, to, port, because: "the seed says so" });

const declared = [
    flow("internet", "alb", "https"),
    flow("alb", "app", "tcp/8080"),
    flow("app", "db", "mysql"),
    flow("app", "internet", "https"),
    flow("app", "endpoints", "https"),
    flow("app", "s3", "https"),
    flow("office", "bastion", "ssh"),
];

/** The base network as a component would make it, with the flow table it is made from. */
function made(
    flows: readonly ReturnType<typeof flow>[],
    program: readonly SpecimenResource[] = servedNetwork,
): readonly SpecimenResource[] {
    const table = resource("palisade:index:SecurityTiers", "seed", {
        groups: Object.fromEntries(groups.map((group) => [group, { tier: group }])),
        ranges: { office: { cidrs: ["203.0.113.0/24"] } },
        flows,
    });
    const renamed = JSON.parse(
        JSON.stringify(program).replaceAll(/"(\w+)-sg"/g, '"seed-$1"'),
    ) as SpecimenResource[];
    const owned = renamed.map((one) => (one.type === types.securityGroup ? { ...one, parent: "seed" } : one));
    return [table, ...owned];
}

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
