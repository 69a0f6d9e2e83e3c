import { violates, type Faults } from "./fault";
import type { Stack } from "./stack";

/** Whether the stack manages anything in an account of AWS. */
export const managesAccount = (stack: Stack): boolean =>
    stack.records.some(
        ({ type, custom, external }) => custom && external !== true && type.startsWith("aws:"),
    );

/** The one fault of a stack that lacks what its account needs once, unless another stack has it. */
export function unlessElsewhere(stack: Stack, provided: "here" | "elsewhere", message: string): Faults {
    return provided === "elsewhere" || !managesAccount(stack) ? [] : [violates(undefined, message)];
}
