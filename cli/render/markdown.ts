import { binds, type PreviewReport } from "../report";
import { costLines, notes, quantityText } from "./cost-table";
import { groupedFindings, placeOf, type FindingGroup } from "./finding-list";
import { flowCells } from "./flow-matrix";
import { escapeCell, table } from "./markdown-table";
import { mermaid } from "./mermaid";
import { dollars } from "./money";
import { summaryLine } from "./text";
import type { Renderer } from "./rendering";

/** A preview for a pull request's comment: the verdict first, the picture, and the rest to unfold. */
export const renderMarkdown: Renderer = (report, how) =>
    [
        `## ${report.project} · ${report.stack}`,
        summaryLine(report, how),
        ...findingSection(report),
        ...(report.flows.length === 0 ? [] : ["### Who can open what to whom", flowTable(report)]),
        ...(report.network.length === 0
            ? []
            : [unfold("Network", ["```mermaid", mermaid(report), "```"].join("\n"))]),
        unfold(`Cost: ${dollars(report.cost.total)} a month`, costTable(report)),
    ].join("\n\n") + "\n";

const unfold = (summary: string, content: string): string =>
    `<details><summary>${escapeCell(summary)}</summary>\n\n${content}\n\n</details>`;

function findingSection({ findings }: PreviewReport): string[] {
    return findings.length === 0 ? [] : ["### Findings", ...groupedFindings(findings).map(findingText)];
}

function findingText({ first, findings }: FindingGroup): string {
    const { policy, severity, enforcement, verdict, help } = first;
    const mark = binds(first) ? "❌" : "⚠️";
    const places = findings.map((finding) => {
        const place = placeOf(finding);
        const shown = finding.evidence.map(({ label, value }) => `; ${label}: ${value}`).join("");
        return `- ${place === "" ? "" : `\`${place}\` `}${escapeCell(`${finding.message}${shown}`)}`;
    });
    const undecided = verdict === "undecidable" ? ", cannot be decided" : "";
    return [
        `${mark} **${policy}** (${severity}, ${enforcement}${undecided})`,
        ...places,
        `\nFix: ${escapeCell(help)}`,
    ].join("\n");
}

function flowTable(report: PreviewReport): string {
    const { froms, tos, textOf } = flowCells(report);
    return table(
        ["from ↓ to →", ...tos],
        froms.map((from) => [`**${escapeCell(from)}**`, ...tos.map((to) => textOf(from, to) || "·")]),
    );
}

function costTable({ cost }: PreviewReport): string {
    const rows = costLines(cost).map(({ group, item, quantity, unit, monthly }) => [
        group,
        item,
        quantityText({ quantity, unit }),
        dollars(monthly),
    ]);
    const total = ["**total**", "", "", `**${dollars(cost.total)}**`];
    return [table(["component", "item", "quantity", "a month"], [...rows, total]), "", ...notes(cost)].join(
        "\n",
    );
}
