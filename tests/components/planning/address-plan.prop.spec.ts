import { expect } from "chai";
import fc from "fast-check";
import { isProblems, planNetwork } from "../../../components/planning/address-plan";
import type { NetworkInput, TierInput } from "../../../components/planning/network-input";
import type { SubnetPlan } from "../../../components/planning/network-plan";
import { routeTables } from "../../../components/planning/route-plan";
import { zoneLetters } from "../../../components/planning/subnet-slots";
import { cidrContains, cidrsOverlap, formatCidr, parseCidr } from "../../../packets/cidr";

const anyAccess = fc.constantFrom("public", "private", "isolated" as const);
const anyLetters = fc.subarray([...zoneLetters], { minLength: 2 });
const anyTiers = fc.uniqueArray(
    fc.record({
        key: fc.constantFrom("public", "app", "db", "cache", "queue", "search", "mail", "proxy"),
        slot: fc.nat({ max: 15 }),
        access: anyAccess,
    }),
    { minLength: 1, maxLength: 6, selector: (tier) => tier.key },
);

const zonesOf = (letters: readonly string[]): Record<string, string> =>
    Object.fromEntries(letters.map((letter) => [letter, `use1-az${letter.charCodeAt(0) - 96}`]));

function input(letters: readonly string[], tiers: readonly (TierInput & { key: string })[]): NetworkInput {
    return {
        region: "us-east-1",
        cidr: "10.0.0.0/16",
        addressing: "aligned",
        zones: zonesOf(letters),
        tiers: Object.fromEntries(tiers.map(({ key, ...tier }) => [key, tier])),
        nat: "none",
        ipv6: true,
    };
}

const distinctSlots = (tiers: readonly TierInput[]): boolean =>
    new Set(tiers.map((tier) => tier.slot)).size === tiers.length;

const anyInput = fc
    .tuple(anyLetters, anyTiers)
    .filter(([, tiers]) => distinctSlots(tiers))
    .map(([letters, tiers]) => input(letters, tiers));

function subnets(network: NetworkInput): readonly SubnetPlan[] {
    const plan = planNetwork(network);
    if (isProblems(plan)) {
        throw new Error(JSON.stringify(plan));
    }
    return plan.tiers.flatMap((tier) => tier.subnets);
}

const places = (network: NetworkInput): Map<string, string> =>
    new Map(
        subnets(network).map((subnet) => [
            `${subnet.tier}-${subnet.zone.letter}`,
            `${formatCidr(subnet.cidr)} ${subnet.ipv6Slot}`,
        ]),
    );

/** Every subnet that both networks have is in the same place in both. */
function expectSamePlaces(before: NetworkInput, after: NetworkInput): void {
    const earlier = places(before);
    for (const [key, place] of places(after)) {
        expect(earlier.get(key) ?? place, key).to.equal(place);
    }
}

