import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import { goldenFile, identitiesOf, type Identities } from "./identity";

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
            const now = await identitiesOf(stack);
            if (process.env["UPDATE_GOLDEN"] === "1") {
                writeFileSync(goldenFile(stack), `${JSON.stringify(now, null, 1)}\n`);
            }
            const aliases = new Set(Object.values(now).flatMap((identity) => identity.aliases ?? []));
            const before = released(stack);
            const gone = Object.keys(before).filter((urn) => now[urn] === undefined && !aliases.has(urn));
            expect(gone, "resources that would be deleted and made anew under another name").to.deep.equal(
                [],
            );
            const replaced = Object.keys(before).filter(
                (urn) =>
                    now[urn] !== undefined &&
                    JSON.stringify(now[urn].fixed) !== JSON.stringify(before[urn]!.fixed),
            );
            expect(replaced, "resources that AWS cannot change in place").to.deep.equal([]);
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
