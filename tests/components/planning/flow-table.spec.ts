import { expect } from "chai";
import type { Problem } from "../../../components/planning/problem";
import type { SecurityInput } from "../../../components/planning/security-input";
import { planSecurity, type SecurityPlan } from "../../../components/planning/security-plan";
import { line, threeTier } from "../../support/three-tier";

const planned = (input: SecurityInput): SecurityPlan => {
    const result = planSecurity(input);
    if (Array.isArray(result)) {
        throw new Error(JSON.stringify(result));
    }
    return result as SecurityPlan;
};

const problemsOf = (input: Partial<SecurityInput>): Problem[] => {
    const result = planSecurity({ ...threeTier, ...input });
    return Array.isArray(result) ? result : [];
};

const problemsOfLine = (...args: Parameters<typeof line>): Problem[] =>
    problemsOf({ flows: [...threeTier.flows, line(...args)] });

describe("a flow table", () => {
    it("becomes flows with everything resolved", () => {
        const flow = planned(threeTier).flows.find(({ from, to }) => from.key === "alb" && to.key === "app");
        expect(flow).to.deep.equal({
            from: { kind: "group", key: "alb", tier: "public", clients: "any", preservesClientIp: false },
            to: { kind: "group", key: "app", tier: "app", clients: "linux", preservesClientIp: false },
            traffic: { protocol: "tcp", ports: [{ first: 8080, last: 8080 }] },
            because: "a test",
        });
    });

    it("may be empty: nothing opens by itself", () => {
        expect(planned({ ...threeTier, flows: [] })).to.deep.equal({ flows: [], rules: [], entries: [] });
    });

    it("tells all its problems at once", () => {
        const paths = problemsOf({
            groups: { ...threeTier.groups, web: { tier: "pubic" } },
            ranges: { office: { cidrs: ["203.0.113.7/24"] } },
            flows: [line("internt", "alb", "htps", ""), line("app", "dbs", "mysql")],
        }).map((problem) => problem.path);
        expect(paths).to.have.members([
            "groups.web.tier",
            "ranges.office.cidrs[0]",
            "flows[0].from",
            "flows[0].port",
            "flows[0].because",
            "flows[1].to",
        ]);
    });

    it("asks whether a near peer was meant", () => {
        expect(problemsOfLine("ap", "db", "mysql")[0]!.given).to.equal('"ap"; did you mean "app"?');
    });

    const refused: [string, Parameters<typeof line>, string, RegExp][] = [
        ["a line said twice", ["alb", "app", "tcp/8080"], "flows[7]", /the same as flows\[1\]/],
        ["a line that is part of another", ["office", "alb", "https"], "flows[7]", /part of flows\[0\]/],
        ["the internet at both ends", ["internet", "internet", "https"], "flows[7]", /neither end/],
        ["two ranges", ["office", "on-prem", "https"], "flows[7]", /neither end/],
        ["the internet to an isolated tier", ["internet", "db", "mysql"], "flows[7]", /isolated/],
        ["the internet to a private tier", ["internet", "app", "https"], "flows[7]", /private/],
        ["the office to a private tier over the internet", ["office", "app", "https"], "flows[7]", /private/],
        ["an isolated tier to the internet", ["db", "internet", "https"], "flows[7]", /isolated/],
        ["a service that opens a session", ["s3", "app", "https"], "flows[7]", /opens no session/],
        ["SSH to a gateway service", ["app", "s3", "tcp/22"], "flows[7]", /tcp\/22/],
        ["SSH from the internet", ["internet", "alb", "tcp/22"], "flows[7]", /everybody reaches 22/],
        ["the settings' SSH port from the internet", ["internet", "alb", "ssh"], "flows[7]", /2222/],
        ["RDP hidden in a range", ["internet", "alb", "tcp/3000-4000"], "flows[7]", /3389/],
        ["a port that is none", ["app", "db", "tcp/70000"], "flows[7].port", /70000/],
        ["no reason", ["app", "db", "redis", "  "], "flows[7].because", /no reason/],
        ["a quote in a reason", ["app", "db", "redis", "the app's"], "flows[7].because", /"'"/],
        ["a line break in a reason", ["app", "db", "redis", "a\nb"], "flows[7].because", /\\n/],
        ["a reason too long", ["app", "db", "redis", "x".repeat(240)], "flows[7].because", /240/],
    ];
    for (const [what, args, path, given] of refused) {
        it(`refuses ${what}`, () => {
            const problems = problemsOfLine(...args);
            expect(problems.map((problem) => problem.path)).to.deep.equal([path]);
            expect(problems[0]!.given).to.match(given);
        });
    }

    it("takes a reason that makes a description of exactly 255 characters", () => {
        const title = "app to db on tcp/6379: ".length;
        expect(problemsOfLine("app", "db", "redis", "x".repeat(255 - title))).to.be.empty;
        expect(problemsOfLine("app", "db", "redis", "x".repeat(256 - title))).to.have.length(1);
    });

    it("refuses the narrower of two lines wherever it stands", () => {
        const problems = problemsOf({
            flows: [line("app", "db", "mysql"), line("app", "db", "tcp/3300-3310")],
        });
        expect(problems.map((problem) => problem.path)).to.deep.equal(["flows[0]"]);
    });

    it("refuses private tiers the internet where there is no NAT, unless IPv6 goes without", () => {
        expect(problemsOf({ nat: "none" }).map((problem) => problem.path)).to.deep.equal(["flows[3]"]);
        expect(problemsOf({ nat: "none", ipv6: true })).to.be.empty;
    });

    it("refuses strangers' own addresses in an isolated tier through a load balancer", () => {
        const problems = problemsOf({
            groups: { ...threeTier.groups, nlb: { tier: "public", preservesClientIp: true } },
            flows: [line("internet", "nlb", "mysql"), line("nlb", "db", "mysql"), line("nlb", "app", "app")],
        });
        expect(problems.map((problem) => problem.path)).to.deep.equal(["flows[1]"]);
    });
});

