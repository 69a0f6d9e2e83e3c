import { expect } from "chai";
import { violates } from "../../policy-pack/fault";
import { findingOf, findingText } from "../../policy-pack/finding-text";
import { switchesAreOff } from "./support/example-rule";

const vpc = "urn:pulumi:test::palisade::palisade:index:Network$aws:ec2/vpc:Vpc::seed";

describe("a finding", () => {
    const finding = findingOf(
        switchesAreOff,
        violates({ urn: `${vpc}-lamp`, property: "on" }, "is on", {
            evidence: [
                { label: "network", value: vpc },
                { label: `${vpc}#defaultNetworkAcl outbound`, value: "entry 100 allows all to 0.0.0.0/0" },
            ],
        }),
    );

    it("calls resources by their names, and leaves their URNs to whoever reads the data", () => {
        expect(finding.evidence).to.deep.equal([
            { label: "network", value: "seed", urn: vpc },
            { label: "seed's defaultNetworkAcl outbound", value: "entry 100 allows all to 0.0.0.0/0" },
        ]);
    });

    it("prints what is wrong, where, why it shows and how to fix it", () => {
        expect(findingText(finding).split("\n")).to.deep.equal([
            "seed-lamp on: is on",
            "  network: seed",
            "  seed's defaultNetworkAcl outbound: entry 100 allows all to 0.0.0.0/0",
            "Fix: Turn it off.",
        ]);
    });
});
