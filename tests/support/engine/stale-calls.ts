/**
 * A program that fails leaves calls behind to an engine that is gone. They come to nothing later, when the next
 * run is under way in this process, and must not be taken for its failures.
 */
export function ignoreStaleCalls(): void {
    if (process.emit !== filtered) {
        process.emit = filtered;
    }
}

const original = process.emit.bind(process) as (event: string, ...args: unknown[]) => boolean;

const filtered = ((event: string, ...args: unknown[]) =>
    event === "unhandledRejection" && isStale(args[0])
        ? true
        : original(event, ...args)) as typeof process.emit;

/** gRPC's UNAVAILABLE and CANCELLED, which a program whose engine lives never sees. */
function isStale(reason: unknown): boolean {
    const message = reason instanceof Error ? reason.message : "";
    return /^(14 UNAVAILABLE|1 CANCELLED)\b/.test(message);
}
