import { ProblemsError, type Problem } from "./problem";

/** A component was given arguments it cannot work with. It lists every problem, and nothing was registered. */
export class BadArgumentsError extends ProblemsError {
    constructor(
        readonly component: string,
        problems: readonly Problem[],
    ) {
        super(`${component} was given bad arguments`, problems);
        this.name = "BadArgumentsError";
    }
}

/** Throws when there is any problem. Called before a component registers itself. */
export function refuse(component: string, problems: readonly Problem[]): void {
    if (problems.length > 0) {
        throw new BadArgumentsError(component, problems);
    }
}
