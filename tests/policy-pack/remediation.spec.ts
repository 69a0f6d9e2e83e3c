import { Secret, type ResourceValidationArgs } from "@pulumi/policy";
import { expect } from "chai";
import { remediation } from "../../policy-pack/remediation";
import { switchesAreOff, switchType } from "./support/example-rule";
import * as proxy from "@pulumi/policy/proxy";
import * as secret from "@pulumi/policy/secret";

type Wrapper = { [name: string]: (properties: object) => Record<string, unknown> };
const { unknownCheckingProxy } = proxy as unknown as Wrapper;
const { secretsPreservingProxy } = secret as unknown as Wrapper;

function remedied(type: string, properties: Record<string, unknown>): Record<string, unknown> | undefined {
    // As the SDK wraps properties for a remediation (server.ts, deserialize.ts).
    const props = unknownCheckingProxy!(secretsPreservingProxy!(properties));
    const args = { type, urn: "urn:x", name: "lamp", props, getConfig: () => ({}) };
    return remediation(switchesAreOff)(args as unknown as ResourceValidationArgs);
}

describe("an automatic fix", () => {
    it("changes what is wrong, and leaves the rest", () => {
        const properties = { on: true, colour: "red", options: { dim: true } };
        expect(remedied(switchType, properties)).to.not.equal(undefined);
        expect(properties).to.deep.equal({
            on: false,
            colour: "red",
            options: { dim: true, secret: "removed" },
        });
    });

    it("keeps a secret secret", () => {
        const properties = { on: true, options: { secret: new Secret("hunter2") } };
        remedied(switchType, properties);
        expect(properties.options.secret).to.be.instanceOf(Secret);
        expect(properties.options.secret.value).to.equal("removed");
    });

    it("returns nothing where nothing is wrong, or the resource is another", () => {
        expect(remedied(switchType, { on: false, options: { secret: "removed" } })).to.equal(undefined);
        expect(remedied("test:index/other:Other", { on: true })).to.equal(undefined);
    });
});
