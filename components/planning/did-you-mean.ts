import { closest, distance } from "fastest-levenshtein";

/** `; did you mean "app"?` where one of the known words is close to the one given, and nothing otherwise. */
export function didYouMean(given: string, known: readonly string[]): string {
    const word = nearest(given, known);
    return word === undefined ? "" : `; did you mean "${word}"?`;
}

/** The known word that is a slip of the pen away from the given one: at most a third of its letters. */
export function nearest(given: string, known: readonly string[]): string | undefined {
    if (known.length === 0) {
        return undefined;
    }
    const word = closest(given, known);
    return distance(given, word) <= Math.max(1, Math.floor(given.length / 3)) ? word : undefined;
}
