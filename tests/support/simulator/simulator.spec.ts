import { expect } from "chai";
import { edges } from "./edges";
import { truthOf } from "./probe";

describe("the point-wise simulator", () => {
    for (const { id, network, probe, expected } of edges) {
        it(`says ${expected} of ${id}`, () => {
            const truth = truthOf(network, probe);
            expect(truth.verdict, JSON.stringify(truth.example)).to.equal(expected);
        });
    }
});
