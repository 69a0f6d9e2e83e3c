import { Secret, type ResourceValidationArgs } from "@pulumi/policy";
import * as proxy from "@pulumi/policy/proxy";
import * as secret from "@pulumi/policy/secret";
import { expect } from "chai";
import { remediation } from "../../policy-pack/remediation";
import type { AnyRule, Remedy } from "../../policy-pack/rule";
import { switchesAreOff, switchType } from "./support/example-rule";
import { unknownText } from "./support/plan";

type Wrapper = { [name: string]: (properties: object) => Record<string, unknown> };
const { unknownCheckingProxy } = proxy as unknown as Wrapper;
const { secretsPreservingProxy } = secret as unknown as Wrapper;

type Properties = Record<string, unknown>;

/** Runs fixes one after the other, on properties wrapped as the SDK wraps them (server.ts, deserialize.ts). */
function remedied(type: string, properties: Properties, ...remedies: readonly Remedy[]): boolean[] {
    let props = unknownCheckingProxy!(secretsPreservingProxy!(properties));
    const rules: AnyRule[] =
        remedies.length === 0
            ? [switchesAreOff]
            : remedies.map((remedy) => ({ ...switchesAreOff, remediate: () => remedy }));
    return rules.map((rule) => {
        const args = { type, urn: "urn:x", name: "lamp", props, getConfig: () => ({}) };
        const result = remediation(rule)(args as unknown as ResourceValidationArgs);
        // The next remediation gets what the last one returned, without the outer wrapper.
        props =
            (result as { __getSpecialProxyTarget?: Properties } | undefined)?.__getSpecialProxyTarget ??
            props;
        return result !== undefined;
    });
}

describe("an automatic fix", () => {
    it("changes what is wrong, and leaves the rest", () => {
        const properties = { on: true, colour: "red", options: { dim: true } };
        expect(remedied(switchType, properties)).to.deep.equal([true]);
        expect(properties).to.deep.equal({
            on: false,
            colour: "red",
            options: { dim: true, secret: "removed" },
        });
    });

    it("returns nothing where nothing is wrong, or the resource is another", () => {
        expect(remedied(switchType, { on: false, options: { secret: "removed" } })).to.deep.equal([false]);
        expect(remedied("test:index/other:Other", { on: true })).to.deep.equal([false]);
    });

    it("keeps a secret secret, whichever fix of several comes across it", () => {
        const properties: Properties = { on: true, options: new Secret({ dim: new Secret("low"), hops: 2 }) };
        const fixes: readonly Remedy[] = [
            { on: false },
            { "options.hops": 1 },
            { "options.dim": "high" },
            { on: false },
        ];
        expect(remedied(switchType, properties, ...fixes)).to.deep.equal([true, true, true, false]);
        expect(properties.on).to.equal(false);
        expect(properties.options).to.be.instanceOf(Secret);
        const { dim, hops } = (properties.options as Secret).value as { dim: Secret; hops: number };
        expect(hops).to.equal(1);
        expect(dim).to.be.instanceOf(Secret);
        expect(dim.value).to.equal("high");
    });

    it("finds its way through secret lists of secret blocks", () => {
        const properties: Properties = {
            disks: new Secret([new Secret({ size: 8 }), { encrypted: new Secret(false) }]),
        };
        remedied(switchType, properties, { "disks.0.encrypted": true }, { "disks.1.encrypted": true });
        const [first, second] = (properties.disks as Secret).value as [Secret, { encrypted: Secret }];
        expect(first).to.be.instanceOf(Secret);
        expect(first.value).to.deep.equal({ size: 8, encrypted: true });
        expect(second.encrypted).to.be.instanceOf(Secret);
        expect(second.encrypted.value).to.equal(true);
    });

    it("keeps what was absent or empty and secret as secret", () => {
        const properties: Properties = { options: new Secret(null) };
        remedied(switchType, properties, { "options.deep.on": false, "more.on": false });
        expect(properties.options).to.be.instanceOf(Secret);
        expect((properties.options as Secret).value).to.deep.equal({ deep: { on: false } });
        expect(properties.more).to.deep.equal({ on: false });
    });

    it("writes into the one block of a list", () => {
        const properties: Properties = { options: [{ dim: true }] };
        remedied(switchType, properties, { "options.on": false });
        expect(properties).to.deep.equal({ options: [{ dim: true, on: false }] });
    });

    it("takes away nothing that nobody knows yet", () => {
        const properties: Properties = { options: unknownText, colour: unknownText };
        expect(remedied(switchType, properties, { "options.on": false })).to.deep.equal([false]);
        expect(properties).to.deep.equal({ options: unknownText, colour: unknownText });
    });
});
