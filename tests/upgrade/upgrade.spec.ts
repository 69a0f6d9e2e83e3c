import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import type { RecordedRegistration, RegistrationAlias } from "../../cli/offline/recorded-registration";
import { resourceUrn } from "../../cli/offline/urn";
import { broken, goldenFile, registered, registeredBy, type Identities } from "./identity";

/**
 * What the last release registered. After a change that is meant to rename or replace, and that says so
 * in its commit, write it anew: UPDATE_GOLDEN=1 npx mocha tests/upgrade/upgrade.spec.ts
 */
const released = (stack: string): Identities =>
    JSON.parse(readFileSync(goldenFile(stack), "utf8")) as Identities;

describe("an upgrade from the last release", function () {
    this.timeout(60000);

    for (const stack of ["dev", "prod"]) {
        it(`renames nothing and replaces nothing in ${stack}`, async () => {
            const now = await registeredBy(stack);
            if (process.env["UPDATE_GOLDEN"] === "1") {
                writeFileSync(goldenFile(stack), `${JSON.stringify(now.identities, null, 1)}\n`);
            }
            expect(broken(released(stack), now)).to.deep.equal([]);
        });

        it(`knows ${stack}'s network by its addresses`, () => {
            const subnets = Object.entries(released(stack)).filter(([urn]) => urn.includes(":Subnet::"));
            expect(subnets.map(([, { fixed }]) => fixed["cidrBlock"])).to.have.members([
                "10.0.1.0/24",
                "10.0.2.0/24",
                "10.0.3.0/24",
                "10.0.4.0/24",
                "10.0.5.0/24",
                "10.0.6.0/24",
            ]);
        });
    }
});

describe("the guard of upgrades", () => {
    const network = "palisade:index:Network";
    const subnet = "aws:ec2/subnet:Subnet";

    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /** A network with a VPC and a subnet in it, as a program would register it. */
    function program(name: string, cidrBlock: string, aliases: readonly RegistrationAlias[] = []) {
        const urn = (type: string, its: string, parent?: string) =>
            resourceUrn("palisade", "test", parent, type, its);
        const parent = urn(network, name);
        const vpc = urn("aws:ec2/vpc:Vpc", name, parent);
        const one = (part: Partial<RecordedRegistration>): RecordedRegistration => ({
            urn: "",
            type: "",
            name,
            custom: true,
            remote: false,
            options: {},
            inputs: {},
            outputs: {},
            dependencies: [],
            propertyDependencies: {},
            ...part,
        });
        return registered([
            one({ urn: parent, type: network, custom: false, options: { aliases } }),
            one({ urn: vpc, type: "aws:ec2/vpc:Vpc", parent }),
            one({
                urn: urn(subnet, `${name}-public-a`, parent),
                type: subnet,
                name: `${name}-public-a`,
                parent,
                inputs: { cidrBlock, vpcId: unknown },
                propertyDependencies: { vpcId: [vpc] },
            }),
        ]);
    }

    const before = program("prod", "10.0.0.0/24").identities;

    it("is content with the same program", () => {
        expect(broken(before, program("prod", "10.0.0.0/24"))).to.deep.equal([]);
    });

    it("sees a rename of a component, with all that is in it", () => {
        expect(broken(before, program("edge", "10.0.0.0/24"))).to.have.length(3);
    });

    it("is content when an alias covers the rename, for the children too", () => {
        const renamed = program("edge", "10.0.0.0/24", [{ name: "prod" }]);
        expect(broken(before, renamed)).to.deep.equal([]);
        const byUrn = program("edge", "10.0.0.0/24", [
            resourceUrn("palisade", "test", undefined, network, "prod"),
        ]);
        expect(broken(before, byUrn)).to.deep.equal([]);
    });

    it("sees what would be replaced, under its new name too", () => {
        const told = /Subnet::prod-public-a would be replaced for its cidrBlock$/;
        for (const now of [
            program("prod", "10.0.1.0/24"),
            program("edge", "10.0.1.0/24", [{ name: "prod" }]),
        ]) {
            expect(broken(before, now)).to.have.length(1);
            expect(broken(before, now)[0]).to.match(told);
        }
    });
});
