import { expect } from "chai";
import { judge } from "../../../cli/offline/judge";
import { policiesOf } from "../../../policy-pack/pack";
import { rules } from "../../../policy-pack/rules";
import { Random } from "../../support/simulator/generator/random";
import type { PlannedResource } from "../support/plan";
import { corpus, garbageOf } from "./garbage-resources";
import { planted, plantedNetwork } from "./planted-violations";

const rounds = 13;
const resourcesEachRound = 200;

describe("hostile input", function () {
    this.timeout(120_000);
    let specimens: ReadonlyMap<string, readonly PlannedResource[]>;

    before(async () => {
        specimens = await corpus();
    });

    it("has garbage of every type that the pack looks at", () => {
        expect(specimens.size).to.be.within(150, rounds * resourcesEachRound);
    });

    for (const form of ["known", "unknown"] as const) {
        it(`crashes nothing, leaves nothing to the SDK and silences nothing, ids ${form}`, async () => {
            const network = plantedNetwork(form);
            const urns = network.map(({ urn }) => urn);
            const types = [...specimens.keys()];
            let next = 0;
            for (let round = 0; round < rounds; round += 1) {
                const random = new Random(round * 2 + (form === "known" ? 0 : 1));
                const garbage = random.times(resourcesEachRound, resourcesEachRound, (position) =>
                    garbageOf(types[next++ % types.length]!, specimens, urns, form, random, position),
                );
                const policies = policiesOf(rules, { today: "2026-11-23" });
                const { findings } = await judge(random.shuffled([...network, ...garbage]), policies);
                const failed = findings.filter(({ message }) =>
                    /can't be known during preview|the policy failed on it/.test(message),
                );
                expect(
                    failed.map(({ policy, message, urn }) => `${policy} on ${urn}: ${message}`),
                    `round ${round}`,
                ).to.deep.equal([]);
                for (const [policy, wrong] of planted) {
                    const told = findings.filter(
                        (finding) =>
                            finding.policy === policy &&
                            finding.verdict === "violates" &&
                            (finding.urn?.endsWith(`::${wrong.name}`) ?? false),
                    );
                    expect(told, `round ${round}: ${policy} on ${wrong.name}`).to.not.be.empty;
                }
            }
        });
    }
});
