import { pivots } from "../../analysis/reachability/pivots";
import { QueryError } from "../../analysis/reachability/query";
import { formatTraffic, hasNoTraffic } from "../../analysis/reachability/traffic-set";
import { InputError } from "../input-error";
import type { NetworkSource } from "../network-source";
import { shortTraffic } from "../render/flow-matrix";
import type { Rendering } from "../render/rendering";
import type { Peer } from "./peer";

/** A chain of machines that somebody would have to take over one after the other. */
export interface ReportedPivot {
    /** Every session is certain, not only possible. */
    readonly certain: boolean;
    readonly sessions: readonly {
        readonly from: string;
        readonly to: string;
        readonly address: "private" | "public" | "ipv6";
        readonly traffic: string;
    }[];
}

/** The chains from one peer to another, the shortest first, each once. */
export function pivotReport({ model }: NetworkSource, from: Peer, to: Peer): ReportedPivot[] {
    const found = from.members.flatMap((start) =>
        to.members.flatMap((goal) => {
            try {
                return pivots(model, start.end, goal.end);
            } catch (error) {
                throw error instanceof QueryError ? new InputError([`--${error.message}`]) : error;
            }
        }),
    );
    const reported = found.map(({ certain, sessions }): ReportedPivot => ({
        certain,
        sessions: sessions.map((cell) => ({
            from: cell.from.label,
            to: cell.to.label,
            address: cell.face,
            traffic: formatTraffic(hasNoTraffic(cell.certain) ? cell.possible : cell.certain),
        })),
    }));
    const each = new Map(reported.map((pivot) => [JSON.stringify(pivot), pivot]));
    return [...each.values()].sort((left, right) => left.sessions.length - right.sessions.length);
}

export function pivotText(
    found: readonly ReportedPivot[],
    from: Peer,
    to: Peer,
    { colors }: Rendering,
): string {
    if (found.length === 0) {
        return `Nobody gets from ${from.label} to ${to.label}, whichever machines are taken over.\n`;
    }
    const lines = found.map(({ certain, sessions }) => {
        const steps = sessions.map(({ to: next, traffic }) => ` ─${shortTraffic(traffic)}→ ${next}`);
        const doubt = certain ? "" : colors.yellow(" (not certain)");
        return `${sessions[0]!.from}${steps.join("")}${doubt}\n`;
    });
    return [
        colors.bold(`How ${from.label} gets to ${to.label} by taking over one machine after the other:\n`),
        ...lines,
    ].join("");
}
