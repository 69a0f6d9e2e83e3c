import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { buildNetworkModel } from "../analysis/model/build-network-model";
import type { NetworkModel } from "../analysis/model/network-model";
import type { ResourceRecord } from "../analysis/model/resource-record";
import { readIntents, type Intent } from "../analysis/reachability/intent";
import type { NamedRange } from "../analysis/reachability/matrix";
import { readRecords } from "../analysis/readers/read-records";
import { InputError } from "./input-error";
import { namedRanges } from "./named-ranges";
import { planStack } from "./plan-stack";
import type { Progress } from "./progress";

/** A network to ask about, whether a program plans it or a file holds it. */
export interface NetworkSource {
    /** The stack's name, or the file as it was given. */
    readonly label: string;
    readonly records: readonly ResourceRecord[];
    readonly model: NetworkModel;
    /** The flow tables that its components carry. */
    readonly intents: readonly Intent[];
    /** What the stack's settings and the flow tables call by a name, such as the office. */
    readonly ranges: readonly NamedRange[];
}

/**
 * Reads a network: a target that is a file holds it (`pulumi preview --json --show-sames`, `pulumi stack
 * export` or `palisade preview --json`), any other is a stack, whose program is run offline.
 * Throws an InputError for a file it cannot read, and settings errors and the program's own.
 */
export async function networkSource(
    root: string,
    target: string,
    progress: Progress,
): Promise<NetworkSource> {
    const file = resolve(target);
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (!isFile && /[\\/]|\.json$/.test(target)) {
        throw new InputError([`${target}: there is no such file`]);
    }
    const plan = isFile ? undefined : await planStack(root, target, progress);
    const records = plan?.records ?? (await progress.step("file", () => recordsIn(target)));
    const model = await progress.step("model", () => plan?.model() ?? buildNetworkModel(records));
    const ranges = [...(plan === undefined ? [] : namedRanges(plan.project)), ...rangesOf(records)];
    const byName = new Map(ranges.map((range) => [range.name, range]));
    return { label: target, records, model, intents: readIntents(records), ranges: [...byName.values()] };
}

/** What the flow tables among the resources call by a name. */
export const rangesOf = (records: readonly ResourceRecord[]): NamedRange[] =>
    readIntents(records).flatMap((intent) =>
        [...intent.ranges].map(([name, { addresses }]) => ({ name, addresses })),
    );

/** Parses a JSON file that the user named. Throws an InputError that says what is wrong with it. */
export function readJsonFile(file: string, named: string): unknown {
    try {
        return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as unknown;
    } catch (error) {
        throw new InputError([`${named}: ${messageOf(error)}`]);
    }
}

/** The resources of a file that the user named. Throws an InputError that says what is wrong with it. */
export function recordsIn(named: string): ResourceRecord[] {
    const json = readJsonFile(resolve(named), named);
    try {
        return readRecords(json);
    } catch (error) {
        throw new InputError([`${named}: ${messageOf(error)}`]);
    }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
