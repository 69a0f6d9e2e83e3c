import { readFileSync } from "node:fs";
import { buildNetworkModel } from "../../analysis/model/build-network-model";
import type { ResourceRecord } from "../../analysis/model/resource-record";
import { matrix } from "../../analysis/reachability/build-matrix";
import { readIntents } from "../../analysis/reachability/intent";
import { intentGaps } from "../../analysis/reachability/intent-gaps";
import { checkInvariants, type Invariant } from "../../analysis/reachability/invariants";
import { readRecords } from "../../analysis/readers/read-records";
import { groupEach, tieredNetworks } from "./networks";

// Proves one network several times and tells what each run took; a process of its own, so that its memory
// is the network's. The first run is as a command pays for it, before the compiler has warmed up.

/** What the parent reads from stdout. */
export interface ProofTimes {
    readonly resources: number;
    readonly interfaces: number;
    /** Of each run: the clock's, or the processor's where other work on the machine held it up. */
    readonly milliseconds: readonly number[];
    readonly bytes: number;
}

const [kind = "", first = "0", second = "0", count = "5"] = process.argv.slice(2);

function records(): ResourceRecord[] {
    switch (kind) {
        case "file":
            return readRecords(JSON.parse(readFileSync(first, "utf8")));
        case "tiers":
            return tieredNetworks(Number(first), Number(second));
        case "groups":
            return groupEach(Number(first));
        default:
            throw new Error(`no network is called ${kind}`);
    }
}

const invariants: readonly Invariant[] = [
    { kind: "neverReachable", from: "internet", to: { securityGroup: "*-db" } },
    { kind: "neverReachable", from: { securityGroup: "*-db" }, to: "internet" },
];

/** The matrix, intent against effect, invariants, and an explanation of every line of the matrix. */
function prove(all: readonly ResourceRecord[]): number {
    const model = buildNetworkModel(all);
    const effect = matrix(model);
    const gaps = readIntents(all)
        .flatMap((intent) => intentGaps(model, intent))
        .filter(({ kind }) => kind !== "partial");
    const breaches = checkInvariants(model, invariants);
    const pairs = effect.blocks.map(({ sources, destinations, face, ...traffic }) => ({
        from: sources[0]!,
        to: destinations[0]!,
        face,
        ...traffic,
    }));
    const explained = pairs.map((cell) => effect.witness(cell).verdict);
    if (breaches.length > 0 || gaps.length > 0 || explained.length === 0) {
        throw new Error(`${gaps.length} gaps, ${breaches.length} breaches, ${explained.length} sessions`);
    }
    return model.interfaces.size;
}

const all = records();
let interfaces = 0;
const milliseconds = Array.from({ length: Number(count) }, () => {
    const start = performance.now();
    const before = process.cpuUsage();
    interfaces = prove(all);
    const { user, system } = process.cpuUsage(before);
    return Math.min(performance.now() - start, (user + system) / 1000);
});
const times: ProofTimes = {
    resources: all.filter(({ custom }) => custom).length,
    interfaces,
    milliseconds,
    bytes: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(times));
