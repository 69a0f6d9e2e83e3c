import { run } from "./run";

// Whoever reads the output may have seen enough: `palisade preview prod --json | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
        throw error;
    }
});

// Setting the code, instead of exiting with it, lets what was written reach a pipe first.
void run(process.argv.slice(2)).then((exitCode) => {
    process.exitCode = exitCode;
});
