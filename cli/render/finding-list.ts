import type { Finding, Severity } from "../../analysis/finding";
import { nameOf } from "../offline/urn";
import { binds, type PreviewReport } from "../report";
import type { Rendering } from "./rendering";
import { wrap } from "./wrap";

export const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

/** The findings in the order in which to mind them: what stops the preview first, then the gravest. */
export const byGravity = (findings: readonly Finding[]): readonly Finding[] =>
    [...findings].sort(
        (one, other) =>
            Number(binds(other)) - Number(binds(one)) ||
            severities.indexOf(one.severity) - severities.indexOf(other.severity),
    );

/** Findings of one policy that ask for the same change, told together. */
export interface FindingGroup {
    readonly first: Finding;
    readonly findings: readonly Finding[];
}

export function groupedFindings(findings: readonly Finding[]): readonly FindingGroup[] {
    const groups = new Map<string, Finding[]>();
    for (const finding of byGravity(findings)) {
        const { policy, verdict, help, enforcement } = finding;
        const key = JSON.stringify([policy, verdict, help, enforcement]);
        groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
    return [...groups.values()].map((group) => ({ first: group[0]!, findings: group }));
}

/** Where a finding is: the resource's name and the property. */
export const placeOf = ({ urn, property }: Finding): string =>
    [urn === undefined ? "" : nameOf(urn), property ?? ""].filter((part) => part !== "").join(" ");

/** Every finding with what shows it, and what to change once for those that need the same. */
export const findingList = ({ findings }: PreviewReport, how: Rendering): string =>
    groupedFindings(findings)
        .map((group) => groupText(group, how))
        .join("\n\n");

function groupText({ first, findings }: FindingGroup, how: Rendering): string {
    const { colors, width } = how;
    const { policy, severity, enforcement, verdict, help } = first;
    const undecided = verdict === "undecidable";
    const mark = undecided ? colors.yellow("?") : binds(first) ? colors.red("✗") : colors.yellow("!");
    const facts = [severity, enforcement, ...(undecided ? ["cannot be decided"] : [])].join(" · ");
    return [
        `${mark} ${colors.bold(policy)}  ${colors.dim(facts)}`,
        ...findings.map((finding) => findingText(finding, how)),
        wrap(`fix: ${help}`, width, "  "),
    ].join("\n");
}

function findingText(finding: Finding, { colors, width }: Rendering): string {
    const place = placeOf(finding);
    return [
        ...(place === "" ? [] : [colors.cyan(wrap(place, width, "  "))]),
        wrap(finding.message, width, "    "),
        ...finding.evidence.map(({ label, value }) => colors.dim(wrap(`${label}: ${value}`, width, "    "))),
    ].join("\n");
}
