import type { FlowEnd, ReportedFlow } from "../flows";
import type { PreviewReport } from "../report";
import { plainColors, type Colors } from "../terminal";
import type { Rendering } from "./rendering";
import { drawTable, tableWidth } from "./tables";
import { clip, wrap } from "./wrap";

/** Who can open what to whom: a table with a row for each source, or a list where that is too wide. */
export function flowMatrix({ flows }: Pick<PreviewReport, "flows">, how: Rendering): string {
    if (flows.length === 0) {
        return how.colors.dim("Nobody can open a session to anybody.");
    }
    const { froms, tos, textOf } = flowCells({ flows }, how.colors);
    const table = drawTable(
        {
            head: ["from ↓  to →", ...tos],
            rows: froms.map((from) => [
                how.colors.bold(from),
                ...tos.map((to) => textOf(from, to) || how.colors.dim("·")),
            ]),
        },
        how.colors,
    );
    return tableWidth(table) <= how.width ? table : flowList(flows, how);
}

/** The matrix as texts: sources, destinations, and the sessions between two of them. */
export function flowCells({ flows }: Pick<PreviewReport, "flows">, colors: Colors = plainColors) {
    return {
        froms: endsOf(flows.map(({ from }) => from)),
        tos: endsOf(flows.map(({ to }) => to)),
        textOf: (from: string, to: string): string =>
            sessionText(
                flows.filter((flow) => joins(flow, from, to)),
                colors,
            ),
    };
}

const joins = (flow: ReportedFlow, from: string, to: string): boolean =>
    flow.from.label === from && flow.to.label === to;

/** The labels, each once, the internet first. */
function endsOf(ends: readonly FlowEnd[]): readonly string[] {
    const outside = ends.filter(({ kind }) => kind === "internet").map(({ label }) => label);
    return [...new Set([...outside, ...ends.map(({ label }) => label)])];
}

function sessionText(flows: readonly ReportedFlow[], colors: Colors): string {
    const texts = flows.flatMap(({ certain, inSomeZones, undecided }) => [
        certain === "" ? "" : colors.green(shortTraffic(certain)),
        inSomeZones === undefined ? "" : colors.green(`${shortTraffic(inSomeZones)} (some zones)`),
        undecided === undefined ? "" : colors.yellow(`${shortTraffic(undecided.traffic)}?`),
    ]);
    return [...new Set(texts)].filter((text) => text !== "").join(" ");
}

function flowList(flows: readonly ReportedFlow[], how: Rendering): string {
    const room = Math.floor((how.width - 8) / 3);
    return drawTable(
        {
            head: ["from", "to", "sessions"],
            rows: flows.map((flow) => [
                clip(flow.from.label, room),
                clip(flow.to.label, room),
                sessionText([flow], how.colors),
            ]),
        },
        how.colors,
    );
}

/** TCP is what one expects, so its name is left out. */
export const shortTraffic = (traffic: string): string => traffic.replace(/\btcp (?=\d)/g, "");

/** Why some sessions are not decided. */
export function undecidedFlows({ flows }: Pick<PreviewReport, "flows">, how: Rendering): string {
    return flows
        .filter(({ undecided }) => undecided !== undefined)
        .map(({ from, to, undecided }) => {
            const title = how.colors.yellow(`? ${from.label} → ${to.label}: ${undecided!.traffic}`);
            return [title, ...undecided!.reasons.map((reason) => wrap(reason, how.width, "    "))].join("\n");
        })
        .join("\n");
}
