/** What the stories counted, printed when all of them are told. */
export const counts: { [what: string]: number } = {};

export function count(what: string, by: number): void {
    counts[what] = (counts[what] ?? 0) + by;
}
