import type { Finding } from "../../analysis/finding";
import { binds, type PreviewReport } from "../report";
import { costLines, notes, quantityText } from "./cost-table";
import { groupedFindings, placeOf } from "./finding-list";
import { flowCells } from "./flow-matrix";
import { htmlStyle } from "./html-style";
import { element, escapeMarkup as text } from "./markup";
import { dollars } from "./money";
import { networkSvg } from "./network-svg";
import type { Renderer } from "./rendering";
import { detailOf, shortType } from "./resource-detail";

/** A preview as one page that needs nothing else: no script, no font, no request. */
export const renderHtml: Renderer = (report) =>
    `<!doctype html>\n${element("html", { lang: "en" }, [
        element("head", {}, [
            element("meta", { charset: "utf-8" }),
            element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
            element("title", {}, text(`${report.project} ${report.stack}: palisade preview`)),
            element("style", {}, htmlStyle),
        ]),
        element("body", {}, element("main", {}, sectionsOf(report))),
    ])}\n`;

function sectionsOf(report: PreviewReport): string[] {
    return [
        heading(report),
        cards(report),
        section(
            "Network",
            report.network.map((vpc) => panel(networkSvg(vpc, report.flows))),
        ),
        section("Who can open what to whom", [panel(flowTable(report))]),
        section("Findings", findings(report)),
        section("Monthly cost", [panel([costTable(report), ...notes(report.cost).map(note)])]),
        section("Policies", [panel(policyTable(report))]),
        section("Resources", [panel(resourceTable(report))]),
    ];
}

const section = (title: string, content: readonly string[]): string =>
    content.length === 0 ? "" : element("section", {}, [element("h2", {}, text(title)), ...content]);

const panel = (content: string | readonly string[]): string => element("div", { class: "panel" }, content);

const note = (line: string): string => element("p", { class: "note" }, text(line));

function heading({ project, stack, region, findings: found }: PreviewReport): string {
    const stopped = found.some(binds);
    return element("header", {}, [
        element("h1", {}, [
            text(`${project} · ${stack}`),
            element(
                "span",
                { class: stopped ? "badge stopped" : "badge" },
                stopped ? "stopped" : "safe to update",
            ),
        ]),
        element(
            "p",
            {},
            text(`A preview in ${region} before anything exists: every id unknown, every verdict proved.`),
        ),
    ]);
}

function cards(report: PreviewReport): string {
    const { resources, policies, findings: found, cost, flows } = report;
    const kept = policies.filter(({ verdict }) => verdict === "satisfies").length;
    const numbers: readonly (readonly [string, string])[] = [
        [String(resources.filter(({ type }) => !type.startsWith("pulumi:")).length), "resources"],
        [String(kept), "policies kept"],
        [String(found.length), found.length === 1 ? "finding" : "findings"],
        [String(flows.length), "flows proved"],
        [dollars(cost.total), "a month"],
    ];
    const card = ([number, title]: readonly [string, string]) =>
        element("div", { class: "card" }, [element("b", {}, text(number)), element("span", {}, text(title))]);
    return element("div", { class: "cards" }, numbers.map(card));
}

const row = (cells: readonly string[], attributes = {}): string => element("tr", attributes, cells);

const cell = (content: string, className?: string): string =>
    element("td", { class: className }, text(content));

const table = (head: readonly string[], rows: readonly string[], numbers: readonly number[] = []): string =>
    element("table", {}, [
        element(
            "thead",
            {},
            row(
                head.map((title, index) =>
                    element("th", { class: numbers.includes(index) ? "number" : undefined }, text(title)),
                ),
            ),
        ),
        element("tbody", {}, rows),
    ]);

function flowTable(report: PreviewReport): string {
    const { froms, tos, textOf } = flowCells(report);
    if (froms.length === 0) {
        return text("Nobody can open a session to anybody.");
    }
    const rows = froms.map((from) =>
        row([
            element("th", {}, text(from)),
            ...tos.map((to) => cell(textOf(from, to) || "·", textOf(from, to) === "" ? "flow none" : "flow")),
        ]),
    );
    return table(["from ↓ to →", ...tos], rows);
}

function findings(report: PreviewReport): string[] {
    if (report.findings.length === 0) {
        return [panel(text("None: every policy that applies is kept."))];
    }
    return groupedFindings(report.findings).map(({ first, findings: group }) => {
        const { policy, severity, enforcement, verdict, help } = first;
        return element("article", { class: `panel finding${binds(first) ? " binding" : ""}` }, [
            element("h3", {}, [
                text(policy),
                element("small", {}, text(`${severity} · ${enforcement} · ${verdict}`)),
            ]),
            ...group.map(findingParagraphs),
            element("p", {}, [element("b", {}, "Fix: "), text(help)]),
        ]);
    });
}

function findingParagraphs(finding: Finding): string {
    const place = placeOf(finding);
    const evidence = finding.evidence.map(({ label, value }) =>
        element("li", {}, text(`${label}: ${value}`)),
    );
    return [
        element("p", {}, [
            place === "" ? "" : element("code", { title: finding.urn }, text(place)),
            ` ${text(finding.message)}`,
        ]),
        evidence.length === 0 ? "" : element("ul", {}, evidence),
    ].join("");
}

function costTable({ cost }: PreviewReport): string {
    const rows = costLines(cost).map(({ group, item, kind, quantity, unit, monthly }) =>
        row(
            [
                cell(group),
                cell(item),
                cell(quantityText({ quantity, unit }), "number"),
                cell(dollars(monthly), "number"),
            ],
            kind === "usage" ? { class: "usage" } : {},
        ),
    );
    const total = row([cell("total"), cell(""), cell(""), cell(dollars(cost.total), "number")], {
        class: "total",
    });
    return table(["component", "item", "quantity", "a month"], [...rows, total], [2, 3]);
}

const policyTable = ({ policies }: PreviewReport): string =>
    folded(
        `${policies.length} policies`,
        table(
            ["policy", "enforcement", "verdict"],
            policies.map(({ name, enforcement, verdict }) =>
                row([cell(name), cell(enforcement), cell(verdict)]),
            ),
        ),
    );

const resourceTable = ({ resources }: PreviewReport): string =>
    folded(
        `${resources.length} resources`,
        table(
            ["name", "type", "detail"],
            resources.map((resource) =>
                row([cell(resource.name), cell(shortType(resource.type)), cell(detailOf(resource))], {
                    title: resource.urn,
                }),
            ),
        ),
    );

const folded = (summary: string, content: string): string =>
    element("details", {}, [element("summary", {}, text(summary)), content]);
