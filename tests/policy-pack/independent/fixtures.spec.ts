import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policies } from "../../../policy-pack/policies";
import type { Fixture } from "../../support/independent-policies/fixture";
import { policiesFor } from "../../support/independent-policies/mapped-policies";
import { manners, reports, type Configuration } from "../../support/independent-policies/outsider";
import type { SpecimenResource } from "../support/specimen";
import { fixtures } from "./cases";

const production = JSON.parse(
    readFileSync(join(__dirname, "..", "..", "..", "policy-pack", "config", "prod.json"), "utf8"),
) as Configuration;

const configurations: { readonly [name: string]: Configuration } = { defaults: {}, production };

/** What the policies that cover the fixture's rule say of the resources, however they are asked. */
function said(
    { suite, id, about = /(?:)/ }: Fixture,
    resources: readonly SpecimenResource[],
    configured: string,
): { readonly [manner: string]: readonly string[] } {
    const names = policiesFor(suite, id);
    const judging = policies.filter(({ name }) => names.includes(name));
    return Object.fromEntries(
        manners.map((manner) => [
            manner,
            reports(judging, resources, manner, configurations[configured]).filter((line) =>
                about.test(line.split("\nFix:")[0]!),
            ),
        ]),
    );
}

function expectSilence(fixture: Fixture, resources: readonly SpecimenResource[], configured: string): void {
    for (const [manner, lines] of Object.entries(said(fixture, resources, configured))) {
        expect(lines, `${manner}, ${configured}`).to.deep.equal([]);
    }
}

function expectReport(fixture: Fixture, resources: readonly SpecimenResource[], configured: string): void {
    for (const [manner, lines] of Object.entries(said(fixture, resources, configured))) {
        expect(lines, `${manner}, ${configured}`).to.not.deep.equal([]);
    }
}

describe("cases of other tools' suites", () => {
    for (const fixture of fixtures) {
        describe(`${fixture.suite} ${fixture.id}`, () => {
            const { otherwiseInProduction = [] } = fixture;

            it("is covered by a policy", () => {
                expect(policiesFor(fixture.suite, fixture.id)).to.not.deep.equal([]);
            });

            for (const [title, resources] of Object.entries(fixture.pass ?? {})) {
                it(`passes ${title}`, () => {
                    expectSilence(fixture, resources, "defaults");
                    if (!otherwiseInProduction.includes(title)) {
                        expectSilence(fixture, resources, "production");
                    }
                });
            }

            for (const [title, resources] of Object.entries(fixture.fail ?? {})) {
                it(`reports ${title}`, () => {
                    expectReport(fixture, resources, "defaults");
                    if (!otherwiseInProduction.includes(title)) {
                        expectReport(fixture, resources, "production");
                    }
                });
            }

            for (const [title, { theirs, because, resources }] of Object.entries(fixture.disputed ?? {})) {
                it(`${theirs === "pass" ? "reports" : "passes"} ${title}, for ${because}`, () => {
                    const expectation = theirs === "pass" ? expectReport : expectSilence;
                    expectation(fixture, resources, "defaults");
                });
            }
        });
    }
});
