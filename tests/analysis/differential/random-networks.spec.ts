import { expect } from "chai";
import { randomNetwork } from "../../support/simulator/generator";
import { Random } from "../../support/simulator/generator/random";
import type { Network } from "../../support/simulator/network";
import { randomProbe } from "../../support/simulator/generator/probe-generator";
import type { Probe } from "../../support/simulator/probe";
import type { Form } from "../../support/simulator/records/registry";
import { judge, subjectOf, type Agreement } from "./agreement";
import { describeNetwork, shrink } from "./shrink";

/** Enough packets over enough networks for the reachability issue's promise of 100 000. */
const networks = 170;
const probesPerNetwork = 400;

describe("the prover and the point-wise simulator", function () {
    this.timeout(600_000);

    for (const form of ["known", "unknown"] as const) {
        it(`agree on random packets over random networks in the ${form} form`, () => {
            const counts: { [agreement in Agreement]: number } = {
                agrees: 0,
                open: 0,
                beyond: 0,
                cautious: 0,
                wrong: 0,
            };
            let verdicts = 0;
            for (let seed = 1; seed <= networks; seed += 1) {
                const network = randomNetwork(form === "known" ? seed : seed + networks);
                const subject = subjectOf(network, form, seed);
                const random = new Random(seed);
                for (let number = 0; number < probesPerNetwork; number += 1) {
                    const probe = randomProbe(random, network);
                    if (probe === undefined) {
                        continue;
                    }
                    const worlds = seed * probesPerNetwork + number;
                    const { agreement, answer } = judge(subject, probe, new Random(worlds));
                    counts[agreement] += 1;
                    verdicts += answer.verdict === "reachable" ? 1 : 0;
                    if (agreement === "wrong") {
                        expect.fail(explain({ network, probe, form, seed, worlds }));
                    }
                }
            }
            const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
            expect(total, "packets").to.be.greaterThan(50_000);
            expect(verdicts / total, "share of reachable ones").to.be.greaterThan(0.08);
            const unknown = counts.open + counts.beyond + counts.cautious;
            expect(unknown / total, "share of unknowns").to.be.lessThan(0.04);
            // An inline list that names two groups or two gateways cannot be told apart before they exist.
            const unexplained = form === "known" ? 0.001 : 0.015;
            expect(counts.cautious / total, "share of unexplained unknowns").to.be.lessThan(unexplained);
        });
    }
});

interface Failure {
    readonly network: Network;
    readonly probe: Probe;
    readonly form: Form;
    readonly seed: number;
    readonly worlds: number;
}

function explain({ network, probe, form, seed, worlds }: Failure): string {
    const again = (smaller: Network) => judge(subjectOf(smaller, form, seed), probe, new Random(worlds));
    const smallest = shrink(network, (smaller) => again(smaller).agreement === "wrong");
    const { answer, truth } = again(smallest);
    const { example } = truth;
    return [
        `the prover says ${answer.verdict} (${answer.codes.join(", ")}), the simulator ${truth.verdict}`,
        `probe: ${JSON.stringify(probe)}`,
        `simulator: ${example.delivered ? "delivered" : example.reason}: ${example.hops.join(" → ")}`,
        `prover: ${answer.path.map((hop) => `${hop.kind} ${hop.label}`).join(" → ")}`,
        `network (seed ${seed}, ${form} form):\n    ${describeNetwork(smallest)}`,
    ].join("\n  ");
}
