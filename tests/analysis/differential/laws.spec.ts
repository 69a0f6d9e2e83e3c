import { expect } from "chai";
import type { ReachVerdict } from "../../../analysis/reachability/answer";
import { randomNetwork } from "../../support/simulator/generator";
import { Random } from "../../support/simulator/generator/random";
import type { Network } from "../../support/simulator/network";
import { randomProbe } from "../../support/simulator/generator/probe-generator";
import type { Probe, ProbeEnd } from "../../support/simulator/probe";
import { subjectOf, type Subject } from "./agreement";
import { questionOf } from "./question";
import { describeNetwork } from "./shrink";
import {
    renamed,
    renamedAndReordered,
    withABlockInHalves,
    withAnEarlierDeny,
    withoutAnAllow,
} from "./variations";

const networks = 40;
const probesPerNetwork = 60;
const order: readonly ReachVerdict[] = ["blocked", "unknown", "reachable"];

const answerTo = (subject: Subject, probe: Probe) =>
    subject.prover.reach(questionOf(subject.network, subject.registered, probe));

function holds(
    vary: (random: Random, network: Network) => Network | undefined,
    relation: (before: ReachVerdict, after: ReachVerdict) => boolean,
    probeAfter: (probe: Probe) => Probe = (probe) => probe,
): void {
    let compared = 0;
    for (let seed = 1; compared < networks * probesPerNetwork; seed += 1) {
        const network = randomNetwork(seed);
        const random = new Random(seed);
        const varied = vary(random, network);
        if (varied === undefined) {
            continue;
        }
        const before = subjectOf(network, "known", seed);
        const after = subjectOf(varied, "known", seed);
        for (let number = 0; number < probesPerNetwork; number += 1) {
            const probe = randomProbe(random, network);
            if (probe === undefined) {
                continue;
            }
            compared += 1;
            const was = answerTo(before, probe).verdict;
            const is = answerTo(after, probeAfter(probe)).verdict;
            if (!relation(was, is)) {
                const story = `${was} became ${is} (seed ${seed}): ${JSON.stringify(probe)}`;
                expect.fail(`${story}\n    ${describeNetwork(varied)}`);
            }
        }
    }
}

const neverMore = (before: ReachVerdict, after: ReachVerdict): boolean =>
    order.indexOf(after) <= order.indexOf(before);
const theSame = (before: ReachVerdict, after: ReachVerdict): boolean => before === after;

const renamedEnd = (end: ProbeEnd): ProbeEnd =>
    "interface" in end ? { ...end, interface: renamed(end.interface) } : end;

describe("laws of reachability", function () {
    this.timeout(300_000);

    it("removing an allow never adds a flow", () => holds(withoutAnAllow, neverMore));

    it("lowering a deny's number never adds a flow", () => holds(withAnEarlierDeny, neverMore));

    it("splitting a block in halves changes nothing", () => holds(withABlockInHalves, theSame));

    it("names and order change nothing, nor does the shape in which rules are written", () =>
        holds(
            (_, network) => renamedAndReordered(network),
            theSame,
            (probe) => ({
                ...probe,
                from: renamedEnd(probe.from),
                to: renamedEnd(probe.to),
                ...(probe.through === undefined ? {} : { through: renamed(probe.through) }),
            }),
        ));

    it("a network is judged alike before and after its first deployment", () => {
        let ambiguous = 0;
        let compared = 0;
        for (let seed = 1; seed <= networks; seed += 1) {
            const network = randomNetwork(seed);
            const random = new Random(seed);
            const planned = subjectOf(network, "unknown", seed);
            const deployed = subjectOf(network, "known", seed);
            for (let number = 0; number < probesPerNetwork; number += 1) {
                const probe = randomProbe(random, network);
                if (probe === undefined) {
                    continue;
                }
                compared += 1;
                const before = answerTo(planned, probe);
                const after = answerTo(deployed, probe);
                const isAmbiguous =
                    before.verdict === "unknown" && before.codes.includes("UNDECIDED_PROPERTY");
                ambiguous += isAmbiguous && after.verdict !== "unknown" ? 1 : 0;
                if (!isAmbiguous) {
                    const story = `seed ${seed}: ${JSON.stringify(probe)}`;
                    expect(before.verdict, `${story}\n    ${describeNetwork(network)}`).to.equal(
                        after.verdict,
                    );
                }
            }
        }
        // Only inline lists that name several groups or gateways are less clear in a plan.
        expect(ambiguous / compared).to.be.lessThan(0.02);
    });
});
