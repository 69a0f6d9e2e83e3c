import { expect } from "chai";
import * as fc from "fast-check";
import { policiesOf } from "../../policy-pack/pack";
import { rules } from "../../policy-pack/rules";
import { standalone, everybody, ports } from "./support/groups";
import { judge } from "./support/judge";
import { planned, unknownText, type PlannedResource } from "./support/plan";
import { network } from "./support/base-network";

const today = "2026-11-23";

/** What may stand where anything else should. */
const junk = fc.oneof(
    fc.constantFrom<unknown>(null, "", [], {}, unknownText, true, -1, 1e308, "constructor", "__proto__"),
    fc.array(fc.constantFrom<unknown>(null, unknownText, {}, [[]], 0), { maxLength: 3 }),
    fc.string({ maxLength: 300 }),
    fc.dictionary(fc.string({ maxLength: 9 }), fc.constantFrom<unknown>(null, unknownText, [])),
);

const everything = planned(network, "unknown");
const places = everything.flatMap(({ urn, inputs }) =>
    Object.keys(inputs).map((property) => ({ urn, property })),
);

const spoilt = fc.array(fc.tuple(fc.constantFrom(...places), junk), { minLength: 1, maxLength: 4 });

function spoil(
    plan: readonly PlannedResource[],
    changes: readonly (readonly [(typeof places)[0], unknown])[],
) {
    return plan.map((one) => {
        const own = Object.fromEntries(
            changes.filter(([{ urn }]) => urn === one.urn).map(([{ property }, value]) => [property, value]),
        );
        return { ...one, inputs: { ...one.inputs, ...own }, outputs: { ...one.outputs, ...own } };
    });
}

const hole = planned(standalone({ ...ports(22), ...everybody }), "unknown").map((one) => ({
    ...one,
    urn: `${one.urn}-hole`,
    propertyDependencies: Object.fromEntries(
        Object.entries(one.propertyDependencies).map(([name, urns]) => [
            name,
            urns.map((urn) => `${urn}-hole`),
        ]),
    ),
}));

describe("the policies before hostile input", () => {
    it("stumble over nothing, and miss no hole beside it", async () => {
        await fc.assert(
            fc.asyncProperty(spoilt, async (changes) => {
                const findings = await judge(policiesOf(rules, { today }), [
                    ...spoil(everything, changes),
                    ...hole,
                ]);
                const stumbles = findings.filter(({ message }) =>
                    message.startsWith("the policy failed on it"),
                );
                expect(stumbles).to.deep.equal([]);
                const found = findings.filter(
                    ({ policy, verdict, urn }) =>
                        policy === "sg-admin-ports-public" &&
                        verdict === "violates" &&
                        urn?.endsWith("-hole"),
                );
                expect(found).to.have.length(1);
            }),
            { numRuns: 20 },
        );
    }).timeout(120_000);
});
