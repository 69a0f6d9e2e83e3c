import { servedNetwork } from "./base-network";
import { types } from "./resource-types";
import { resource, type SpecimenResource } from "./specimen";

const groups = { alb: "public", bastion: "public", app: "app", endpoints: "app", db: "db" };

export const flow = (from: string, to: string, port: string) => ({
    from,
    to,
    port,
    because: "the seed says so",
});

/** What the base network really opens. */
export const declared = [
    flow("internet", "alb", "https"),
    flow("alb", "app", "tcp/8080"),
    flow("app", "db", "mysql"),
    flow("app", "internet", "https"),
    flow("app", "endpoints", "https"),
    flow("app", "s3", "https"),
    flow("office", "bastion", "ssh"),
];

const tier = (access: string, ...cidrs: readonly string[]) => ({ access, cidrs });

/** The base network as a component would make it, with the flow table it is made from. */
export function made(
    flows: readonly ReturnType<typeof flow>[],
    program: readonly SpecimenResource[] = servedNetwork,
): readonly SpecimenResource[] {
    const table = resource("palisade:index:SecurityTiers", "seed", {
        cidr: "10.0.0.0/16",
        nat: "perZone",
        tiers: {
            public: tier("public", "10.0.1.0/24", "10.0.2.0/24"),
            app: tier("private", "10.0.3.0/24", "10.0.4.0/24"),
            db: tier("isolated", "10.0.5.0/24", "10.0.6.0/24"),
        },
        groups: Object.fromEntries(Object.entries(groups).map(([key, own]) => [key, { tier: own }])),
        ranges: { office: { cidrs: ["203.0.113.0/24"] } },
        flows,
    });
    const renamed = JSON.parse(
        JSON.stringify(program).replaceAll(/"(\w+)-sg"/g, '"seed-$1"'),
    ) as SpecimenResource[];
    const owned = renamed.map((one) => (one.type === types.securityGroup ? { ...one, parent: "seed" } : one));
    return [table, ...owned];
}
