import { run } from "../../cli/run";
import { plainColors } from "../../cli/terminal";

/** Runs the command in this process and gives what it wrote and how it ended. */
export async function palisade(...args: readonly string[]) {
    const written = { out: "", err: "" };
    const exitCode = await run(args, () => ({
        colors: plainColors,
        width: 100,
        interactive: false,
        out: (text) => void (written.out += text),
        err: (text) => void (written.err += text),
    }));
    return { ...written, exitCode };
}
