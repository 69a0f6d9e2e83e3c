/** What was given holds no resources in a form that can be read. The message says what to give instead. */
export class UnreadableRecordsError extends Error {
    override readonly name = "UnreadableRecordsError";
}