describe("planned addresses, whatever the tiers and zones", () => {
    it("lie inside the VPC and share nothing", () => {
        fc.assert(
            fc.property(anyInput, (network) => {
                const all = subnets(network);
                for (const [position, subnet] of all.entries()) {
                    expect(cidrContains(parseCidr(network.cidr), subnet.cidr)).to.equal(true);
                    for (const other of all.slice(position + 1)) {
                        expect(cidrsOverlap(subnet.cidr, other.cidr)).to.equal(false);
                        expect(subnet.ipv6Slot).to.not.equal(other.ipv6Slot);
                    }
                }
            }),
        );
    });

    it("stay when zones are added or removed", () => {
        fc.assert(
            fc.property(anyInput, anyLetters, (network, letters) => {
                expectSamePlaces(network, { ...network, zones: zonesOf(letters) });
            }),
        );
    });

    it("stay when a zone is renamed", () => {
        fc.assert(
            fc.property(anyInput, fc.constantFrom(...zoneLetters), (network, letter) => {
                const [[first, id], ...rest] = Object.entries(network.zones) as [[string, string]];
                fc.pre(!Object.hasOwn(network.zones, letter));
                const renamed = { ...network, zones: Object.fromEntries([...rest, [letter, id]]) };
                expectSamePlaces(network, renamed);
                expect([...places(renamed).keys()].some((key) => key.endsWith(`-${first}`))).to.equal(false);
            }),
        );
    });

    it("stay when tiers are added, removed or reordered", () => {
        fc.assert(
            fc.property(anyInput, fc.func(fc.boolean()), (network, keep) => {
                const kept = Object.entries(network.tiers)
                    .reverse()
                    .filter(([key], position) => position === 0 || keep(key));
                expectSamePlaces(network, { ...network, tiers: Object.fromEntries(kept) });
            }),
        );
    });

    it("go with the slot and not the key when a tier is renamed", () => {
        fc.assert(
            fc.property(anyInput, (network) => {
                const [[key, tier], ...rest] = Object.entries(network.tiers) as [[string, TierInput]];
                const renamed = { ...network, tiers: Object.fromEntries([...rest, ["renamed", tier]]) };
                expectSamePlaces(network, renamed);
                const [moved, former] = [places(renamed), places(network)];
                for (const letter of Object.keys(network.zones)) {
                    expect(moved.get(`renamed-${letter}`)).to.equal(former.get(`${key}-${letter}`));
                }
            }),
        );
    });

    it("stay for the seed's six when blocks are written beside them", () => {
        const tiers = { public: "public", app: "private", db: "isolated" } as const;
        const seed: NetworkInput = {
            ...input(["a", "b"], []),
            addressing: "seed",
            tiers: Object.fromEntries(Object.entries(tiers).map(([key, access]) => [key, { access }])),
        };
        fc.assert(
            fc.property(
                fc.uniqueArray(fc.integer({ min: 7, max: 255 }), { minLength: 3, maxLength: 3 }),
                (free) => {
                    const blocks = Object.keys(tiers).map((key, i) => [key, { c: `10.0.${free[i]}.0/24` }]);
                    expectSamePlaces(seed, {
                        ...seed,
                        zones: zonesOf(["a", "b", "c"]),
                        subnets: Object.fromEntries(blocks) as NetworkInput["subnets"],
                    });
                },
            ),
        );
    });
});

describe("planned route tables, whatever the tiers and zones", () => {
    const withNat = anyInput
        .filter(({ tiers }) => Object.values(tiers).some((tier) => tier.access === "private"))
        .map((network): NetworkInput => {
            const tiers = Object.entries(network.tiers).filter(([key]) => key !== "public");
            return {
                ...network,
                tiers: { ...Object.fromEntries(tiers), public: { access: "public", slot: 15 } },
            };
        })
        .filter(({ tiers }) => distinctSlots(Object.values(tiers)))
        .filter(({ tiers }) => Object.values(tiers).some((tier) => tier.access === "private"));

    const tables = (network: NetworkInput): ReturnType<typeof routeTables> => {
        const plan = planNetwork(network);
        if (isProblems(plan)) {
            throw new Error(JSON.stringify(plan));
        }
        return routeTables(plan);
    };

    it("serve every subnet exactly once", () => {
        fc.assert(
            fc.property(anyInput, (network) => {
                const served = tables(network).flatMap((table) =>
                    table.zones.map((letter) => `${table.tier}-${letter}`),
                );
                expect(served.sort()).to.deep.equal([...places(network).keys()].sort());
            }),
        );
    });

    it("have the same keys and destinations under single NAT and NAT per zone", () => {
        fc.assert(
            fc.property(withNat, (network) => {
                const shape = (nat: "single" | "perZone"): unknown =>
                    tables({ ...network, nat }).map(({ key, zones, routes }) => [
                        key,
                        zones,
                        routes.map((route) => route.destination),
                    ]);
                expect(shape("single")).to.deep.equal(shape("perZone"));
            }),
        );
    });

    it("send no isolated tier anywhere", () => {
        fc.assert(
            fc.property(withNat, (network) => {
                for (const table of tables({ ...network, nat: "perZone" })) {
                    if (network.tiers[table.tier]!.access === "isolated") {
                        expect(table.routes).to.deep.equal([]);
                    }
                }
            }),
        );
    });
});
