import { managesAnything } from "../account";
import { undecidable, violates, type Faults } from "../fault";
import type { Stack } from "../stack";
import { changeCalls, changedTypes } from "./change-calls";
import { admits, eventPatterns, type EventPattern } from "./event-rules";
import { countsCall, trailPatterns } from "./metric-filters";

/** What somebody must hear of when it is changed. */
export type Changed = keyof typeof changeCalls;

/**
 * A fault for each kind of change of which nobody hears, by event rule or by filter and alarm. A kind
 * that the stack has nothing of may go unheard, as long as another of them is heard.
 */
export function unheardChanges(stack: Stack, kinds: readonly Changed[]): Faults {
    if (!managesAnything(stack)) {
        return [];
    }
    const events = eventPatterns(stack);
    const filters = trailPatterns(stack);
    const open = [...events.undecided, ...filters.undecided];
    const unheard = new Map(
        kinds.map((kind) => [
            kind,
            changeCalls[kind].filter(
                (call) =>
                    !events.patterns.some((pattern) => admitsCall(pattern, call)) &&
                    !filters.patterns.some((pattern) => countsCall(pattern, call)),
            ),
        ]),
    );
    const isSomeHeard = [...unheard.values()].some((calls) => calls.length === 0);
    return [...unheard].flatMap(([kind, calls]): Faults => {
        const isConcerned = !isSomeHeard || stack.ofType(...changedTypes[kind]).length > 0;
        if (calls.length === 0 || !isConcerned) {
            return [];
        }
        return open.length > 0
            ? open.map((undecided) =>
                  undecidable(undecided, `whether somebody hears of changes of ${kind} cannot be told`),
              )
            : [violates(undefined, `nobody hears of changes of ${kind}: ${calls.join(", ")}`)];
    });
}

const admitsCall = (pattern: EventPattern, call: string): boolean =>
    admits(pattern, ["source"], "aws.ec2") &&
    admits(pattern, ["detail-type"], "AWS API Call via CloudTrail") &&
    admits(pattern, ["detail", "eventSource"], "ec2.amazonaws.com") &&
    admits(pattern, ["detail", "eventName"], call);
