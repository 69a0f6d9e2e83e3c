import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { controlIds } from "../../policy-pack/adapter";
import { checklist } from "../../policy-pack/checklist";
import { controls } from "../../policy-pack/controls";
import { rules } from "../../policy-pack/rules";
import { specimensFile } from "./support/catalogue";

const policiesFolder = join(__dirname, "..", "..", "policy-pack", "policies");

/** Policies that no catalogue knows: the proof, each layer by itself, and what an environment demands of paths. */
const ownPolicies = ["intent-equals-effect", "nacl-entries-declared", "path-invariants", "sg-rules-declared"];

describe("the registry of policies", () => {
    it("has each policy once, in a file of its name in the folder of its area", () => {
        const ids = rules.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        for (const rule of rules) {
            const file = `${basename(dirname(specimensFile(rule)))}/${rule.id}.ts`;
            expect(existsSync(join(policiesFolder, file)), file).to.equal(true);
        }
    });

    it("takes at most 60 lines for each", () => {
        for (const rule of rules) {
            const file = join(policiesFolder, basename(dirname(specimensFile(rule))), `${rule.id}.ts`);
            expect(readFileSync(file, "utf8").trimEnd().split("\n").length, rule.id).to.be.at.most(60);
        }
    });

    it("names controls that the catalogue has", () => {
        for (const { id, alsoCovers = [] } of rules) {
            const isOurs = ownPolicies.includes(id) || id.endsWith("-attested");
            expect(controls.has(id) || isOurs, id).to.equal(true);
            expect(
                alsoCovers.filter((control) => !controls.has(control)),
                id,
            ).to.deep.equal([]);
        }
    });

    it("has specimens for each", () => {
        for (const rule of rules) {
            expect(existsSync(specimensFile(rule)), rule.id).to.equal(true);
        }
    });

    it("says of each why, how to fix it and where to read on", () => {
        for (const rule of rules) {
            for (const text of [rule.title, rule.why, rule.fix]) {
                expect(text.length, rule.id).to.be.greaterThan(10);
            }
            expect(rule.docs, rule.id).to.match(/^https:\/\//);
            expect(rule.checklist, rule.id).to.not.be.empty;
        }
    });

    for (const [area, count] of Object.entries({
        network: 46,
        access: 22,
        monitoring: 18,
        data: 25,
        compliance: 9,
    })) {
        it(`covers every control of the area ${area}`, () => {
            const covered = new Set(rules.flatMap(controlIds));
            const own = [...controls.values()].filter((control) => control.area === area);
            expect(own).to.have.length(count);
            expect(own.filter(({ id }) => !covered.has(id))).to.deep.equal([]);
        });

        it(`has a mandatory policy for every line of the checklist's area ${area}`, () => {
            for (const line of checklist.filter((one) => one.area === area)) {
                const mandatory = rules.filter(
                    ({ checklist: lines, enforcement = "mandatory" }) =>
                        enforcement === "mandatory" && (lines as readonly string[]).includes(line.id),
                );
                expect(mandatory, line.text).to.not.be.empty;
            }
        });
    }
});

describe("the checklist", () => {
    it("has the article's 26 lines", () => {
        expect(checklist).to.have.length(26);
        const count = (area: string) => checklist.filter((line) => line.area === area).length;
        expect(["network", "access", "monitoring", "data", "compliance"].map(count)).to.deep.equal([
            7, 6, 5, 4, 4,
        ]);
    });
});
