import { createHash } from "node:crypto";

/**
 * The three stretches of a network ACL's numbers, in AWS's order: lowest first, first match decides.
 * - `named`: what is allowed for addresses that are named; no deny may come before it.
 * - `denies`: what nobody else may do, though a wide allow after it would let them.
 * - `internet`: what is allowed for anybody.
 */
export const aclBands = ["named", "denies", "internet"] as const;
export type AclBand = (typeof aclBands)[number];

/** AWS takes numbers up to 32766. */
const bandSize = 10_000;
const firstNumber = (band: AclBand): number => aclBands.indexOf(band) * bandSize + 1;

/**
 * Gives each entry of one direction of one ACL a number of its own, from its key: its place in its
 * band is a hash of the key. So a number follows from the entry's content, not from its neighbours.
 *
 * With 20 entries among 10 000 places, two want the same one once in some 50 ACLs. Then the one whose
 * key comes first has it and the other takes its next choice: the only case in which adding or
 * removing an entry moves another. AWS refuses a number that is taken, so such an update may have to
 * be run a second time, after the old entry is gone.
 */
export function numberEntries(
    entries: readonly { readonly key: string; readonly band: AclBand }[],
    placeOf: (key: string, choice: number) => number = hashedPlace,
): ReadonlyMap<string, number> {
    const numbers = new Map<string, number>();
    const taken = new Set<number>();
    const sorted = [...entries].sort((left, right) => (left.key < right.key ? -1 : 1));
    for (const { key, band } of sorted) {
        let choice = 0;
        let number = firstNumber(band) + placeOf(key, choice);
        while (taken.has(number)) {
            choice += 1;
            number = firstNumber(band) + placeOf(key, choice);
        }
        taken.add(number);
        numbers.set(key, number);
    }
    return numbers;
}

/** A place in a band, 0–9999. Every further choice is as good as random, so none is ever all taken. */
const hashedPlace = (key: string, choice: number): number =>
    createHash("sha256").update(`${choice}/${key}`).digest().readUInt32BE(0) % bandSize;
