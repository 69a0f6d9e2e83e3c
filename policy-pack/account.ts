import type { Stack } from "./stack";

/** What an account has once, and only its keeper sets up. */
const accountWide = [
    "aws:cfg/recorder:Recorder",
    "aws:cloudtrail/trail:Trail",
    "aws:guardduty/detector:Detector",
    "aws:securityhub/account:Account",
];

/** Whether the stack is the one that sees to its account as a whole. */
export const managesAccount = (stack: Stack): boolean => stack.ofType(...accountWide).length > 0;

/** Whether the stack manages anything of AWS at all. */
export const managesAnything = (stack: Stack): boolean =>
    stack.records.some(({ type, external }) => type.startsWith("aws:") && external !== true);
