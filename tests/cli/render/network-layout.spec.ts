import { expect } from "chai";
import fc from "fast-check";
import type { ReportedFlow } from "../../../cli/flows";
import type { PicturedVpc } from "../../../cli/network-picture";
import { layOut } from "../../../cli/render/network-layout";
import type { Box } from "../../../cli/render/picture-grid";

const overlap = (one: Box, other: Box): boolean =>
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height;

const zones = ["z1", "z2", "z3"];

const picture: fc.Arbitrary<PicturedVpc> = fc
    .array(fc.array(fc.subarray(zones, { minLength: 1 }), { maxLength: 5 }), { minLength: 1, maxLength: 4 })
    .map((tiers) => ({
        urn: "vpc",
        name: "vpc",
        cidrs: ["10.0.0.0/16"],
        zones,
        gateways: [],
        tiers: tiers.map((members, tier) => ({
            name: `tier-${tier}`,
            access: "private",
            subnets: zones.map((zone) => ({
                urn: `${tier}-${zone}`,
                name: `${tier}-${zone}`,
                zone,
                cidrs: [],
            })),
            members: members.map((own, index) => ({
                urn: `${tier}-${index}`,
                name: `member-${index}`,
                kind: "instance",
                zones: own,
            })),
        })),
    }));

const flowsAmong = (vpc: PicturedVpc): ReportedFlow[] => {
    const ends = vpc.tiers
        .flatMap(({ members }) => members)
        .map(({ urn }) => ({ kind: "interfaces" as const, label: urn, members: [urn] }));
    const internet = { kind: "internet" as const, label: "internet", members: [] };
    return ends.flatMap((end, index) => [
        { from: internet, to: end, address: "public", certain: "tcp 443" },
        { from: end, to: internet, address: "public", certain: "tcp 443" },
        { from: end, to: ends[(index + 1) % ends.length]!, address: "private", certain: "tcp 8080" },
    ]);
};

describe("layOut", () => {
    it("never lays two members over each other, and keeps each inside its tier", () => {
        fc.assert(
            fc.property(picture, (vpc) => {
                const { members, tiers } = layOut(vpc, []);
                members.forEach((one, index) => {
                    members.slice(index + 1).forEach((other) => expect(overlap(one, other)).to.equal(false));
                    const tier = tiers.find(({ tier: { members: own } }) =>
                        own.includes(one.member.members[0]!),
                    )!;
                    expect(one.y).to.be.at.least(tier.y);
                    expect(one.y + one.height).to.be.at.most(tier.y + tier.height);
                });
            }),
        );
    });

    it("draws every flow between members, and to and from the internet, inside the picture", () => {
        fc.assert(
            fc.property(picture, (vpc) => {
                const flows = flowsAmong(vpc);
                const { arrows, members, width, height } = layOut(vpc, flows);
                const barOf = ([urn]: readonly string[]) =>
                    members.findIndex(({ member: { members: own } }) => own.some((one) => one.urn === urn));
                const drawable = flows.filter(
                    ({ from, to }) => barOf(from.members) !== barOf(to.members) || from.members.length === 0,
                );
                expect(arrows.map(({ flow }) => flow)).to.deep.equal(drawable);
                for (const [x, y] of arrows.flatMap(({ points }) => points)) {
                    expect(x).to.be.within(0, width);
                    expect(y).to.be.within(0, height);
                }
            }),
        );
    });
});
