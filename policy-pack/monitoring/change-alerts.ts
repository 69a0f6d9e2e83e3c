import { managesAnything } from "../account";
import { undecidable, violates, type Faults } from "../fault";
import type { Stack } from "../stack";
import { changeCalls } from "./change-calls";
import { admits, eventPatterns, type EventPattern } from "./event-rules";
import { countsCall, trailPatterns } from "./metric-filters";

/** What somebody must hear of when it is changed. */
export type Changed = keyof typeof changeCalls;

/** A fault for each kind of change of which nobody hears, by event rule or by filter and alarm. */
export function unheardChanges(stack: Stack, kinds: readonly Changed[]): Faults {
    if (!managesAnything(stack)) {
        return [];
    }
    const events = eventPatterns(stack);
    const filters = trailPatterns(stack);
    const open = [...events.undecided, ...filters.undecided];
    return kinds.flatMap((kind): Faults => {
        const unheard = changeCalls[kind].filter(
            (call) =>
                !events.patterns.some((pattern) => admitsCall(pattern, call)) &&
                !filters.patterns.some((pattern) => countsCall(pattern, call)),
        );
        if (unheard.length === 0) {
            return [];
        }
        return open.length > 0
            ? open.map((undecided) =>
                  undecidable(undecided, `whether changes of ${kind} are told cannot be told`),
              )
            : [violates(undefined, `nobody hears of changes of ${kind}: ${unheard.join(", ")}`)];
    });
}

const admitsCall = (pattern: EventPattern, call: string): boolean =>
    admits(pattern, ["source"], "aws.ec2") &&
    admits(pattern, ["detail-type"], "AWS API Call via CloudTrail") &&
    admits(pattern, ["detail", "eventSource"], "ec2.amazonaws.com") &&
    admits(pattern, ["detail", "eventName"], call);
