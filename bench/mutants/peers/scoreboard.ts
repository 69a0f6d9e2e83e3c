import type { Mutant } from "../operator";
import type { Plan } from "../plan";
import type { NeutralVerdict, Verdict } from "../score";
import { installedPeers } from "./index";
import { judgeByPeer } from "./peer";

/** How often a scanner is right on the mutants that its language can show, and Palisade on the same ones. */
export interface Score {
    readonly tool: string;
    /** Broken plans that its language can show. */
    readonly expressible: number;
    /** Those of them that it refuses. */
    readonly killed: number;
    /** Those of them that Palisade refuses. */
    readonly killedByUs: number;
    /** Neutral changes that its language can show. */
    readonly neutral: number;
    /** Those of them that it remarks on. */
    readonly alarms: number;
    /** What it has to say against the unbroken plan: each a check and a resource. */
    readonly noise: readonly string[];
    /** The same by operator: killed, killed by Palisade, expressible. */
    readonly byOperator: ReadonlyMap<string, readonly [number, number, number]>;
}

export interface Judged<V> {
    readonly mutant: Mutant;
    readonly verdict: V;
}

/** Holds the peers against the same mutants, all at once: each is a process of its own. */
export async function scoreboard(
    unbroken: Plan,
    weakened: readonly Judged<Verdict>[],
    harmless: readonly Judged<NeutralVerdict>[],
): Promise<readonly Score[]> {
    const plans = [...weakened, ...harmless].map(({ mutant }) => mutant.plan);
    return Promise.all(
        installedPeers().map(async (peer) => {
            const { noise, verdicts } = await judgeByPeer(peer, unbroken, plans);
            const shown = weakened
                .map(({ verdict }, i) => ({ verdict, theirs: verdicts[i]! }))
                .filter(({ theirs }) => theirs !== "inexpressible");
            const sound = verdicts.slice(weakened.length);
            const names = [...new Set(weakened.map(({ verdict }) => verdict.operator))];
            const counted = (own: typeof shown): readonly [number, number, number] => [
                own.filter(({ theirs }) => theirs === "killed").length,
                own.filter(({ verdict }) => verdict.policies.length > 0).length,
                own.length,
            ];
            const [killed, killedByUs, expressible] = counted(shown);
            return {
                tool: peer.name,
                ...{ killed, killedByUs, expressible, noise },
                neutral: sound.filter((verdict) => verdict !== "inexpressible").length,
                alarms: sound.filter((verdict) => verdict === "killed").length,
                byOperator: new Map(
                    names.map((name) => [
                        name,
                        counted(shown.filter(({ verdict }) => verdict.operator === name)),
                    ]),
                ),
            };
        }),
    );
}
