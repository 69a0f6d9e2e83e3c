/** What an update does to each resource, by URN. A resource left alone is not mentioned. */
export interface Effects {
    readonly create: readonly string[];
    readonly update: readonly string[];
    readonly replace: readonly string[];
    readonly delete: readonly string[];
    readonly other: readonly string[];
}

/** A line of the engine's event log. */
export interface EngineEvent {
    readonly resourcePreEvent?: { readonly metadata: StepMetadata; readonly planning?: boolean };
    readonly resOutputsEvent?: { readonly metadata: StepMetadata };
    readonly policyEvent?: {
        readonly message: string;
        readonly policyName: string;
        readonly enforcementLevel: string;
        readonly resourceUrn?: string;
    };
    readonly diagnosticEvent?: { readonly message: string; readonly severity: string };
}

interface StepMetadata {
    readonly op: string;
    readonly urn: string;
    readonly type: string;
}

const silent = new Set(["same", "read", "refresh", "read-discard", "refresh-discard"]);
const partsOfReplacement = new Set(["create-replacement", "delete-replaced", "discard-replaced"]);

/** The effects that a run's events tell of, sorted. A replacement counts once. */
export function effectsOf(events: readonly EngineEvent[]): Effects {
    const begun = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
    const ended = events.flatMap(({ resOutputsEvent }) => resOutputsEvent?.metadata ?? []);
    // What a refresh comes to is known when it is done.
    const refreshed = new Set(begun.filter(({ op }) => op === "refresh").map(({ urn }) => urn));
    return effectsOfSteps([
        ...begun.filter(({ op }) => op !== "refresh"),
        ...ended.filter(({ urn }) => refreshed.has(urn)),
    ]);
}

/** As `effectsOf`, for a preview's steps. */
export function effectsOfSteps(steps: readonly { readonly op: string; readonly urn: string }[]): Effects {
    const effects = { create: [], update: [], replace: [], delete: [], other: [] } as Record<
        keyof Effects,
        string[]
    >;
    for (const { op, urn } of steps.filter(
        (step) => !silent.has(step.op) && !partsOfReplacement.has(step.op),
    )) {
        effects[op in effects ? (op as keyof Effects) : "other"].push(urn);
    }
    return {
        create: effects.create.sort(),
        update: effects.update.sort(),
        replace: effects.replace.sort(),
        delete: effects.delete.sort(),
        other: effects.other.sort(),
    };
}

export const nothing: Effects = { create: [], update: [], replace: [], delete: [], other: [] };

/** `Type name`, which is what a reader of a test wants of a URN. */
export function shortUrn(urn: string): string {
    const [, , types, name] = urn.split("::");
    return `${types!.split("$").pop()!.split(":").pop()!} ${name!}`;
}
