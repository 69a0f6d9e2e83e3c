import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readProjectStack } from "../../cli/offline/project";
import { runOffline } from "../../cli/offline/run-program";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { accountOf, environmentStack, settingsOf } from "../support/engine/environment-stack";
import { buildPolicyPack, policyPack, verdictsOf } from "../support/engine/policy-run";
import { planDifferences, planOfEngine, planOfRecording } from "../support/engine/same-plan";

const root = join(__dirname, "..", "..");

interface OfflineReport {
    readonly findings: readonly {
        readonly policy: string;
        readonly urn?: string;
        readonly message: string;
    }[];
}

/** What `palisade preview --json` prints when every policy has its own defaults. */
function offlineReport(environment: string, policyConfig: string): OfflineReport {
    const palisade = [join(root, "bin", "palisade.js"), "preview", environment, "--json", "--quiet"];
    const { stdout } = spawnSync(process.execPath, [...palisade, "--policy-config", policyConfig], {
        cwd: root,
        encoding: "utf8",
        maxBuffer: 2 ** 28,
    });
    return JSON.parse(stdout) as OfflineReport;
}

for (const environment of ["dev", "prod"]) {
    describe(`the offline preview of ${environment}`, () => {
        let home: EngineHome | undefined;
        let stack: EngineStack;

        before(async () => {
            buildPolicyPack();
            home = await makeEngineHome();
            const settings = settingsOf(environment);
            stack = await environmentStack(home, accountOf(settings), environment, settings);
        });

        after(() => home?.remove());

        it("plans what the engine plans, resource by resource", async () => {
            const engine = planOfEngine((await stack.preview()).steps);
            const { registrations } = await runOffline(readProjectStack(root, environment));
            expect(Object.keys(engine)).to.have.length.greaterThan(100);
            expect(planDifferences(engine, planOfRecording(registrations))).to.deep.equal([]);
        });

        it("judges as the engine judges, policy by policy and resource by resource", async () => {
            const policyConfig = join(home!.folder, "no-settings.json");
            writeFileSync(policyConfig, "{}");
            const { findings } = offlineReport(environment, policyConfig);
            const flags = [`--policy-pack=${policyPack}`, `--policy-pack-config=${policyConfig}`];
            const verdicts = verdictsOf((await stack.attempt("preview", { flags })).events);
            expect(findings).to.not.deep.equal([]);
            const ofStack = (urn = "") => (urn.includes("pulumi:pulumi:Stack") ? "" : urn);
            expect(findings.map(({ policy, urn }) => `${policy} ${ofStack(urn)}`).sort()).to.deep.equal(
                verdicts.map(({ policy, urn }) => `${policy} ${ofStack(urn)}`).sort(),
            );
            for (const { policy, message } of findings) {
                const said = verdicts.filter((verdict) => verdict.policy === policy);
                expect(said.map((verdict) => verdict.message).join("\n")).to.contain(message);
            }
        });
    });
}
