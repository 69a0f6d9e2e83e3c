import { runtime } from "@pulumi/pulumi";
import * as settings from "@pulumi/pulumi/runtime/settings";
import { withFreshSdk } from "./fresh-sdk";
import { loadProgram } from "./load-program";
import type { ProjectStack } from "./project";
import type { RecordedRegistration } from "./recorded-registration";
import { RecordingMonitor, type UnansweredCall } from "./resource-monitor";
import { ReferenceRecorder, type WrittenInputs } from "./written-inputs";

/** What a program would make, as far as a preview without a provider can tell. */
export interface OfflineRun {
    readonly registrations: readonly RecordedRegistration[];
    /** Each resource's inputs as its program wrote them, by URN. */
    readonly writtenInputs: WrittenInputs;
    readonly unansweredCalls: readonly UnansweredCall[];
}

export interface RunOptions {
    /** Told of each resource as it is registered, the stack itself left out. */
    readonly onRegistration?: (registration: RecordedRegistration) => void;
    /** What to run instead of the project's own program; its result becomes the stack's outputs. */
    readonly program?: () => unknown;
}

/**
 * Runs the program that `pulumi up` runs, in this process, as the first preview of a stack: nothing
 * is asked of AWS and no id is known. What the program prints goes to stderr.
 *
 * Throws what the program throws. Several runs in one process follow each other; they do not overlap.
 */
export function runOffline(project: ProjectStack, how: RunOptions = {}): Promise<OfflineRun> {
    const run = lastRun.then(() =>
        withFreshSdk(project.root, () => withProcessOf(project, (failed) => runIn(project, failed, how))),
    );
    lastRun = run.catch(() => undefined);
    return run;
}

let lastRun: Promise<unknown> = Promise.resolve();

async function runIn(project: ProjectStack, failed: Promise<never>, how: RunOptions): Promise<OfflineRun> {
    const monitor = new RecordingMonitor(project, how.onRegistration);
    const references = new ReferenceRecorder();
    settings.setMockOptions(monitor, project.project, project.stack, true, "organization");
    runtime.setAllConfig({ ...project.config }, [...project.secretKeys]);
    const program = runtime.runInPulumiStack(async () => {
        runtime.registerStackTransformation(references.transformation);
        return how.program === undefined ? loadProgram(project) : how.program();
    });
    try {
        await Promise.race([program.then(() => runtime.disconnect()), failed]);
        await Promise.race([afterPendingRejections(), failed]);
    } catch (error) {
        throw monitor.refusals[0] ?? unwrapped(error);
    }
    return {
        registrations: monitor.registrations,
        writtenInputs: await references.resolve(monitor.registrations),
        unansweredCalls: monitor.unansweredCalls,
    };
}

/** The SDK puts the name of every property that waited for a value before the error that it failed with. */
function unwrapped(error: unknown): unknown {
    if (error instanceof Error) {
        error.message = error.message.replace(/^(error serializing property "[^"]*": )+/, "");
    }
    return error;
}

/**
 * Lends the process to a program for the time of its run: its working directory, its uncaught
 * errors and what it prints.
 */
async function withProcessOf<Result>(
    project: ProjectStack,
    run: (failed: Promise<never>) => Promise<Result>,
): Promise<Result> {
    const workingDirectory = process.cwd();
    const write = process.stdout.write;
    const uncaught = new UncaughtErrors();
    try {
        process.chdir(project.workingDirectory);
        process.stdout.write = process.stderr.write.bind(process.stderr);
        return await run(uncaught.first);
    } finally {
        await uncaught.silence();
        process.stdout.write = write;
        process.chdir(workingDirectory);
        uncaught.stop();
    }
}

/** Catches what a program leaves uncaught, and notices one that waits for what never comes. */
class UncaughtErrors {
    readonly first: Promise<never>;
    readonly stop: () => void;
    #caught = 0;

    constructor() {
        let reject: (error: unknown) => void = () => undefined;
        this.first = new Promise((_resolve, rejectFirst) => {
            reject = rejectFirst;
        });
        this.first.catch(() => undefined);
        const fail = (error: unknown) => {
            this.#caught += 1;
            reject(error);
        };
        const events = ["unhandledRejection", "uncaughtException"] as const;
        const others = events.map((event) => [event, process.rawListeners(event)] as const);
        const stalled = () =>
            fail(
                new Error(
                    "the program waits for something that never happens: a promise that nothing resolves",
                ),
            );
        for (const [event] of others) {
            process.removeAllListeners(event);
            process.on(event, fail);
        }
        process.on("beforeExit", stalled);
        this.stop = () => {
            process.off("beforeExit", stalled);
            for (const [event, listeners] of others) {
                process.off(event, fail);
                listeners.forEach((listener) => process.on(event, listener as (...args: unknown[]) => void));
            }
        };
    }

    /** Waits until one turn passes without another error: one failure fails all that waits for it. */
    async silence(): Promise<void> {
        let before: number;
        do {
            before = this.#caught;
            await afterPendingRejections();
        } while (this.#caught > before);
    }
}

/** Node reports a rejection as unhandled only once the microtasks of its turn have run. */
const afterPendingRejections = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
