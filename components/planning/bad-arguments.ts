import { formatProblem, type Problem } from "./problem";

/** A component was given arguments it cannot work with. It lists every problem, and nothing was registered. */
export class BadArgumentsError extends Error {
    constructor(
        readonly component: string,
        readonly problems: readonly Problem[],
    ) {
        super([`${component} was given bad arguments:`, ...problems.map(formatProblem)].join("\n  "));
        this.name = "BadArgumentsError";
    }
}

/** Throws when there is any problem. Called before a component registers itself. */
export function refuse(component: string, problems: readonly Problem[]): void {
    if (problems.length > 0) {
        throw new BadArgumentsError(component, problems);
    }
}
