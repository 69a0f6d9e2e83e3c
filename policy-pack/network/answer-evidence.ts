import type { Evidence } from "../../analysis/finding";
import type { Answer, Packet } from "../../analysis/reachability/answer";
import { undecidable, violates, type Fault, type Place } from "../fault";

/** A path that must not be, or one that must be and is not, with the prover's reasons. */
export function answerFaults(place: Place | undefined, message: string, answer: Answer): readonly Fault[] {
    if (answer.verdict === "unknown") {
        return answer.undecided.map((open) => undecidable(open, `${message} cannot be ruled out`));
    }
    const changes = answer.verdict === "blocked" ? { fix: answer.changes.join("; ") } : {};
    return [violates(place, message, { evidence: evidenceOf(answer), ...changes })];
}

/** The packet and every hop that lets it pass, or everything that stops it. */
export function evidenceOf(answer: Answer): readonly Evidence[] {
    const packet = answer.packet === undefined ? [] : [{ label: "packet", value: packetText(answer.packet) }];
    if (answer.verdict === "blocked") {
        const blockers = answer.blockedBy.map(({ urn, stops, message }) => ({
            label: `stops the ${stops}`,
            value: message,
            urn,
        }));
        return [...packet, ...blockers];
    }
    const hops = answer.path
        .filter(({ detail }) => detail !== undefined)
        .map(({ label, detail, urn }) => ({ label, value: detail ?? "", urn }));
    return [...packet, ...hops];
}

function packetText({ protocol, source, sourcePort, destination, destinationPort }: Packet): string {
    const port = (number: number | undefined): string => (number === undefined ? "" : `:${number}`);
    return `${protocol} ${source}${port(sourcePort)} → ${destination}${port(destinationPort)}`;
}
