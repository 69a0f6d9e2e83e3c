import picocolors from "picocolors";

/** Where a command writes, and what the place can show. Tests hand in their own. */
export interface Terminal {
    readonly colors: Colors;
    /** Columns that a line may take. */
    readonly width: number;
    /** Whether somebody watches progress as it happens. */
    readonly interactive: boolean;
    out(text: string): void;
    err(text: string): void;
}

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Colours that leave every text as it is. */
export const plainColors: Colors = picocolors.createColors(false);

/**
 * The process's own terminal. `NO_COLOR`, `FORCE_COLOR` and whether stdout is a terminal decide on
 * colours unless `--no-color` was given.
 */
export const processTerminal = (options: { readonly color?: boolean } = {}): Terminal => ({
    colors: options.color === false ? plainColors : picocolors,
    width: process.stdout.columns ?? 100,
    interactive: process.stderr.isTTY === true,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
});
