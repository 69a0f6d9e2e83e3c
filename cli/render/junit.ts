import type { Finding } from "../../analysis/finding";
import type { PolicyOutcome } from "../offline/judge";
import { binds, type PreviewReport } from "../report";
import { placeOf } from "./finding-list";
import { element, escapeMarkup } from "./markup";
import type { Renderer } from "./rendering";

/** Each policy as a test: failed by binding findings, skipped where it does not apply or is disabled. */
export const renderJunit: Renderer = (report) => {
    const cases = report.policies.map((policy) => testCase(policy, report));
    const failures = report.policies.filter(({ name }) => bindingOf(report, name).length > 0).length;
    const seconds = ((report.timings.total ?? 0) / 1000).toFixed(3);
    const counts = { tests: cases.length, failures, errors: 0, time: seconds };
    const suite = element(
        "testsuite",
        { name: `palisade ${report.project} ${report.stack}`, ...counts },
        cases,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", counts, suite)}\n`;
};

function testCase({ name, enforcement, verdict }: PolicyOutcome, report: PreviewReport): string {
    const attributes = { name, classname: `${report.project}.${report.stack}` };
    const binding = bindingOf(report, name);
    if (binding.length > 0) {
        const message = `${binding.length} ${binding.length === 1 ? "finding" : "findings"}`;
        const failure = element(
            "failure",
            { message, type: verdict },
            escapeMarkup(binding.map(textOf).join("\n\n")),
        );
        return element("testcase", attributes, failure);
    }
    const advisory = report.findings.filter(({ policy }) => policy === name);
    if (advisory.length > 0) {
        return element(
            "testcase",
            attributes,
            element("system-out", {}, escapeMarkup(advisory.map(textOf).join("\n\n"))),
        );
    }
    const skipped = enforcement === "disabled" ? "disabled" : "nothing for it to judge";
    return verdict === "notApplicable"
        ? element("testcase", attributes, element("skipped", { message: skipped }))
        : element("testcase", attributes);
}

const bindingOf = ({ findings }: PreviewReport, name: string): readonly Finding[] =>
    findings.filter((finding) => finding.policy === name && binds(finding));

const textOf = (finding: Finding): string =>
    [
        `${placeOf(finding)}: ${finding.message}`,
        ...finding.evidence.map(({ label, value }) => `${label}: ${value}`),
        `Fix: ${finding.help}`,
    ].join("\n");
