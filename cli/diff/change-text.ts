import { escapeCell, table } from "../render/markdown-table";
import type { Rendering } from "../render/rendering";
import { wrap } from "../render/wrap";
import { nameOf } from "../offline/urn";
import type { ChangeReport, ReportedChange } from "./change-report";

/** The change for people: what opens first, each with the rules that let it through. */
export function changeText(report: ChangeReport, how: Rendering): string {
    const { opened, closed, before, after } = report;
    const { bold, green, red } = how.colors;
    if (opened.length === 0 && closed.length === 0) {
        return `From ${before} to ${after} nobody gains or loses a path.\n`;
    }
    return [
        ...section(bold("Newly reachable"), red("+"), opened, how),
        ...section(bold("No longer reachable"), green("-"), closed, how),
    ].join("\n");
}

const section = (
    title: string,
    mark: string,
    changes: readonly ReportedChange[],
    how: Rendering,
): string[] =>
    changes.length === 0
        ? []
        : [`${title}\n${changes.map((change) => `  ${mark} ${changeLines(change, how)}\n`).join("")}`];

function changeLines(change: ReportedChange, { width, colors, verbose }: Rendering): string {
    const { from, to, rules } = change;
    const line = wrap(`${from} → ${to}: ${trafficOf(change)}`, width, "    ").trimStart();
    const names = rules.map((rule) => nameOf(rule) || rule);
    const shown = verbose ? names : names.slice(0, 4);
    const rest = names.length - shown.length;
    const by = `by ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
    return names.length === 0 ? line : `${line}\n${colors.dim(wrap(by, width, "      "))}`;
}

/** The traffic, and what is not to be taken for granted about it. */
const trafficOf = ({ traffic, address, verdict }: ReportedChange): string =>
    [
        traffic,
        ...(address === "private" ? [] : [` at its ${address === "ipv6" ? "IPv6" : "public"} address`]),
        ...(verdict === "reachable" ? [] : [" (not proved blocked)"]),
    ].join("");

/** The change for a pull request's comment. */
export function changeMarkdown({ before, after, opened, closed }: ChangeReport): string {
    const heading = `## Reachability: ${escapeCell(before)} → ${escapeCell(after)}`;
    if (opened.length === 0 && closed.length === 0) {
        return `${heading}\n\nNobody gains or loses a path.\n`;
    }
    const rows = (changes: readonly ReportedChange[]) =>
        changes.map((change) => [
            escapeCell(change.from),
            escapeCell(change.to),
            escapeCell(trafficOf(change)),
            change.rules.map((rule) => `\`${nameOf(rule) || rule}\``).join(" "),
        ]);
    const head = ["from", "to", "sessions", "by"];
    return [
        heading,
        ...(opened.length === 0 ? [] : ["### ⚠️ Newly reachable", table(head, rows(opened))]),
        ...(closed.length === 0 ? [] : ["### No longer reachable", table(head, rows(closed))]),
    ]
        .join("\n\n")
        .concat("\n");
}
