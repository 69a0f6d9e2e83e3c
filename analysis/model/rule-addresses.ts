import { isCidrProblem, readCidr, type Cidr } from "../../packets/cidr";
import { isUnknownSlot, textIn, type Slot } from "./property-slots";
import type { Undecided } from "./resource-record";
import { unknownIn, unreadableIn } from "./undecided-values";

/** Reads one address block; what is unknown, or what AWS would refuse, stays undecided. */
export function readBlock(slot: Slot): { readonly cidr: Cidr } | { readonly undecided: Undecided } {
    const text = textIn(slot);
    if (text === undefined) {
        return {
            undecided: isUnknownSlot(slot)
                ? unknownIn(slot, "the address block")
                : unreadableIn(slot, "is no address block"),
        };
    }
    const block = readCidr(text);
    if (!isCidrProblem(block)) {
        return { cidr: block };
    }
    const meant = block.suggestion === undefined ? "" : `; did you mean "${block.suggestion}"?`;
    return { undecided: unreadableIn(slot, `${block.problem}${meant}`) };
}

/** Reads every block of a list of slots. */
export function readBlocks(slots: readonly Slot[]): {
    readonly cidrs: readonly Cidr[];
    readonly undecided: readonly Undecided[];
} {
    const cidrs: Cidr[] = [];
    const undecided: Undecided[] = [];
    for (const slot of slots) {
        const block = readBlock(slot);
        if ("cidr" in block) {
            cidrs.push(block.cidr);
        } else {
            undecided.push(block.undecided);
        }
    }
    return { cidrs, undecided };
}
