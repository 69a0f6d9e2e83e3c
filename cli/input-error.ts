/** Something wrong in what the command was given: an argument or a file. All of it at once; exit code 2. */
export class InputError extends Error {
    override readonly name = "InputError";

    constructor(readonly problems: readonly string[]) {
        super(problems.join("\n"));
    }
}
