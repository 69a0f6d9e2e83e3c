import type { Slot } from "./property-slots";
import type { Undecided } from "./resource-record";

/** The plan knows that something stands in the slot, but not what. */
export function unknownIn(slot: Slot, meaning: string): Undecided {
    return {
        urn: slot.record.urn,
        property: slot.path,
        reason: `${meaning} is not known before it is deployed`,
        remedy: `State "${slot.path}" as a value the program knows, or preview again once it is deployed.`,
    };
}

/** The plan knows what stands in the slot, but AWS would refuse it or it cannot be read. */
export function unreadableIn(slot: Slot, problem: string): Undecided {
    return {
        urn: slot.record.urn,
        property: slot.path,
        reason: `${JSON.stringify(slot.value)} ${problem}`,
        remedy: `Correct "${slot.path}".`,
    };
}

/** Something that must be stated is not. */
export function missingIn(slot: Slot, meaning: string): Undecided {
    return {
        urn: slot.record.urn,
        property: slot.path,
        reason: `it states no ${meaning}`,
        remedy: `State "${slot.path}".`,
    };
}

/** The slot refers to a resource, and more than one of the stack may be meant. */
export function ambiguousIn(slot: Slot, meaning: string, candidates: readonly string[]): Undecided {
    return {
        urn: slot.record.urn,
        property: slot.path,
        reason: `its ${meaning} is not known before it is deployed and may be any of ${candidates.join(", ")}`,
        remedy:
            "Let the property refer to one resource only: use one resource for each rule, route or " +
            "entry, and pass the resource's own output rather than one computed from several.",
    };
}

/** The slot refers to a resource, and nothing in the plan says to which. */
export function unreferencedIn(slot: Slot, meaning: string): Undecided {
    return {
        urn: slot.record.urn,
        property: slot.path,
        reason: `its ${meaning} is not known before it is deployed, and comes from no resource of this stack`,
        remedy:
            `Pass the output of a resource of this stack to "${slot.path}", or the id itself if ` +
            "another stack owns it.",
    };
}
