/** Something wrong in what the user wrote down, told without a stack trace. All problems at once. */
export class ProjectSettingsError extends Error {
    override readonly name = "SettingsError";

    constructor(readonly problems: readonly string[]) {
        super(problems.join("\n"));
    }
}

/** Any class of error that carries the user's settings problems, whichever copy of its module made it. */
export function settingsProblemsOf(error: unknown): readonly string[] | undefined {
    const candidate = error as { readonly name?: unknown; readonly problems?: unknown } | null | undefined;
    return candidate?.name === "SettingsError" && Array.isArray(candidate.problems)
        ? candidate.problems.map(textOf)
        : undefined;
}

const textOf = (problem: unknown): string =>
    typeof problem === "string"
        ? problem
        : String((problem as { readonly message?: unknown }).message ?? problem);
