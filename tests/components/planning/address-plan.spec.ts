import { expect } from "chai";
import { isProblems, planNetwork } from "../../../components/planning/address-plan";
import type { NetworkInput } from "../../../components/planning/network-input";
import type { NetworkPlan } from "../../../components/planning/network-plan";
import type { Problem } from "../../../components/planning/problem";
import { networkWarnings } from "../../../components/planning/vpc-block";
import { formatCidr } from "../../../packets/cidr";

const seed: NetworkInput = {
    region: "us-east-1",
    cidr: "10.0.0.0/16",
    addressing: "seed",
    zones: { a: "use1-az1", b: "use1-az2" },
    tiers: { public: { access: "public" }, app: { access: "private" }, db: { access: "isolated" } },
};
const aligned: NetworkInput = { ...seed, addressing: "aligned" };

function plan(input: NetworkInput): NetworkPlan {
    const result = planNetwork(input);
    if (isProblems(result)) {
        throw new Error(JSON.stringify(result, undefined, 2));
    }
    return result;
}

function problems(input: NetworkInput): Problem[] {
    const result = planNetwork(input);
    return isProblems(result) ? result : [];
}

const paths = (input: NetworkInput): string[] => problems(input).map((problem) => problem.path);

const addresses = (input: NetworkInput): Record<string, string> =>
    Object.fromEntries(
        plan(input).tiers.flatMap((tier) =>
            tier.subnets.map((subnet) => [`${tier.key}-${subnet.zone.letter}`, formatCidr(subnet.cidr)]),
        ),
    );

