import { expect } from "chai";
import { controls } from "../../policy-pack/controls";
import { checklist } from "../../policy-pack/checklist";
import { policies } from "../../policy-pack/policies";
import { palisade } from "../cli/palisade";

interface Entry {
    readonly name: string;
    readonly kind: string;
    readonly enforcement: string;
    readonly severity: string;
    readonly checklist: readonly string[];
    readonly controls: readonly string[];
}

describe("palisade policies --json", () => {
    let entries: readonly Entry[];

    before(async () => {
        const { out, exitCode } = await palisade("policies", "--json");
        expect(exitCode).to.equal(0);
        entries = JSON.parse(out) as readonly Entry[];
    });

    it("lists the very policies that the pack serves", () => {
        expect(entries.map(({ name }) => name)).to.deep.equal(policies.map(({ name }) => name));
        for (const { name, enforcement, kind } of entries) {
            const policy = policies.find((one) => one.name === name)!;
            expect(policy.enforcementLevel, name).to.equal(enforcement);
            expect("validateResource" in policy, name).to.equal(kind.includes("resource"));
            expect("validateStack" in policy, name).to.equal(kind.includes("stack"));
        }
    });

    it("says how bad each is", () => {
        for (const { name, severity } of entries) {
            expect(severity, name).to.be.oneOf(["low", "medium", "high", "critical"]);
        }
    });

    it("names lines of the checklist and controls of the catalogue, and leaves out none", () => {
        const lines = new Set(entries.flatMap((entry) => entry.checklist));
        const covered = new Set(entries.flatMap((entry) => entry.controls));
        expect([...lines].sort()).to.deep.equal(checklist.map(({ id }) => id).sort());
        expect([...covered].sort()).to.deep.equal([...controls.keys()].sort());
        expect(covered.size).to.equal(120);
    });
});
