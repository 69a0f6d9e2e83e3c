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

/** Every finding with what shows it and what to change. */
export const findingList = ({ findings }: PreviewReport, how: Rendering): string =>
    byGravity(findings)
        .map((finding) => findingText(finding, how))
        .join("\n\n");

function findingText(finding: Finding, { colors, width }: Rendering): string {
    const { policy, severity, enforcement, verdict, urn, property, message, help, evidence } = finding;
    const mark =
        verdict === "undecidable"
            ? colors.yellow("?")
            : binds(finding)
              ? colors.red("✗")
              : colors.yellow("!");
    const place = [urn === undefined ? "" : nameOf(urn), property ?? ""]
        .filter((part) => part !== "")
        .join("  ");
    return [
        `${mark} ${colors.bold(policy)}  ${colors.dim(`${severity} · ${enforcement}`)}`,
        ...(place === "" ? [] : [wrap(colors.cyan(place), width, "  ")]),
        wrap(`${verdict === "undecidable" ? "cannot be decided: " : ""}${message}`, width, "  "),
        ...evidence.map(({ label, value }) => colors.dim(wrap(`${label}: ${value}`, width, "    "))),
        wrap(`fix: ${help}`, width, "  "),
    ].join("\n");
}
