import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Plan } from "../plan";
import { neighbourhood } from "./neighbourhood";

/** A scanner that judges the same mutants in a language of its own. */
export interface Peer {
    readonly name: string;
    /** The plan as the scanner reads it. */
    readonly convert: (plan: Plan) => object;
    /** A process that takes a file's name a line, and prints `{"failed": [...]}` for each. */
    readonly command: readonly [program: string, ...args: string[]];
    readonly cwd: string;
}

/**
 * Whether a check fails on a plan that did not fail on the unbroken one. A plan is `inexpressible` where the
 * scanner's language shows nothing of the change, or where the scanner stumbles over it.
 */
export type PeerVerdict = "killed" | "survived" | "inexpressible";

export interface PeerJudgement {
    /** What fails on the unbroken plan already: each a check and a resource. */
    readonly noise: readonly string[];
    readonly verdicts: readonly PeerVerdict[];
}

/**
 * Judges what plans change against the same part of the unbroken plan, and each different text once. What
 * fails on the whole unbroken plan is noise and kills nothing.
 */
export async function judgeByPeer(
    peer: Peer,
    unbroken: Plan,
    plans: readonly Plan[],
): Promise<PeerJudgement> {
    const folder = mkdtempSync(join(tmpdir(), "palisade-mutants-"));
    try {
        const written = (plan: Plan): string => JSON.stringify(peer.convert(plan));
        const whole = written(unbroken);
        const pairs = plans.map((plan) => {
            const { before, after } = neighbourhood(unbroken, plan);
            return { before: written(before), after: written(after) };
        });
        const shown = pairs.filter(({ before, after }) => before !== after);
        const texts = new Set([whole, ...shown.flatMap(({ before, after }) => [before, after])]);
        const answers = await answersOf(peer, folder, [...texts]);
        const noise = answers.get(whole)?.failed;
        if (noise === undefined) {
            throw new Error(`${peer.name} does not judge the unbroken plan: ${answers.get(whole)?.error}`);
        }
        const verdicts = pairs.map(({ before, after }): PeerVerdict => {
            const [sound, failed] = [answers.get(before)?.failed, answers.get(after)?.failed];
            if (before === after || sound === undefined || failed === undefined) {
                return "inexpressible";
            }
            const known = new Set([...noise, ...sound]);
            return failed.some((failure) => !known.has(failure)) ? "killed" : "survived";
        });
        return { noise, verdicts };
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** What a scanner prints for one plan. */
interface Answer {
    readonly failed?: readonly string[];
    /** How it stumbled. */
    readonly error?: string;
}

async function answersOf(
    { name, command: [program, ...args], cwd }: Peer,
    folder: string,
    texts: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
    const judge = spawn(program, args, { cwd, stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: judge.stdout })[Symbol.asyncIterator]();
    const answers = new Map<string, Answer>();
    const file = join(folder, "plan.json");
    for (const text of texts) {
        writeFileSync(file, text);
        judge.stdin.write(`${file}\n`);
        const line = await lines.next();
        if (line.done === true) {
            throw new Error(`${name} ended at plan ${answers.size} of ${texts.length}`);
        }
        const answer = JSON.parse(line.value) as Answer;
        answers.set(text, answer);
        if (answer.error !== undefined) {
            console.error(`${name} stumbled over plan ${answers.size}: ${answer.error}`);
        }
        if (answers.size % 250 === 0) {
            console.error(`${name}: ${answers.size} of ${texts.length} plans`);
        }
    }
    judge.stdin.end();
    return answers;
}
