import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const clock = join(root, "tests", "support", "moved-clock.cjs");

/** What `palisade preview` finds and how it ends, run by the command line on another day. */
function previewOn(day: string, ...args: readonly string[]) {
    try {
        const out = execFileSync(
            process.execPath,
            ["--require", clock, join(root, "bin", "palisade.js"), "preview", ...args, "--json"],
            { cwd: root, encoding: "utf8", env: { ...process.env, PALISADE_TEST_DAY: day }, stdio: "pipe" },
        );
        return { exitCode: 0, findings: findingsIn(out) };
    } catch (error) {
        const { status, stdout } = error as { status: number; stdout: string };
        return { exitCode: status, findings: findingsIn(stdout) };
    }
}

const findingsIn = (out: string) =>
    (JSON.parse(out) as { findings: readonly { policy: string; message: string }[] }).findings;

describe("years from now", function () {
    this.timeout(60_000);

    for (const stack of ["dev", "prod", "local"]) {
        it(`a fresh clone's ${stack} previews as it does today`, () => {
            const { exitCode, findings } = previewOn("2030-06-30", stack);
            expect(findings).to.deep.equal([]);
            expect(exitCode).to.equal(0);
        });
    }

    it("what somebody really signed has run out", () => {
        const folder = mkdtempSync(join(tmpdir(), "palisade-signed-"));
        try {
            const config = JSON.parse(
                readFileSync(join(root, "policy-pack", "config", "prod.json"), "utf8"),
            ) as { [policy: string]: { attestedBy?: string } };
            for (const section of Object.values(config).filter(
                ({ attestedBy }) => attestedBy !== undefined,
            )) {
                section.attestedBy = "security@company.internal";
            }
            const file = join(folder, "signed.json");
            writeFileSync(file, JSON.stringify(config));
            expect(previewOn("2026-11-23", "prod", "--policy-config", file).findings).to.deep.equal([]);
            const { exitCode, findings } = previewOn("2030-06-30", "prod", "--policy-config", file);
            expect(findings.map(({ policy }) => policy).sort()).to.deep.equal([
                "incident-drill-attested",
                "mfa-attested",
                "restore-attested",
                "sg-audit-attested",
            ]);
            expect(findings[0]!.message).to.match(/was signed off \d{4} days ago/);
            expect(exitCode).to.not.equal(0);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
