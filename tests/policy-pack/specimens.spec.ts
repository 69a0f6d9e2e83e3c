import { expect } from "chai";
import type { Finding } from "../../analysis/finding";
import { policiesOf } from "../../policy-pack/pack";
import type { AnyRule } from "../../policy-pack/rule";
import { rules } from "../../policy-pack/rules";
import { specimensOf } from "./support/catalogue";
import { judge } from "./support/judge";
import { planned, type Form } from "./support/plan";
import type { Specimen, Specimens } from "./support/specimen";

const today = "2026-11-23";

async function findingsOn(
    rule: AnyRule,
    specimen: Specimen,
    form: Form,
    common: object = {},
): Promise<Finding[]> {
    const { config, resources } =
        "resources" in specimen ? specimen : { config: common, resources: specimen };
    const findings = await judge(policiesOf([rule], { today }), planned(resources, form), {
        [rule.id]: config,
    });
    expect(
        findings.filter(({ policy }) => policy !== rule.id),
        "findings on the configuration",
    ).to.deep.equal([]);
    return findings;
}

for (const rule of rules) {
    describe(`policy ${rule.id}`, () => {
        let specimens: Specimens;

        before(async () => {
            const found = await specimensOf(rule);
            expect(found, "its file of specimens").to.not.equal(undefined);
            specimens = found!;
        });

        it("has compliant and violating specimens", () => {
            expect(specimens.compliant).to.not.be.empty;
            expect(specimens.violating).to.not.be.empty;
        });

        for (const form of ["known", "unknown"] as const) {
            it(`is satisfied with every compliant specimen, its ids ${form}`, async () => {
                for (const [title, specimen] of Object.entries(specimens.compliant)) {
                    const findings = await findingsOn(rule, specimen, form, specimens.config);
                    expect(findings, title).to.deep.equal([]);
                }
            });

            it(`finds every violating specimen at fault, its ids ${form}`, async () => {
                for (const [title, specimen] of Object.entries(specimens.violating)) {
                    const findings = await findingsOn(rule, specimen, form, specimens.config);
                    const verdicts = findings.map(({ verdict }) => verdict);
                    expect(verdicts, title).to.include("violates");
                    expect(
                        verdicts,
                        `${title}: ${findings.map(({ message }) => message).join()}`,
                    ).to.not.include("undecidable");
                }
            });
        }

        it("says what keeps it from deciding, and how to change that", async () => {
            for (const [title, specimen] of Object.entries(specimens.undecidable ?? {})) {
                const findings = await findingsOn(rule, specimen, "unknown", specimens.config);
                expect(
                    findings.map(({ verdict }) => verdict),
                    title,
                ).to.include("undecidable");
                for (const finding of findings) {
                    expect(finding.help, title).to.not.equal("");
                }
            }
        });
    });
}
