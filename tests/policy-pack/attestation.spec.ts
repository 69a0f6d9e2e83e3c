import { expect } from "chai";
import { attestation } from "../../policy-pack/attestation";
import { daysBetween, isDay } from "../../policy-pack/day";
import { readSettings } from "../../policy-pack/settings";

const { config, waivable } = attestation({
    id: "drill-attested",
    title: "Somebody answers for the drill",
    severity: "low",
    checklist: ["compliance-4"],
    why: "No plan shows it.",
    docs: "https://example.com",
    statement: "the drill was held",
    validDays: 180,
});
const problems = (section: object): readonly string[] => readSettings(config, section).problems;

describe("an attestation's section of the configuration", () => {
    it("takes who, when and where, and a shorter time", () => {
        const section = { attestedBy: "a@example.com", attestedOn: "2026-11-01", evidence: "page 3" };
        expect(problems({ ...section, validDays: 30 })).to.deep.equal([]);
        expect(problems({})).to.deep.equal([]);
    });

    it("refuses a day that is none, a longer time and unknown properties", () => {
        expect(problems({ attestedOn: "2026-02-30" })).to.have.length(1);
        expect(problems({ attestedOn: "1 November" })).to.have.length(1);
        expect(problems({ validDays: 181 })).to.deep.equal(["validDays: must be 180 or less"]);
        expect(problems({ validDays: 0 })).to.have.length(1);
        expect(problems({ attestedBy: 7 })).to.have.length(1);
        expect(problems({ signedBy: "a@example.com" })).to.have.length(1);
    });

    it("cannot be waived", () => {
        expect(waivable).to.equal(false);
    });
});

describe("days", () => {
    it("are days of the calendar", () => {
        expect(isDay("2028-02-29")).to.equal(true);
        expect(["2027-02-29", "2027-13-01", "2027-1-1", ""].some(isDay)).to.equal(false);
    });

    it("lie apart by whole days, forwards and backwards", () => {
        expect(daysBetween("2026-02-27", "2026-03-02")).to.equal(3);
        expect(daysBetween("2026-03-29", "2026-03-28")).to.equal(-1);
    });
});
