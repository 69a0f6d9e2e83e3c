import { expect } from "chai";
import { attestation } from "../../policy-pack/attestation";
import { daysBetween, isDay } from "../../policy-pack/day";
import { policiesOf } from "../../policy-pack/pack";
import { readSettings } from "../../policy-pack/settings";
import { judge } from "./support/judge";
import { planned } from "./support/plan";
import { resource } from "./support/specimen";

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

const restores = attestation({
    id: "restores-attested",
    title: "Somebody answers for restores",
    severity: "low",
    checklist: ["data-4"],
    why: "No plan shows it.",
    docs: "https://example.com",
    statement: "restores were tried",
    validDays: 180,
});

/** What is said of a signature in a stack whose provider may work in these accounts, or in any. */
async function saidOf(section: object, ...accounts: readonly string[]): Promise<readonly string[]> {
    const pinned = accounts.length === 0 ? {} : { allowedAccountIds: JSON.stringify(accounts) };
    const plan = planned(
        [resource("pulumi:providers:aws", "default", pinned), resource("aws:ec2/vpc:Vpc", "vpc")],
        "unknown",
    );
    const findings = await judge(policiesOf([restores], { today: "2030-06-30" }), plan, {
        "restores-attested": { attestedOn: "2026-11-01", evidence: "page 3", ...section },
    });
    return findings.map(({ message }) => message);
}

describe("a signature of nobody's", () => {
    const sample = { attestedBy: "security@example.com" };
    const sales = { attestedBy: "Sales <sales@mail.example.org>" };
    const ours = { attestedBy: "security@company.internal" };
    const refused = ["that restores were tried is signed off by security@example.com, which is nobody"];

    it("stands for ever where the stack is nobody's either", async () => {
        expect(await saidOf(sample, "123456789012")).to.deep.equal([]);
        expect(await saidOf(sales, "111122223333", "444455556666")).to.deep.equal([]);
    });

    it("is refused in somebody's account, however fresh", async () => {
        for (const accounts of [["904217715033"], ["123456789012", "904217715033"]]) {
            const [said] = await saidOf({ ...sample, attestedOn: "2030-06-30" }, ...accounts);
            expect(said).to.include(refused[0]);
        }
    });

    it("runs out like any other where no account is named", async () => {
        expect(await saidOf({ ...sample, attestedOn: "2030-06-01" })).to.deep.equal([]);
        expect((await saidOf(sample))[0]).to.include("was signed off");
    });

    it("is none in anybody's place: without a day or a record nothing stands", async () => {
        expect(await saidOf({ ...sample, evidence: "" }, "123456789012")).to.have.length(1);
        expect(await saidOf({ ...sample, attestedOn: "2030-07-02" }, "123456789012")).to.have.length(1);
    });

    it("leaves real ones to run out, in samples, too", async () => {
        expect((await saidOf(ours, "123456789012"))[0]).to.include("was signed off 1337 days ago");
        expect(await saidOf({ ...ours, attestedOn: "2030-01-02" }, "904217715033")).to.deep.equal([]);
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
