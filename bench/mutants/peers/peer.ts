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

/** What a scanner says of each plan: the checks that fail and did not on the first, or that it shows nothing of the change. */
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
        const failures = await failuresOf(peer, folder, [sound, ...expressible]);
        const before = new Set(failures[0]);
        let next = 1;
        return texts.map((text) =>
            text === sound
                ? "inexpressible"
                : failures[next++]!.some((failure) => !before.has(failure))
                  ? "killed"
                  : "survived",
        );
    } finally {
        rmSync(folder, { recursive: true });
    }
}

async function failuresOf(
    { name, command: [program, ...args], cwd }: Peer,
    folder: string,
    texts: readonly string[],
): Promise<readonly (readonly string[])[]> {
    const judge = spawn(program, args, { cwd, stdio: ["pipe", "pipe", "ignore"] });
    const answers = createInterface({ input: judge.stdout })[Symbol.asyncIterator]();
    const failures: (readonly string[])[] = [];
    for (const text of texts) {
        const file = join(folder, `${failures.length}.json`);
        writeFileSync(file, text);
        judge.stdin.write(`${file}\n`);
        const answer = await answers.next();
        if (answer.done === true) {
            throw new Error(`${name} ended at plan ${failures.length} of ${texts.length}`);
        }
        failures.push((JSON.parse(answer.value) as { readonly failed: readonly string[] }).failed);
        rmSync(file);
        if (failures.length % 50 === 0) {
            console.error(`${name}: ${failures.length} of ${texts.length}`);
        }
    }
    judge.stdin.end();
    return failures;
}
