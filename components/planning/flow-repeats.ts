import { addressSet, isAddressSubset } from "../../packets/address-set";
import { isSubset } from "../../packets/interval-set";
import type { FlowPeer, FlowTraffic } from "./flow";
import type { FlowLine } from "./flow-table";
import type { Problem } from "./problem";
import { flowTitle } from "./rule-description";

/** No line may say again what another line opens already, whole or in part of a wider one. */
export function checkRepeats(lines: readonly FlowLine[], problems: Problem[]): void {
    lines.forEach((line, position) => {
        const wider = lines.find(
            (other, place) =>
                place !== position && covers(other, line) && !(covers(line, other) && place > position),
        );
        if (wider !== undefined) {
            const same = covers(line, wider);
            problems.push({
                path: line.path,
                given: `${flowTitle(line.flow)}, ${same ? "the same as" : "which is part of"} ${wider.path}${
                    same ? "" : ` (${flowTitle(wider.flow)})`
                }`,
                allowed: "lines that each open something of their own",
                change: `remove it, or narrow ${wider.path}`,
            });
        }
    });
}

const covers = ({ flow: wide }: FlowLine, { flow: narrow }: FlowLine): boolean =>
    peerCovers(wide.from, narrow.from) &&
    peerCovers(wide.to, narrow.to) &&
    trafficCovers(wide.traffic, narrow.traffic);

function peerCovers(wide: FlowPeer, narrow: FlowPeer): boolean {
    if (wide.key === narrow.key) {
        return true;
    }
    if (narrow.kind !== "range") {
        return false;
    }
    return (
        (wide.kind === "internet" && narrow.via === "internet") ||
        (wide.kind === "range" &&
            wide.via === narrow.via &&
            isAddressSubset(addressSet(narrow.cidrs), addressSet(wide.cidrs)))
    );
}

const trafficCovers = (wide: FlowTraffic, narrow: FlowTraffic): boolean =>
    wide.protocol === narrow.protocol && isSubset(narrow.ports ?? [], wide.ports ?? []);
