import { expect } from "chai";
import { buildNetworkModel } from "../../../analysis/model/build-network-model";
import { Prover } from "../../../analysis/reachability/reach";
import { randomNetwork } from "../../support/simulator/generator";
import { randomProbe } from "../../support/simulator/generator/probe-generator";
import { Random } from "../../support/simulator/generator/random";
import { truthOf } from "../../support/simulator/probe";
import { register } from "../../support/simulator/records";
import { withAPropertyHidden } from "./hidden";
import { questionOf } from "./question";

const networks = 28;
const hidings = 15;
const probesPerNetwork = 80;

describe("a property that the plan does not know", function () {
    this.timeout(300_000);

    for (const form of ["known", "unknown"] as const) {
        it(`never makes certain what is not so, hidden anywhere in the ${form} form`, () => {
            let decided = 0;
            let open = 0;
            for (let seed = 1; seed <= networks; seed += 1) {
                const network = randomNetwork(seed);
                const registered = register(network, form, seed);
                const random = new Random(seed);
                const asked = Array.from({ length: probesPerNetwork }, () => randomProbe(random, network))
                    .filter((probe) => probe !== undefined)
                    .map((probe) => ({ probe, truth: truthOf(network, probe).verdict }))
                    .filter(({ truth }) => truth !== "partial");
                for (let number = 0; number < hidings; number += 1) {
                    const hidden = withAPropertyHidden(random, registered.records);
                    if (hidden === undefined) {
                        continue;
                    }
                    const prover = new Prover(buildNetworkModel(hidden.records));
                    for (const { probe, truth } of asked) {
                        const { verdict, codes } = prover.reach(questionOf(network, registered, probe));
                        decided += verdict === "unknown" ? 0 : 1;
                        open += verdict === "unknown" ? 1 : 0;
                        // A list computed from several things is taken to hold each of them.
                        const isFair = verdict === "blocked" || !hidden.saysMore;
                        if (verdict !== "unknown" && verdict !== truth && isFair) {
                            const story = `${verdict} (${codes.join(", ")}), but it is ${truth}`;
                            expect.fail(`${story}: ${hidden.place}, seed ${seed}: ${JSON.stringify(probe)}`);
                        }
                    }
                }
            }
            expect(decided).to.be.greaterThan(20_000);
            expect(open, "hidden properties that mattered").to.be.greaterThan(300);
        });
    }
});
