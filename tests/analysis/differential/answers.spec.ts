import { expect } from "chai";
import { firstAddress, isIn, isInAny, lastAddress, neighbour } from "../../support/simulator/addresses";
import { randomNetwork } from "../../support/simulator/generator";
import { randomProbe } from "../../support/simulator/generator/probe-generator";
import { Random } from "../../support/simulator/generator/random";
import { outsideBlocks, outsideBlocks6, serviceBlocks } from "../../support/simulator/generator/traffic";
import type { Network } from "../../support/simulator/network";
import { ephemeralEdges, truthOf, type Probe, type ProbeEnd } from "../../support/simulator/probe";
import { isOnTheInternet } from "../../support/simulator/routing";
import type { ReachQuery } from "../../../analysis/reachability/query";
import { elsewhereOf, subjectOf } from "./agreement";
import { questionOf } from "./question";
import { withAddressesOf } from "./witness";

describe("the prover's answers", function () {
    this.timeout(300_000);

    it("show a packet that the simulator delivers, for everything reachable", () => {
        let shown = 0;
        for (let seed = 1; seed <= 60; seed += 1) {
            const network = randomNetwork(seed);
            const subject = subjectOf(network, "unknown", seed);
            const random = new Random(seed);
            for (let number = 0; number < 150; number += 1) {
                const probe = randomProbe(random, network);
                if (probe === undefined || probe.through !== undefined) {
                    continue;
                }
                const answer = subject.prover.reach(questionOf(network, subject.registered, probe));
                if (answer.verdict !== "reachable") {
                    continue;
                }
                const story = `seed ${seed}: ${JSON.stringify(probe)}: ${JSON.stringify(answer.packet)}`;
                expect(answer.packet, story).to.not.equal(undefined);
                const { packet } = answer;
                expect(packet!.destinationPort, story).to.equal(probe.destinationPort);
                const world = withAddressesOf(network, probe, packet!);
                if (world !== undefined) {
                    shown += 1;
                    const truth = truthOf(world, { ...probe, sourcePort: packet!.sourcePort });
                    const expected = answer.partial === undefined ? ["reachable"] : ["reachable", "partial"];
                    expect(expected, `${story}: ${JSON.stringify(truth.example)}`).to.include(truth.verdict);
                }
            }
        }
        expect(shown).to.be.greaterThan(500);
    });

    it("survive a probe at every edge of every block and port range, when they are about many", () => {
        let blocked = 0;
        let reachable = 0;
        for (let seed = 1; seed <= 60; seed += 1) {
            const network = randomNetwork(seed);
            const subject = subjectOf(network, "unknown", seed);
            const random = new Random(seed);
            for (let number = 0; number < 30; number += 1) {
                const probe = randomProbe(random, network);
                const block = probe === undefined ? undefined : widened(random, probe);
                if (probe === undefined || (block === undefined && probe.sourcePort === undefined)) {
                    continue;
                }
                const question = withoutPort(questionOf(network, subject.registered, probe), block);
                const { verdict } = subject.prover.reach(question);
                const found = () =>
                    probesWithin(network, probe, block).find((each) => isOpen(random, network, each));
                const story = `seed ${seed}: ${JSON.stringify(question)}: ${JSON.stringify(found())}`;
                if (verdict === "blocked") {
                    blocked += 1;
                    expect(JSON.stringify(found()), story).to.equal(undefined);
                } else if (verdict === "reachable") {
                    reachable += 1;
                    expect(found(), story).to.not.equal(undefined);
                }
            }
        }
        expect(blocked).to.be.greaterThan(300);
        expect(reachable).to.be.greaterThan(50);
    });
});

/** A block of the internet around a stranger's address, to ask about all of it at once. */
function widened(random: Random, probe: Probe): string | undefined {
    const stranger = [probe.from, probe.to].find(
        (end): end is Extract<ProbeEnd, { address: string }> => "address" in end && end.service === undefined,
    );
    const around = [...outsideBlocks, ...outsideBlocks6].filter(
        (block) => stranger !== undefined && isIn(stranger.address, block),
    );
    return around.length === 0 ? undefined : random.pick(around);
}

function withoutPort(question: ReachQuery, block: string | undefined): ReachQuery {
    const widen = (end: ReachQuery["from"]): ReachQuery["from"] =>
        block !== undefined && "internet" in end && end.service === undefined ? { internet: block } : end;
    return { ...question, sourcePort: undefined, from: widen(question.from), to: widen(question.to) };
}

/** The probe from every client port and stranger's address that some rule or route may tell apart. */
function probesWithin(network: Network, probe: Probe, block: string | undefined): Probe[] {
    const ports = probe.sourcePort === undefined ? [undefined] : ephemeralEdges(network);
    const replace = (end: ProbeEnd, address: string | undefined): ProbeEnd =>
        address !== undefined && "address" in end && end.service === undefined ? { address } : end;
    const addresses = block === undefined ? [undefined] : strangersIn(network, block);
    return addresses.flatMap((address) =>
        ports.map((sourcePort) => ({
            ...probe,
            sourcePort,
            from: replace(probe.from, address),
            to: replace(probe.to, address),
        })),
    );
}

function strangersIn(network: Network, block: string): string[] {
    const blocks = [
        block,
        ...outsideBlocks,
        ...outsideBlocks6,
        ...network.prefixLists.flatMap((list) => (list.service === undefined ? list.cidrs : [])),
    ];
    const edges = blocks.flatMap((each) => {
        const [first, last] = [firstAddress(each), lastAddress(each)];
        return [first, last, neighbour(first, -1), neighbour(last, 1)];
    });
    const usual = ["8.8.8.8", "200.0.0.1", "2001:db8:1::7", "2a00::9", "9000::1"];
    const holders = [...network.interfaces, ...network.natGateways].map(({ publicAddress }) => publicAddress);
    return [...new Set([...edges, ...usual])].filter(
        (address) =>
            isIn(address, block) &&
            isOnTheInternet(address) &&
            !holders.includes(address) &&
            // Who means a service's addresses says so in the question.
            !isInAny(address, serviceBlocks),
    );
}

const isOpen = (random: Random, network: Network, probe: Probe): boolean =>
    [network, elsewhereOf(network, probe, random, "unknown")].some(
        (each) => truthOf(each, probe).verdict !== "blocked",
    );
