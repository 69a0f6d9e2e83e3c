import { expect } from "chai";
import { formatNames, formatOf, render } from "../../../cli/render";
import { plainColors } from "../../../cli/terminal";
import { finding, flow, sampleReport } from "./sample-report";

const plain = { colors: plainColors, width: 100, verbose: true, quiet: false };
const draw = (format: (typeof formatNames)[number], changes = {}) =>
    render(sampleReport(changes), format, plain);

describe("the report's formats", () => {
    it("are told by a file's ending, each by its own", () => {
        const files = ["a.txt", "a.json", "a.sarif", "a.xml", "a.md", "a.html", "a.mmd"];
        expect(files.map(formatOf)).to.have.members([...formatNames]);
    });

    it("SARIF: names the policy, the level, the place and a fingerprint that does not quote values", () => {
        const log = JSON.parse(draw("sarif"));
        const [run] = log.runs;
        expect(log.version).to.equal("2.1.0");
        expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).to.deep.equal([
            "sg-admin-ports-public",
            "nat-per-az",
            "nacl-ephemeral",
        ]);
        const [result] = run.results;
        expect(result).to.include({ ruleId: "sg-admin-ports-public", ruleIndex: 0, level: "error" });
        expect(result.message.text).to.contain("Fix: Name the ranges");
        expect(result.locations[0].logicalLocations[0].fullyQualifiedName).to.equal(finding.urn);
        expect(
            JSON.parse(draw("sarif", { findings: [{ ...finding, message: "other" }] })).runs[0].results[0],
        ).to.deep.include({
            partialFingerprints: result.partialFingerprints,
        });
    });

    it("SARIF: an advisory finding is a warning", () => {
        const log = JSON.parse(draw("sarif", { findings: [{ ...finding, enforcement: "advisory" }] }));
        expect(log.runs[0].results[0].level).to.equal("warning");
    });

    it("JUnit: a policy is a test, failed, skipped or passed", () => {
        const xml = draw("junit");
        expect(xml).to.contain('<testsuites tests="3" failures="1" errors="0" time="1.234">');
        expect(xml).to.match(
            /<testcase name="sg-admin-ports-public"[^>]*><failure message="1 finding" type="violates">/,
        );
        expect(xml).to.contain("lets in &lt;TCP 22&gt; from 0.0.0.0/0 &amp; more");
        expect(xml).to.match(
            /<testcase name="nat-per-az"[^>]*><skipped message="nothing for it to judge"\/>/,
        );
        expect(xml).to.match(/<testcase name="nacl-ephemeral"[^>]*\/>/);
    });

    it("JUnit: an advisory finding does not fail its test", () => {
        const xml = draw("junit", { findings: [{ ...finding, enforcement: "advisory" }] });
        expect(xml).to.contain('failures="0"').and.to.contain("<system-out>");
    });

    it("Markdown: shows the verdict, the findings and a flow table, markup escaped", () => {
        const markdown = draw("markdown");
        expect(markdown).to.contain("❌ **sg-admin-ports-public** (critical, mandatory)");
        expect(markdown).to.contain("- `web ingress[0]` lets in &lt;TCP 22> from");
        expect(markdown).to.contain("| from ↓ to → | app |").and.to.contain("```mermaid\nflowchart TB");
    });

    it("Mermaid: puts members into tiers and draws each flow, undecided ones dotted", () => {
        const open = { ...flow, certain: "", undecided: { traffic: 'tcp 22 "x"', reasons: [] } };
        const chart = draw("mermaid", { flows: [flow, open] });
        expect(chart).to.match(/subgraph n\d+\["app \(public\) 10\.0\.1\.0\/24, 10\.0\.2\.0\/24"\]/);
        expect(chart).to.match(/n1 -->\|"443; udp 53"\| n\d/);
        expect(chart).to.match(/n1 -\.->\|"22 #quot;x#quot;\?"\| n\d/);
    });

    it("HTML: is one page that asks for nothing, its picture inline and every text escaped", () => {
        const page = draw("html");
        expect(page)
            .to.match(/^<!doctype html>/)
            .and.to.contain('<svg xmlns="http://www.w3.org/2000/svg"');
        expect(page).to.contain("lets in &lt;TCP 22&gt;").and.not.to.contain("<TCP");
        const requests = page.match(/(src|href)="|url\((?!#)|<script|@import/g);
        expect(requests).to.equal(null);
        expect(page).to.contain("stopped");
        expect(draw("html", { findings: [] })).to.contain("safe to update");
    });
});