describe("a planned network", () => {
    it("has exactly the seed's six subnets under seed addressing", () => {
        expect(addresses(seed)).to.deep.equal({
            "public-a": "10.0.1.0/24",
            "public-b": "10.0.2.0/24",
            "app-a": "10.0.3.0/24",
            "app-b": "10.0.4.0/24",
            "db-a": "10.0.5.0/24",
            "db-b": "10.0.6.0/24",
        });
    });

    it("gives a tier under seed addressing the fewest blocks that are exactly its subnets", () => {
        const cidrs = plan(seed).tiers.map((tier) => tier.cidrs.map(formatCidr));
        expect(cidrs).to.deep.equal([
            ["10.0.1.0/24", "10.0.2.0/24"],
            ["10.0.3.0/24", "10.0.4.0/24"],
            ["10.0.5.0/24", "10.0.6.0/24"],
        ]);
    });

    it("asks for the blocks that the seed's pattern does not hold, and proposes a free one for each", () => {
        const third = problems({ ...seed, zones: { ...seed.zones, c: "use1-az3" } });
        expect(third.map((problem) => problem.path)).to.deep.equal([
            "subnets.public.c",
            "subnets.app.c",
            "subnets.db.c",
        ]);
        expect(third.map((problem) => /10\.0\.\d+\.0\/24/.exec(problem.change)?.[0])).to.deep.equal([
            "10.0.7.0/24",
            "10.0.8.0/24",
            "10.0.9.0/24",
        ]);
    });

    it("takes written blocks beside the seed's", () => {
        const input: NetworkInput = {
            ...seed,
            tiers: { ...seed.tiers, cache: { access: "isolated" } },
            subnets: { cache: { a: "10.0.7.0/24", b: "10.0.8.0/24" } },
        };
        expect(addresses(input)).to.include({ "cache-a": "10.0.7.0/24", "db-b": "10.0.6.0/24" });
    });

    it("gives each tier a /20 and each zone a /23 of a /16 under aligned addressing", () => {
        expect(addresses(aligned)).to.deep.equal({
            "public-a": "10.0.0.0/23",
            "public-b": "10.0.2.0/23",
            "app-a": "10.0.16.0/23",
            "app-b": "10.0.18.0/23",
            "db-a": "10.0.32.0/23",
            "db-b": "10.0.34.0/23",
        });
        expect(plan(aligned).tiers.map((tier) => tier.cidrs.map(formatCidr))).to.deep.equal([
            ["10.0.0.0/20"],
            ["10.0.16.0/20"],
            ["10.0.32.0/20"],
        ]);
    });

    for (const [cidr, tier, lastZone] of [
        ["10.8.0.0/21", "10.8.0.128/25", "10.8.0.144/28"],
        ["10.8.0.0/22", "10.8.0.128/25", "10.8.0.144/28"],
        ["10.8.0.0/24", "10.8.0.64/26", "10.8.0.80/28"],
    ] as const) {
        it(`scales tiers and zones down to fit ${cidr}`, () => {
            const small = plan({ ...aligned, cidr });
            expect(small.tiers[1]!.cidrs.map(formatCidr)).to.deep.equal([tier]);
            expect(formatCidr(small.tiers[1]!.subnets[1]!.cidr)).to.equal(lastZone);
        });
    }

    it("says how many tiers and zones fit a VPC that is too small for them", () => {
        expect(paths({ ...aligned, cidr: "10.8.0.0/26" })).to.deep.equal(["tiers.db.slot"]);
        expect(
            paths({ ...aligned, cidr: "10.8.0.0/25", zones: { a: "use1-az1", d: "use1-az4" } }),
        ).to.deep.equal(["zones.d"]);
    });

    it("asks for a slot where a tier of its own key needs one", () => {
        const tiers = { ...seed.tiers, cache: { access: "isolated" } as const };
        expect(problems({ ...aligned, tiers })).to.deep.include({
            path: "tiers.cache.slot",
            given: "nothing",
            allowed: "a slot: it decides the tier's addresses for good",
            change: "write a free one, for example 3",
        });
        expect(
            addresses({ ...aligned, tiers: { ...tiers, cache: { access: "isolated", slot: 3 } } }),
        ).to.include({
            "cache-a": "10.0.48.0/23",
        });
    });

    it("gives a dual-stack network's subnets their /64 by tier and zone", () => {
        const subnets = plan({ ...seed, ipv6: true }).tiers.flatMap((tier) => tier.subnets);
        expect(subnets.map((subnet) => subnet.ipv6Slot)).to.deep.equal([0, 1, 16, 17, 32, 33]);
    });

    it("lets a single NAT serve every zone from the first, and one per zone each its own", () => {
        expect(plan({ ...seed, nat: "single" }).natZoneOf).to.deep.equal({ a: "a", b: "a" });
        expect(plan(seed).natZoneOf).to.deep.equal({ a: "a", b: "b" });
        expect(plan({ ...seed, nat: "regional" }).natZoneOf).to.deep.equal({});
    });

    it("needs no NAT where no tier is private", () => {
        const tiers = { db: { access: "isolated" } as const };
        expect(plan({ ...seed, tiers }).nat).to.equal("none");
        expect(paths({ ...seed, tiers, nat: "single" })).to.deep.equal(["nat"]);
    });

    it("needs a public tier to put NAT into, unless NAT is regional", () => {
        const tiers = { app: { access: "private" } as const };
        expect(paths({ ...seed, tiers })).to.deep.equal(["nat"]);
        expect(plan({ ...seed, tiers, nat: "regional" }).nat).to.equal("regional");
    });

    it("needs to know which of several public tiers holds NAT", () => {
        const front = { access: "public", slot: 4 } as const;
        const tiers = { edge: front, dmz: { ...front, slot: 5 }, app: { access: "private" } as const };
        expect(paths({ ...aligned, tiers })).to.deep.equal(["tiers"]);
    });

    for (const [what, change, path] of [
        ["a block with host bits", { cidr: "10.0.0.1/16" }, "cidr"],
        ["a block without a mask", { cidr: "10.0.0.0" }, "cidr"],
        ["an IPv6 block", { cidr: "fd00::/16" }, "cidr"],
        ["a block larger than AWS accepts", { cidr: "10.0.0.0/8" }, "cidr"],
        ["public addresses", { cidr: "203.0.0.0/16" }, "cidr"],
        ["seed addressing in anything but a /16", { cidr: "10.0.0.0/20" }, "cidr"],
        ["one zone", { zones: { a: "use1-az1" } }, "zones"],
        ["two letters for one zone", { zones: { a: "use1-az1", b: "use1-az1" } }, "zones.b"],
        ["a zone of another region", { zones: { a: "use1-az1", b: "usw2-az1" } }, "zones.b"],
        ["a zone's name for its id", { zones: { a: "use1-az1", b: "us-east-1b" } }, "zones.b"],
        ["a local zone", { zones: { a: "use1-az1", b: "use1-bos1-az1" } }, "zones.b"],
        ["a region that does not exist", { region: "us-east" }, "region"],
        ["a slot past the last", { tiers: { app: { access: "isolated", slot: 16 } } }, "tiers.app.slot"],
        [
            "two tiers in one slot",
            { tiers: { app: { access: "isolated" }, api: { access: "isolated", slot: 1 } } },
            "tiers.api.slot",
        ],
        [
            "blocks for a tier that is not there",
            { subnets: { cache: { a: "10.0.9.0/24" } } },
            "subnets.cache",
        ],
        ["a block for a zone that is not there", { subnets: { app: { c: "10.0.9.0/24" } } }, "subnets.app.c"],
        ["a subnet outside the VPC", { subnets: { app: { a: "10.1.0.0/24" } } }, "subnets.app.a"],
        ["a subnet smaller than AWS accepts", { subnets: { app: { a: "10.0.9.0/29" } } }, "subnets.app.a"],
        ["a subnet over another", { subnets: { app: { a: "10.0.4.0/24" } } }, "subnets.app.a"],
        [
            "two written subnets over each other",
            { subnets: { app: { a: "10.0.32.0/24", b: "10.0.32.0/20" } } },
            "subnets.app.b",
        ],
    ] as const) {
        it(`refuses ${what}, at its path`, () => {
            expect(paths({ ...seed, ...change })).to.include(path);
        });
    }

    it("refuses tier keys that would give two tables one name", () => {
        const tiers = { "app-b": { access: "isolated", slot: 5 }, app: { access: "isolated" } } as const;
        expect(paths({ ...aligned, tiers })).to.deep.equal(["tiers.app-b"]);
    });

    it("refuses a written subnet in the block that another tier owns", () => {
        expect(paths({ ...aligned, subnets: { app: { a: "10.0.46.0/24" } } })).to.deep.equal([
            "subnets.app.a",
        ]);
    });

    it("reports everything at once", () => {
        const everything = paths({
            ...seed,
            region: "mars-1",
            cidr: "300.0.0.0/16",
            zones: { a: "use1-az1" },
            nat: "single",
            tiers: { App: { access: "isolated" } },
        });
        expect(everything).to.have.members(["region", "cidr", "zones", "tiers.App", "nat"]);
    });

    it("warns of Docker's own addresses and of public subnets too small for a load balancer", () => {
        expect(networkWarnings(plan(seed))).to.deep.equal([]);
        const risky = plan({ ...aligned, cidr: "172.17.0.0/24" });
        expect(networkWarnings(risky).map((warning) => warning.path)).to.deep.equal([
            "cidr",
            "subnets.public.a",
            "subnets.public.b",
        ]);
    });
});
