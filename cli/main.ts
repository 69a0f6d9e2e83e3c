import { run } from "./run";

// Setting the code, instead of exiting with it, lets what was written reach a pipe first.
void run(process.argv.slice(2)).then((exitCode) => {
    process.exitCode = exitCode;
});
