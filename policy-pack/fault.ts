import type { Evidence, Verdict } from "../analysis/finding";
import type { Undecided } from "../analysis/model/resource-record";

/** What a rule has to say against one resource; the adapter makes a finding of it. */
export interface Fault {
    readonly verdict: Verdict;
    /** Absent where what is wrong is that a resource is missing. */
    readonly urn?: string;
    readonly property?: string;
    readonly message: string;
    /** What to change here, where that is more than the rule's general fix. */
    readonly fix?: string;
    readonly evidence: readonly Evidence[];
}

/** None means that the rule is satisfied. */
export type Faults = readonly Fault[];

/** A property of a resource, or a whole resource. */
export interface Place {
    readonly urn: string;
    readonly property?: string;
}

/** What else can be said with a fault. */
export interface FaultDetails {
    readonly evidence?: readonly Evidence[];
    readonly fix?: string;
}

export function violates(place: Place | undefined, message: string, details: FaultDetails = {}): Fault {
    return {
        verdict: "violates",
        ...(place === undefined ? {} : { urn: place.urn }),
        ...(place?.property === undefined ? {} : { property: place.property }),
        message,
        ...(details.fix === undefined ? {} : { fix: details.fix }),
        evidence: details.evidence ?? [],
    };
}

/** What the plan leaves open; `consequence` says what cannot be told because of it. */
export function undecidable(undecided: Undecided, consequence?: string): Fault {
    return {
        verdict: "undecidable",
        urn: undecided.urn,
        property: undecided.property,
        message: consequence === undefined ? undecided.reason : `${undecided.reason}, so ${consequence}`,
        fix: undecided.remedy,
        evidence: [],
    };
}
