import type { Mutant } from "../operator";
import type { Plan } from "../plan";
import type { NeutralVerdict, Verdict } from "../score";
import { installedPeers } from "./index";
import { judgeByPeer } from "./peer";

/** A tool's result on the same mutants. */
export interface Score {
    readonly tool: string;
    /** Broken plans that it refuses, of those that its language can show. */
    readonly killed: number;
    readonly expressible: number;
    /** Neutral changes that it remarks on, of those that its language can show. */
    readonly alarms: number;
    readonly neutral: number;
}

export interface Judged<V> {
    readonly mutant: Mutant;
    readonly verdict: V;
}

/** Up to so many of each operator's, from all over its range: Checkov takes a second or two for each. */
export function sampled<V extends { readonly operator: string }>(
    judged: readonly Judged<V>[],
    count: number,
): readonly Judged<V>[] {
    const names = [...new Set(judged.map(({ verdict }) => verdict.operator))];
    return names.flatMap((name) => {
        const own = judged.filter(({ verdict }) => verdict.operator === name);
        const step = Math.max(1, own.length / count);
        return own.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, count);
    });
}

/** Holds the peers against the same mutants; those that change nothing for any packet are left out. */
export async function scoreboard(
    unbroken: Plan,
    weakened: readonly Judged<Verdict>[],
    harmless: readonly Judged<NeutralVerdict>[],
): Promise<readonly Score[]> {
    const own: Score = {
        tool: "Palisade",
        killed: weakened.filter(({ verdict }) => verdict.policies.length > 0).length,
        expressible: weakened.length,
        alarms: harmless.filter(({ verdict }) => verdict.findings.length > 0).length,
        neutral: harmless.length,
    };
    const plans = [...weakened, ...harmless].map(({ mutant }) => mutant.plan);
    const scores = [own];
    for (const peer of installedPeers()) {
        const verdicts = await judgeByPeer(peer, unbroken, plans);
        const [broken, sound] = [verdicts.slice(0, weakened.length), verdicts.slice(weakened.length)];
        const count = (list: readonly string[], ...wanted: string[]): number =>
            list.filter((verdict) => wanted.includes(verdict)).length;
        scores.push({
            tool: peer.name,
            killed: count(broken, "killed"),
            expressible: count(broken, "killed", "survived"),
            alarms: count(sound, "killed"),
            neutral: count(sound, "killed", "survived"),
        });
    }
    return scores;
}
