import { expect } from "chai";
import type { Problem } from "../../../components/planning/problem";
import { problemsAfter, without, type Sections } from "../../support/written-settings";

const networkOf =
    (change: Record<string, unknown>) =>
    ({ network }: Sections) => ({ network: { ...network, ...change } });

const withFlow =
    (change: Record<string, unknown>) =>
    ({ flows }: Sections) => ({
        flows: [...flows, { from: "alb", to: "db", port: "tcp/5432", because: "reports", ...change }],
    });

const office =
    (cidrs: unknown, via = "internet") =>
    () => ({ ranges: { office: { cidrs, via } } });

type BadSetting = readonly [
    what: string,
    change: (sections: Sections) => Record<string, unknown>,
    path: string,
    text: RegExp,
];

const badSettings: readonly BadSetting[] = [
    ["no network at all", () => ({ network: undefined }), "network", /given nothing/],
    [
        "a network without addresses",
        ({ network }) => ({ network: without(network, "cidr") }),
        "network.cidr",
        /add it, for example 10\.0/,
    ],
    ["host bits in the VPC's block", networkOf({ cidr: "10.0.0.1/16" }), "network.cidr", /10\.0\.0\.0\/16/],
    ["a VPC AWS would refuse", networkOf({ cidr: "10.0.0.0/8" }), "network.cidr", /\/16 to \/28/],
    ["public addresses of others", networkOf({ cidr: "8.8.0.0/16" }), "network.cidr", /10\.0\.0\.0\/8/],
    ["one zone", networkOf({ zones: { a: "use1-az1" } }), "network.zones", /two to eight/],
    [
        "one zone under two letters",
        networkOf({ zones: { a: "use1-az1", b: "use1-az1" } }),
        "network.zones.b",
        /already zone a/,
    ],
    [
        "a zone of another region",
        networkOf({ zones: { a: "use1-az1", b: "euw1-az2" } }),
        "network.zones.b",
        /a zone id of us-east-1/,
    ],
    [
        "a zone's name in place of its id",
        networkOf({ zones: { a: "use1-az1", b: "us-east-1b" } }),
        "network.zones.b",
        /describe-availability-zones --zone-names us-east-1b/,
    ],
    [
        "zones as a list",
        networkOf({ zones: ["use1-az1", "use1-az2"] }),
        "network.zones",
        /allowed a map.*\{a: use1-az1/,
    ],
    ["a NAT strategy nobody knows", networkOf({ nat: "perzone" }), "network.nat", /did you mean "perZone"/],
    [
        "an endpoint asked for twice",
        networkOf({ gatewayEndpoints: ["s3", "s3"] }),
        "network.gatewayEndpoints",
        /each service once/,
    ],
    ["IPv6 as text", networkOf({ ipv6: "yes" }), "network.ipv6", /true or false/],
    ["a typo in a key of the network", networkOf({ addresing: "seed" }), "network.addresing", /"addressing"/],
    ["a typo in a section's key", () => ({ flow: [] }), "flow", /did you mean "flows"/],
    [
        "a typo in a tier's key",
        networkOf({ tiers: { app: { acces: "private" } } }),
        "network.tiers.app.acces",
        /did you mean "access"/,
    ],
    [
        "a tier open to everything",
        networkOf({ tiers: { app: { access: "open" } } }),
        "network.tiers.app.access",
        /one of public, private, isolated/,
    ],
    [
        "half a slot",
        networkOf({ tiers: { app: { access: "private", slot: 1.5 } } }),
        "network.tiers.app.slot",
        /a whole number/,
    ],
    [
        "subnets over each other",
        networkOf({ subnets: { app: { a: "10.0.5.0/24" } } }),
        "network.subnets.app.a",
        /overlapping subnets\.db\.a/,
    ],
    [
        "a subnet outside the VPC",
        networkOf({ subnets: { app: { a: "10.1.0.0/24" } } }),
        "network.subnets.app.a",
        /outside the VPC/,
    ],
    [
        "a third zone without a place in the seed's pattern",
        networkOf({ zones: { a: "use1-az1", b: "use1-az2", c: "use1-az3" } }),
        "network.subnets.db.c",
        /10\.0\.9\.0\/24/,
    ],
    ["an office anywhere on the internet", office(["0.0.0.0/0"]), "ranges.office.cidrs", /too much/],
    [
        "an office anywhere, in two halves",
        office(["0.0.0.0/1", "128.0.0.0/1"]),
        "ranges.office.cidrs",
        /too much/,
    ],
    [
        "an office in private addresses",
        office(["192.168.1.0/24"]),
        "ranges.office.cidrs",
        /private addresses/,
    ],
    [
        "an on-premises network over the VPC",
        office(["10.0.64.0/18"], "transitGateway"),
        "ranges.office.cidrs",
        /overlaps this VPC/,
    ],
    ["an office as one text", office("203.0.113.0/24"), "ranges.office.cidrs", /allowed a list/],
    [
        "an office's block without a mask",
        office(["203.0.113.7"]),
        "ranges.office.cidrs[0]",
        /203\.0\.113\.7\/32/,
    ],
    ["a flow from nobody known", withFlow({ from: "albb" }), "flows[7].from", /did you mean "alb"/],
    ["a flow on no port", withFlow({ port: "tcp/http" }), "flows[7].port", /is no port/],
    ["a flow on a port that does not exist", withFlow({ port: "tcp/70000" }), "flows[7].port", /1 to 65535/],
    ["a flow on a bare number", withFlow({ port: 5432 }), "flows[7].port", /allowed text.*tcp\/8080/],
    ["a flow without a reason", withFlow({ because: "" }), "flows[7].because", /not empty/],
    [
        "a flow to a service without an endpoint",
        withFlow({ from: "app", to: "dynamodb", port: "https" }),
        "flows[7].to",
        /add dynamodb/,
    ],
    [
        "a group in a tier that is not there",
        ({ groups }) => ({ groups: { ...groups, cache: { tier: "cache" } } }),
        "groups.cache.tier",
        /public, app, db/,
    ],
    [
        "a group called internet",
        ({ groups }) => ({ groups: { ...groups, internet: { tier: "public" } } }),
        "groups.internet",
        /another key/,
    ],
    ["a port as text", () => ({ ports: { app: "8080" } }), "ports.app", /allowed a number/],
    ["a port past the last", () => ({ ports: { app: 80800 } }), "ports.app", /65535 or less/],
    [
        "a way of access nobody knows",
        () => ({ access: { mode: "ssh" } }),
        "access.mode",
        /one of sessionManager/,
    ],
    [
        "a bastion that no flow leads to",
        () => ({ access: { mode: "bastion" } }),
        "access.mode",
        /no group is called bastion/,
    ],
    ["a tag in AWS's name", () => ({ tags: { "aws:owner": "us" } }), "tags.aws:owner", /begin with aws:/],
    ["a name with capitals", () => ({ name: "Prod" }), "name", /lower-case/],
    ["a name too long for a load balancer", () => ({ name: "production-network" }), "name", /16 characters/],
];

describe("bad settings", () => {
    for (const [what, change, path, text] of badSettings) {
        it(`are refused: ${what}, at palisade:${path}`, () => {
            const found = problemsAfter(change).find((problem) => problem.path === `palisade:${path}`);
            expect(found, JSON.stringify(problemsAfter(change))).to.include.keys(
                "given",
                "allowed",
                "change",
            );
            expect((found as Problem & { message: string }).message).to.match(text);
        });
    }
});
