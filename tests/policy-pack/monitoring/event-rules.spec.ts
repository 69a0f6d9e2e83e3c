import { expect } from "chai";
import { admits } from "../../../policy-pack/monitoring/event-rules";

const call = ["detail", "eventName"];

describe("the pattern of an event rule", () => {
    it("lets through what it does not speak of", () => {
        expect(admits({}, call, "CreateVpc")).to.equal(true);
        expect(admits({ source: ["aws.ec2"] }, call, "CreateVpc")).to.equal(true);
        expect(admits({ detail: { eventSource: ["ec2.amazonaws.com"] } }, call, "CreateVpc")).to.equal(true);
    });

    it("lets through the values it lists", () => {
        const pattern = { detail: { eventName: ["CreateVpc", { prefix: "Delete" }, { suffix: "Acl" }] } };
        expect(admits(pattern, call, "CreateVpc")).to.equal(true);
        expect(admits(pattern, call, "DeleteVpc")).to.equal(true);
        expect(admits(pattern, call, "CreateNetworkAcl")).to.equal(true);
        expect(admits(pattern, call, "CreateRoute")).to.equal(false);
    });

    it("lets nothing through by a condition that is not understood", () => {
        const pattern = {
            detail: { eventName: [{ "anything-but": ["CreateVpc"] }, { exists: true }, null] },
        };
        expect(admits(pattern, call, "CreateRoute")).to.equal(false);
    });

    it("lets nothing through where it is malformed", () => {
        expect(admits({ detail: "CreateVpc" }, call, "CreateVpc")).to.equal(false);
        expect(admits({ detail: { eventName: "CreateVpc" } }, call, "CreateVpc")).to.equal(false);
        expect(admits({ detail: null }, call, "CreateVpc")).to.equal(false);
    });
});
