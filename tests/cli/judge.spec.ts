import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PreviewReport } from "../../cli/report";
import { pulumiPreviewOf, stackExportOf } from "../support/network-files";
import { palisade } from "./palisade";

const project = join(__dirname, "..", "..");
const specimen = join(__dirname, "specimens", "three-tiers");

const reportOf = async (...args: readonly string[]) => {
    const { out, exitCode } = await palisade(...args, "--json");
    return { report: JSON.parse(out) as PreviewReport, exitCode };
};

describe("palisade judge", () => {
    let folder: string;
    const file = (name: string, content: object): string => {
        writeFileSync(join(folder, name), JSON.stringify(content));
        return join(folder, name);
    };

    before(() => {
        folder = mkdtempSync(join(tmpdir(), "palisade-judge-"));
    });
    after(() => rmSync(folder, { recursive: true }));

    for (const stack of ["dev", "prod"]) {
        it(`judges ${stack}'s preview, whoever wrote it down, as the preview did`, async function () {
            this.timeout(60_000);
            const { report } = await reportOf("preview", stack, "--cwd", project);
            const files = [file("palisade.json", report), file("pulumi.json", pulumiPreviewOf(report))];
            for (const written of files) {
                const judged = await reportOf("judge", written, "--cwd", project);
                expect(judged.report.policies).to.deep.equal(report.policies);
                expect(judged.report.findings).to.deep.equal(report.findings);
                expect(judged.report.flows).to.deep.equal(report.flows);
                expect(judged.report.cost.total).to.deep.equal(report.cost.total);
                expect([judged.report.project, judged.report.stack]).to.deep.equal(["palisade", stack]);
                expect(judged.exitCode).to.equal(0);
            }
        });
    }

    it("finds in a state what the preview of its program found", async () => {
        const strictly = ["--cwd", specimen, "--policy-config", join(specimen, "strict.json")];
        const { report } = await reportOf("preview", "good", ...strictly);
        const state = file("state.json", stackExportOf(report));
        const judged = await reportOf("judge", state, ...strictly);
        const violated = ({ policies }: PreviewReport) =>
            policies.filter(({ verdict }) => verdict === "violates").map(({ name }) => name);
        expect(violated(judged.report)).to.include.members(violated(report)).and.not.be.empty;
        expect(judged.exitCode).to.equal(5);
    });

    it("never repeats a secret that an export shows", async () => {
        const urn = "urn:pulumi:dev::shop::aws:rds/instance:Instance::db";
        const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
        const password = { ...secret, plaintext: '"swordfish"' };
        const resource = {
            urn,
            type: "aws:rds/instance:Instance",
            custom: true,
            id: "db",
            inputs: { password },
        };
        const state = file("secret.json", { version: 3, deployment: { resources: [resource] } });
        const { out } = await palisade("judge", state, "--json", "--cwd", folder);
        expect(out).to.include("aws:rds/instance:Instance");
        expect(out).to.not.include("swordfish");
    });

    it("says what it cannot read, and that an empty state holds nothing", async () => {
        const wrong = await palisade("judge", file("wrong.json", { Resources: {} }), "--cwd", folder);
        expect(wrong.err).to.include("pulumi stack export");
        const empty = file("empty.json", { version: 3, deployment: { resources: [] } });
        const { err, exitCode } = await palisade("judge", empty, "--cwd", folder);
        expect(err).to.include("it holds no resources");
        expect([wrong.exitCode, exitCode]).to.deep.equal([2, 2]);
        expect((await palisade("judge", "absent.json", "--cwd", folder)).exitCode).to.equal(2);
    });
});
