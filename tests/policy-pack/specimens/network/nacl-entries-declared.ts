import { servedNetwork } from "../../support/base-network";
import { declared, flow, made } from "../../support/declared-network";
import { types } from "../../support/resource-types";
import { ref, resource, type SpecimenResource, type Specimens } from "../../support/specimen";

type Entry = readonly [number, "in" | "out", "allow" | "deny", string, number | undefined, number, string];

const network = "10.0.0.0/16";
const anywhere = "0.0.0.0/0";
const apps = ["10.0.3.0/24", "10.0.4.0/24"] as const;
const databases = ["10.0.5.0/24", "10.0.6.0/24"] as const;

const wall = (tier: string, ...entries: readonly Entry[]): readonly SpecimenResource[] => [
    resource(types.networkAcl, `${tier}-wall`, { vpcId: ref("vpc") }),
    ...["a", "b"].map((zone) =>
        resource(types.networkAclAssociation, `${tier}-${zone}-wall`, {
            networkAclId: ref(`${tier}-wall`),
            subnetId: ref(`${tier}-${zone}`),
        }),
    ),
    ...entries.map(([number, way, action, protocol, fromPort, toPort, cidrBlock]) =>
        resource(types.networkAclRule, `${tier}-${way}-${number}`, {
            networkAclId: ref(`${tier}-wall`),
            egress: way === "out",
            ruleNumber: number,
            ruleAction: action,
            protocol,
            ...(fromPort === undefined ? {} : { fromPort, toPort }),
            cidrBlock,
        }),
    ),
];

const databaseEntries: readonly Entry[] = apps.flatMap((clients, i): Entry[] => [
    [100 + i, "in", "allow", "tcp", 3306, 3306, clients],
    [100 + i, "out", "allow", "tcp", 32768, 60999, clients],
]);

const appEntries: readonly Entry[] = [
    ...databases.flatMap((servers, i): Entry[] => [
        [100 + i, "out", "allow", "tcp", 3306, 3306, servers],
        [100 + i, "in", "allow", "tcp", 32768, 60999, servers],
    ]),
    [200, "out", "deny", "-1", undefined, 0, network],
    [210, "out", "allow", "tcp", 443, 443, anywhere],
    [200, "in", "deny", "-1", undefined, 0, network],
    [210, "in", "allow", "tcp", 32768, 60999, anywhere],
];

const natEntries: readonly Entry[] = apps.flatMap((clients, i): Entry[] => [
    [100 + i, "in", "allow", "tcp", 443, 443, clients],
    [100 + i, "out", "allow", "tcp", 1024, 65535, clients],
]);

const behind = (...walls: readonly (readonly SpecimenResource[])[]) =>
    made(declared, [...servedNetwork, ...walls.flat()]);

const without = (entries: readonly Entry[], number: number, way: "in" | "out"): readonly Entry[] =>
    entries.filter((entry) => entry[0] !== number || entry[1] !== way);

export const specimens: Specimens = {
    compliant: {
        "ACLs that follow the flows": behind(wall("db", ...databaseEntries), wall("app", ...appEntries)),
        "NAT of other tiers passes the public one": behind(wall("public", ...natEntries)),
        "messages about the path's size": behind(
            wall("db", ...databaseEntries, [300, "in", "allow", "1", undefined, 0, anywhere]).map((one) =>
                one.name === "db-in-300"
                    ? { ...one, inputs: { ...one.inputs, icmpType: 3, icmpCode: 4 } }
                    : one,
            ),
        ),
        "an ACL without a table": [...servedNetwork, ...wall("db", ...appEntries)],
        "everything denied": behind(wall("db", [100, "in", "deny", "-1", undefined, 0, anywhere])),
    },
    violating: {
        "the database behind the application's ACL": behind(wall("db", ...appEntries)),
        "everything out, which a group stops": behind(
            wall("app", ...without(appEntries, 210, "out"), [
                210,
                "out",
                "allow",
                "-1",
                undefined,
                0,
                anywhere,
            ]),
        ),
        "the network's own addresses among everybody": behind(wall("app", ...without(appEntries, 200, "in"))),
        "every TCP port back to the clients": behind(
            wall("db", ...databaseEntries, [200, "out", "allow", "tcp", 0, 65535, apps[0]]),
        ),
        "pings from everybody": behind(
            wall("db", ...databaseEntries, [200, "in", "allow", "1", undefined, 0, anywhere]).map((one) =>
                one.name === "db-in-200"
                    ? { ...one, inputs: { ...one.inputs, icmpType: 8, icmpCode: -1 } }
                    : one,
            ),
        ),
        "what NAT would pass, where there is no flow that leaves": made(
            declared.filter(({ to }) => to !== "internet"),
            [...servedNetwork, ...wall("public", ...natEntries)],
        ),
        "a service by UDP that is declared for TCP": made(
            [...declared, flow("app", "db", "tcp/53")],
            [
                ...servedNetwork,
                ...wall("db", ...databaseEntries, [200, "in", "allow", "17", 53, 53, apps[0]]),
            ],
        ),
    },
};
