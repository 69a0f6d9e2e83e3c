import type { Problem } from "./problem";

/** A problem for each name that is not among the known ones. */
export const problemsOfUnknown = (
    path: string,
    names: readonly string[],
    known: readonly string[],
): Problem[] =>
    names
        .filter((name) => !known.includes(name))
        .map((name) => ({
            path,
            given: `"${name}"`,
            allowed: known.join(", ") || "nothing: none is defined",
            change: "name one that exists, or define it",
        }));
