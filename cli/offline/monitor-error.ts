/** A refusal by the monitor. The SDK reads `message` for some requests and `details` for others. */
export class MonitorError extends Error {
    override readonly name = "MonitorError";

    readonly details: string;

    constructor(message: string) {
        super(message);
        this.details = message;
    }
}
