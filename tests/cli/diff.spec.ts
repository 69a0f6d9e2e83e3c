import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChangeReport } from "../../cli/diff/change-report";
import type { PreviewReport } from "../../cli/report";
import { pulumiPreviewOf, stackExportOf } from "../support/network-files";
import { palisade } from "./palisade";

const project = join(__dirname, "..", "..");
const specimen = join(__dirname, "specimens", "three-tiers");

describe("palisade diff", () => {
    let folder: string;
    let report: PreviewReport;
    const file = (name: string, content: object): string => {
        writeFileSync(join(folder, name), JSON.stringify(content));
        return join(folder, name);
    };
    const diff = (...args: readonly string[]) => palisade("diff", ...args, "--cwd", specimen);

    /** The specimen, whose load balancer lets in a part of the internet only. */
    const narrowed = (): PreviewReport => ({
        ...report,
        resources: report.resources.map((resource) =>
            resource.name === "shop-alb-internet-443"
                ? { ...resource, inputs: { ...resource.inputs, cidrIpv4: "203.0.113.0/24" } }
                : resource,
        ),
    });

    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "palisade-diff-"));
        report = JSON.parse(
            (await palisade("preview", "good", "--json", "--cwd", specimen)).out,
        ) as PreviewReport;
    });
    after(() => rmSync(folder, { recursive: true }));

    it("finds no difference between a stack, its preview, Pulumi's preview and its state", async () => {
        const files = [
            file("preview.json", report),
            file("pulumi.json", pulumiPreviewOf(report)),
            file("state.json", stackExportOf(report)),
        ];
        for (const other of files) {
            const { out, exitCode } = await diff(other, "good", "--fail-on-widening");
            expect([exitCode, out]).to.deep.equal([
                0,
                `From ${other} to good nobody gains or loses a path.\n`,
            ]);
        }
    });

    it("tells what opens, by which rules, and exits with 5 if that is to fail", async () => {
        const narrow = file("narrow.json", narrowed());
        const { out, exitCode } = await diff(narrow, "good", "--fail-on-widening");
        expect(exitCode).to.equal(5);
        expect(out).to.match(/^Newly reachable\n/);
        expect(out).to.match(
            /^ {2}\+ internet except 203\.0\.113\.0\/24 → shop: tcp 443 at its public address\n {6}by .*shop-alb-internet-443/m,
        );
        expect(out).not.to.contain("No longer reachable");
        expect((await diff(narrow, "good")).exitCode).to.equal(0);
    });

    it("tells what closes, which never fails, as data and as Markdown too", async () => {
        const narrow = file("narrow.json", narrowed());
        const { out, exitCode } = await diff("good", narrow, "--json", "--fail-on-widening");
        const { opened, closed } = JSON.parse(out) as ChangeReport;
        expect([exitCode, opened]).to.deep.equal([0, []]);
        const fromInternet = closed.find(({ from }) => from === "internet except 203.0.113.0/24");
        expect(fromInternet).to.include({
            to: "shop",
            address: "public",
            traffic: "tcp 443",
            verdict: "reachable",
        });
        expect(fromInternet!.packet).to.include({ destinationPort: 443 });
        const markdown = (await diff("good", narrow, "--format", "markdown")).out;
        expect(markdown).to.contain("### No longer reachable\n\n| from | to | sessions | by |\n| --- |");
        expect(markdown).to.contain(
            "| internet except 203.0.113.0/24 | shop | tcp 443 at its public address | `shop`",
        );
    });

    it("compares two stacks of one program under the names of the first", async () => {
        const { out } = await palisade("diff", "dev", "prod", "--cwd", project);
        expect(out).to.match(/^Newly reachable\n {2}\+ dev-app-group → dev-endpoints-kms/);
        expect(out).not.to.contain("No longer reachable");
        expect(out).not.to.contain("prod-");
    });

    it("ends with 2 for a file it cannot read, naming it", async () => {
        const { err, exitCode } = await diff("good", "gone.json");
        expect([exitCode, err]).to.deep.equal([2, "✗ gone.json: there is no such file\n"]);
    });
});
