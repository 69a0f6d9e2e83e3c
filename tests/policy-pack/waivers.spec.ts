import { expect } from "chai";
import { readWaivers } from "../../policy-pack/waivers";

const today = "2026-11-23";
const waivable = new Map([
    ["lenient", true],
    ["strict", false],
]);
const good = {
    policy: "lenient",
    urn: "urn:pulumi:prod::net::aws:ec2/subnet:Subnet::old",
    reason: "moved away in the second quarter",
    owner: "platform@example.com",
    expires: "2027-01-31",
};
const read = (...entries: readonly unknown[]) => readWaivers(JSON.stringify(entries), waivable, today);

describe("the waivers file", () => {
    it("takes a whole entry, up to and on its last day", () => {
        expect(read(good)).to.deep.equal({ active: [good], problems: [] });
        expect(read({ ...good, expires: today }).active).to.have.length(1);
    });

    it("ends a waiver the day after its last", () => {
        const { active, problems } = read({ ...good, expires: "2026-11-22" });
        expect(active).to.deep.equal([]);
        expect(problems[0]).to.include("expired on 2026-11-22");
    });

    it("refuses what is missing, misspelt, empty or no object, each by name", () => {
        const { active, problems } = read({ ...good, owner: " ", until: "2027-01-01" }, "lenient");
        expect(active).to.deep.equal([]);
        expect(problems.join("\n")).to.match(/owner is missing[^]*until: there is no such field[^]*waiver 2/);
    });

    it("refuses unknown policies, those that take none, patterns, short reasons and impossible days", () => {
        const wrong = [
            { ...good, policy: "lenent" },
            { ...good, policy: "strict" },
            { ...good, urn: "urn:pulumi:prod::*" },
            { ...good, reason: "because" },
            { ...good, expires: "2027-02-30" },
        ];
        for (const entry of wrong) {
            const { active, problems } = read(entry);
            expect(active, JSON.stringify(entry)).to.deep.equal([]);
            expect(problems, JSON.stringify(entry)).to.have.length(1);
        }
    });

    it("waives nothing by a file that is no list or no JSON", () => {
        for (const text of ["{}", "[", ""]) {
            const { active, problems } = readWaivers(text, waivable, today);
            expect(active).to.deep.equal([]);
            expect(problems).to.have.length(1);
        }
    });
});
