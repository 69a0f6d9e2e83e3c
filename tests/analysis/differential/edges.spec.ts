import { expect } from "chai";
import { edges } from "../../support/simulator/edges";
import { subjectOf } from "./agreement";
import { questionOf } from "./question";

/** Seeds that between them write every rule, route and address in each of its shapes. */
const shapes = [1, 2, 3, 4];

describe("the prover on every line of the semantics", () => {
    for (const { id, network, probe, expected, proved = expected, onlyDeployed } of edges) {
        it(`says ${proved} of ${id}, before and after the first deployment, in every shape`, () => {
            for (const form of onlyDeployed ? (["known"] as const) : (["known", "unknown"] as const)) {
                for (const seed of shapes) {
                    const { registered, prover } = subjectOf(network, form, seed);
                    const answer = prover.reach(questionOf(network, registered, probe));
                    const found = answer.partial === undefined ? answer.verdict : "partial";
                    // What an inline list refers to cannot always be told before it exists.
                    const ambiguous = form === "unknown" && answer.codes.includes("UNDECIDED_PROPERTY");
                    if (!ambiguous) {
                        const why = `${form} form, shape ${seed}: ${answer.codes.join(", ")}`;
                        expect(found, why).to.equal(proved);
                    }
                }
            }
        });
    }
});
