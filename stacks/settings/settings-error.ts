import { formatProblem, ProblemsError, type Problem } from "../../components/planning/problem";

/** A problem with its one-line text, for whoever prints it one by one. */
export interface SettingsProblem extends Problem {
    readonly message: string;
}

/** What is wrong with an environment's settings, all of it. The palisade command exits with 2 for it. */
export class SettingsError extends ProblemsError {
    declare readonly problems: readonly SettingsProblem[];

    constructor(problems: readonly Problem[]) {
        super(
            "the settings are wrong",
            problems.map((problem) => ({ ...problem, message: formatProblem(problem) })),
        );
        this.name = "SettingsError";
    }
}
