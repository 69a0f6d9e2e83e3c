import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Plan } from "../plan";

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

/** Judges plans against the unbroken one, which is judged first. */
export async function judgeByPeer(
    peer: Peer,
    unbroken: Plan,
    plans: readonly Plan[],
): Promise<readonly PeerVerdict[]> {
    const folder = mkdtempSync(join(tmpdir(), "palisade-mutants-"));
    try {
        const sound = JSON.stringify(peer.convert(unbroken));
        const texts = plans.map((plan) => JSON.stringify(peer.convert(plan)));
        const expressible = texts.filter((text) => text !== sound);
        const answers = await answersOf(peer, folder, [sound, ...expressible]);
        const before = new Set(answers[0]?.failed);
        let next = 1;
        return texts.map((text) => {
            const failed = text === sound ? undefined : answers[next++]?.failed;
            return failed === undefined
                ? "inexpressible"
                : failed.some((failure) => !before.has(failure))
                  ? "killed"
                  : "survived";
        });
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
): Promise<readonly Answer[]> {
    const judge = spawn(program, args, { cwd, stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: judge.stdout })[Symbol.asyncIterator]();
    const answers: Answer[] = [];
    for (const text of texts) {
        const file = join(folder, `${answers.length}.json`);
        writeFileSync(file, text);
        judge.stdin.write(`${file}\n`);
        const line = await lines.next();
        if (line.done === true) {
            throw new Error(`${name} ended at plan ${answers.length} of ${texts.length}`);
        }
        const answer = JSON.parse(line.value) as Answer;
        answers.push(answer);
        if (answer.error !== undefined) {
            console.error(`${name} stumbled over plan ${answers.length}: ${answer.error}`);
        }
    }
    judge.stdin.end();
    return answers;
}