describe("the peers of a flow table", () => {
    const problemsOfRange = (cidrs: string[], via?: "peering"): Problem[] =>
        problemsOf({ ranges: { ...threeTier.ranges, extra: { cidrs, via } } });

    const refused: [string, string[], RegExp][] = [
        ["the whole internet", ["0.0.0.0/0"], /overlaps this VPC/],
        ["the internet in halves", ["0.0.0.0/1", "128.0.0.0/1"], /too much of the internet/],
        ["half the internet", ["128.0.0.0/1"], /too much of the internet/],
        ["the IPv6 internet", ["2000::/3"], /too much of the internet/],
        ["host bits", ["198.51.100.7/24"], /host bits/],
        ["no block at all", [], /no block/],
        ["addresses of the VPC", ["10.0.16.0/24"], /overlaps this VPC/],
        ["private addresses over the internet", ["172.16.0.0/12"], /private addresses/],
        ["a block of another range", ["203.0.113.0/24"], /which range office has too/],
        ["a block inside another", ["198.51.100.0/24", "198.51.100.128/25"], /of the same range/],
        ["one block twice", ["198.51.100.0/24", "198.51.100.0/24"], /of the same range/],
        ["IPv6 in a network without it", ["2001:db8::/32"], /without IPv6/],
    ];
    for (const [what, cidrs, given] of refused) {
        it(`refuse a range of ${what}`, () => {
            expect(problemsOfRange(cidrs).some((problem) => given.test(problem.given))).to.be.true;
        });
    }

    it("take every private network there is as a range behind a peering", () => {
        const input = {
            ranges: { extra: { cidrs: ["172.16.0.0/12", "192.168.0.0/16"], via: "peering" as const } },
        };
        expect(problemsOf({ ...input, flows: [line("extra", "app", "app")] })).to.be.empty;
    });

    it("refuse keys that are spoken for, malformed or used twice", () => {
        const paths = problemsOf({
            groups: {
                ...threeTier.groups,
                s3: { tier: "app" },
                Web: { tier: "app" },
                "a-in-b": { tier: "app" },
            },
            ranges: { ...threeTier.ranges, app: { cidrs: ["198.51.100.0/24"] } },
        }).map((problem) => problem.path);
        expect(paths).to.have.members(["groups.s3", "groups.Web", "groups.a-in-b", "ranges.app"]);
    });
});

describe("the network under a flow table", () => {
    it("has tiers inside the VPC and apart from each other, each with a block", () => {
        const problems = problemsOf({
            tiers: {
                ...threeTier.tiers,
                out: { access: "private", cidrs: ["10.1.0.0/20"] },
                twice: { access: "private", cidrs: ["10.0.16.0/24"] },
                none: { access: "private", cidrs: [] },
            },
        });
        expect(problems.map(({ path, given }) => [path, given.replace(/^.*, /, "")])).to.deep.equal([
            ["tiers.out.cidrs", "outside the VPC"],
            ["tiers.none.cidrs", "no block"],
            ["tiers.twice.cidrs", "overlapping tier app"],
        ]);
    });

    it("has ports, admin ports and a quota that AWS knows", () => {
        const paths = problemsOf({
            ports: { ...threeTier.ports, Bad: 1, zero: 0 },
            adminPorts: [2222, 0.5],
            naclEntryQuota: 50,
        }).map((problem) => problem.path);
        expect(paths).to.have.members(["ports.Bad", "ports.zero", "adminPorts[1]"]);
        expect(problemsOf({ naclEntryQuota: 50 })[0]!.path).to.equal("naclEntryQuota");
    });

    it("tells when an ACL would pass AWS's quota, and what to do", () => {
        const cidrs = Array.from({ length: 10 }, (_, block) => `198.51.${block}.0/24`);
        const input = {
            ranges: { ...threeTier.ranges, partners: { cidrs } },
            flows: [...threeTier.flows, line("partners", "alb", "tcp/8443")],
        };
        const [problem, ...others] = problemsOf(input);
        expect(problem).to.include({
            path: "flows",
            given: "22 inbound network ACL entries for tier public",
        });
        expect(others).to.be.empty;
        expect(problem!.change).to.include("naclEntryQuota");
        expect(problemsOf({ ...input, naclEntryQuota: 40 })).to.be.empty;
    });
});
