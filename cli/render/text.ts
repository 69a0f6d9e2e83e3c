import { binds, type PreviewReport } from "../report";
import { costTable } from "./cost-table";
import { findingList } from "./finding-list";
import { flowMatrix, undecidedFlows } from "./flow-matrix";
import { dollars } from "./money";
import type { Renderer, Rendering } from "./rendering";
import { resourceTree } from "./resource-tree";
import { nameOf, packageOf } from "../offline/urn";
import { wrap } from "./wrap";

/** A preview for people: resources, flows, findings, cost, and one line that sums it up. */
export const renderText: Renderer = (report, how) => {
    const sections = [
        ["Resources", resourceTree(report, how)],
        ["Who can open what to whom", flowMatrix(report, how)],
        ["Not decided", undecidedFlows(report, how)],
        ["Findings", findingList(report, how)],
        ["Cost", costTable(report.cost, how)],
        ["What an offline preview cannot see", unseenList(report, how)],
    ] as const;
    const drawn = sections
        .filter(([, text]) => text !== "")
        .map(([title, text]) => `${how.colors.bold(how.colors.underline(title))}\n${text}\n`);
    return `${drawn.join("\n")}${how.quiet ? "" : `\n${wrap(summaryLine(report, how), how.width)}\n`}`;
};

/** The whole preview in one line. */
export function summaryLine(report: PreviewReport, { colors }: Rendering): string {
    const binding = report.findings.filter(binds).length;
    const advisory = report.findings.length - binding;
    const kept = report.policies.filter(({ verdict }) => verdict === "satisfies").length;
    const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
    const managed = report.resources.filter(({ type }) => packageOf(type) !== "pulumi");
    const parts = [
        counted(managed.length, "resource"),
        `${counted(kept, "policy", "policies")} kept`,
        counted(binding, "mandatory finding"),
        ...(advisory === 0 ? [] : [counted(advisory, "advisory finding")]),
        `${dollars(report.cost.total)} a month`,
        `${((report.timings.total ?? 0) / 1000).toFixed(1)} s`,
    ];
    const mark = binding === 0 ? colors.green("✓") : colors.red("✗");
    return `${mark} ${colors.bold(report.stack)}: ${parts.join(" · ")}`;
}

function unseenList({ unseen }: PreviewReport, { width }: Rendering): string {
    return [
        ...unseen.remoteComponents.map(
            (urn) => `${nameOf(urn)}: a plugin makes its resources, so they are not judged`,
        ),
        ...unseen.calls.map(({ token }) => `${token}: asks AWS; its answer is taken as not known`),
    ]
        .map((line) => wrap(line, width))
        .join("\n");
}
