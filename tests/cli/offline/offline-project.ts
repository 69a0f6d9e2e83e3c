import { runOffline, type OfflineRun } from "../../../cli/offline/run-program";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";

/** Runs a small program as stack `dev` of project `specimen`, in us-east-1. */
export const runSpecimen = (
    program: () => unknown,
    config: { readonly [key: string]: string } = {},
): Promise<OfflineRun> =>
    runOffline(
        {
            project: "specimen",
            stack: "dev",
            root: process.cwd(),
            program: "",
            workingDirectory: process.cwd(),
            config: { "aws:region": "us-east-1", ...config },
            secretKeys: [],
        },
        { program },
    );

/** The one registration with a name. */
export function named(run: OfflineRun, name: string): RecordedRegistration {
    const [found, ...others] = run.registrations.filter((registration) => registration.name === name);
    if (found === undefined || others.length > 0) {
        throw new Error(`${others.length + (found === undefined ? 0 : 1)} registrations are named ${name}`);
    }
    return found;
}
