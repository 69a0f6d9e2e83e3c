import { expect } from "chai";
import { edges } from "./edges";
import { outcomesOf } from "./probe";

describe("the point-wise simulator", () => {
    for (const { id, network, probe, expected } of edges) {
        it(`says ${expected} of ${id}`, () => {
            const outcomes = outcomesOf(network, probe);
            const delivered = outcomes.filter((verdict) => verdict.delivered).length;
            const found =
                delivered === outcomes.length ? "reachable" : delivered === 0 ? "blocked" : "partial";
            expect(found, JSON.stringify(outcomes[0])).to.equal(expected);
        });
    }
});
