import { expect } from "chai";
import { policiesOf } from "../../policy-pack/pack";
import { fewSwitches, stumbling, switchType, switchesAreOff } from "./support/example-rule";
import { judge } from "./support/judge";
import { planned } from "./support/plan";
import { ref, resource, type SpecimenResource } from "./support/specimen";

const today = "2026-11-23";
const one = (name: string, inputs: SpecimenResource["inputs"] = {}) => resource(switchType, name, inputs);
const on = (name: string) => one(name, { on: true });

describe("a rule as a CrossGuard policy", () => {
    it("says what it is", () => {
        expect(policiesOf([switchesAreOff], { today })[0]).to.deep.include({
            name: "switches-are-off",
            displayName: "Switches are off",
            enforcementLevel: "mandatory",
            severity: "high",
            remediationSteps: "Turn it off.",
            url: "https://example.com/switches",
            tags: ["checklist:network-2"],
            configSchema: {
                properties: {
                    tolerant: { type: "boolean", description: "Whether anything goes", default: false },
                },
            },
        });
    });

    it("tells what is wrong, where, and how to change it", async () => {
        const findings = await judge(policiesOf([switchesAreOff], { today }), planned([on("lamp")], "known"));
        expect(findings).to.deep.equal([
            {
                policy: "switches-are-off",
                enforcement: "mandatory",
                severity: "high",
                verdict: "violates",
                urn: `urn:pulumi:test::palisade::${switchType}::lamp`,
                property: "on",
                message: "is on",
                help: "Turn it off.",
                evidence: [],
            },
        ]);
    });

    it("judges by the configuration it is given", async () => {
        const policies = policiesOf([switchesAreOff], { today });
        const config = { "switches-are-off": { tolerant: true } };
        expect(await judge(policies, planned([on("lamp")], "known"), config)).to.deep.equal([]);
    });

    it("says once what both halves see", async () => {
        const plan = planned([on("lamp"), one("fan"), one("door")], "known");
        const findings = await judge(policiesOf([fewSwitches], { today }), plan);
        expect(findings.map(({ message }) => message)).to.deep.equal(["is on", "there are too many"]);
    });

    it("says again in the next run what it said in the last", async () => {
        const policies = policiesOf([fewSwitches], { today });
        for (const run of [1, 2, 3]) {
            const findings = await judge(policies, planned([on("lamp")], "known"));
            expect(findings, `run ${run}`).to.have.length(1);
        }
    });

    it("leaves to the second half what the first cannot decide", async () => {
        const plan = planned([one("lamp", { on: ref("fan", "speed") }), one("fan")], "unknown");
        const findings = await judge(policiesOf([fewSwitches], { today }), plan);
        expect(findings.map(({ verdict }) => verdict)).to.deep.equal(["undecidable"]);
    });

    it("neither stops nor passes anything when a rule itself fails", async () => {
        const policies = policiesOf([stumbling, switchesAreOff], { today });
        const findings = await judge(policies, planned([on("lamp")], "known"));
        expect(findings.map(({ policy, verdict }) => [policy, verdict])).to.deep.equal([
            ["stumbling", "undecidable"],
            ["switches-are-off", "violates"],
        ]);
    });
});
