import type { Answer } from "./answer";
import { addressEnds, interfaceEnd, type End } from "./end";
import type { EndpointClass, MatrixCell } from "./matrix";
import type { AddressFace } from "./query";
import { oneSession } from "./query-traffic";
import type { Prover } from "./reach";
import { hasNoTraffic, type TrafficSet } from "./traffic-set";

/** Path, rules and packet for one session of a cell: a certain one, if there is any. */
export function witnessOf(prover: Prover, cell: MatrixCell): Answer {
    const traffic = hasNoTraffic(cell.certain) ? cell.possible : cell.certain;
    return answerBetween(prover, cell.from, cell.to, cell.face, traffic);
}

/** As `Prover.answer`, for one session between two classes out of a set of traffic. */
export function answerBetween(
    prover: Prover,
    from: EndpointClass,
    to: EndpointClass,
    face: AddressFace,
    traffic: TrafficSet,
): Answer {
    const sourceFace = face === "ipv6" ? "ipv6" : "private";
    return prover.answer(
        { ends: endsOf(prover, from, sourceFace), oneUnknown: false },
        { ends: endsOf(prover, to, face), oneUnknown: false },
        oneSession(traffic),
        "session",
    );
}

function endsOf(prover: Prover, one: EndpointClass, face: AddressFace): End[] {
    if (one.kind !== "interfaces") {
        const ends = addressEnds(one.addresses, one.kind === "service" ? one.label : undefined);
        return ends.filter((end) => (end.family === "ipv6") === (face === "ipv6"));
    }
    const host = prover.index.model.interfaces.get(one.interfaces[0] ?? "");
    const subnet = prover.index.subnet(one.subnet ?? "");
    return host === undefined || subnet === undefined ? [] : [interfaceEnd(prover.index, host, subnet, face)];
}
