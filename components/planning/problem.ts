/** One thing that is wrong with what somebody wrote, said so that they can put it right. */
export interface Problem {
    /** Where it stands, for example `network.zones.b`. */
    readonly path: string;
    /** What was given there. */
    readonly given: string;
    readonly allowed: string;
    /** What to do about it. */
    readonly change: string;
}

/** The same problems as seen from further up: `zones.b` under `network` is `network.zones.b`. */
export const under = (prefix: string, problems: readonly Problem[]): Problem[] =>
    problems.map((problem) => ({ ...problem, path: `${prefix}.${problem.path}` }));

export const formatProblem = ({ path, given, allowed, change }: Problem): string =>
    `${path}: given ${given}; allowed ${allowed}; ${change}`;

/**
 * What a component or a program throws for what its user wrote: all problems in one message. Pulumi
 * prints it without a stack trace, for the fault is not in the code.
 */
export class ProblemsError extends Error {
    /** The mark of `pulumi.RunError`, which Pulumi's runtime goes by whichever copy of its SDK made it. */
    readonly __pulumiRunError = true;

    constructor(
        subject: string,
        readonly problems: readonly Problem[],
    ) {
        super([`${subject}:`, ...problems.map(formatProblem)].join("\n  "));
        this.name = "ProblemsError";
    }
}
