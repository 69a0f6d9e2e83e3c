import { expect } from "chai";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CloudResource } from "../support/engine/account";
import { changesPage, losses, readable } from "../support/engine/change-effects";
import type { ChangeEffects } from "../support/engine/change-effects";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { accountOf, environmentStack } from "../support/engine/environment-stack";
import { growing } from "../support/engine/everyday-changes";
import type { Deployment } from "../support/engine/stack-state";

interface EffectsByTitle {
    [title: string]: ChangeEffects;
}

const page = join(__dirname, "..", "..", "docs", "changes.md");
/** `UPDATE_GOLDEN=1` writes what the stories found; the difference is then reviewed like any other. */
const updating = process.env["UPDATE_GOLDEN"] === "1";
const found: { [environment: string]: EffectsByTitle } = {};

for (const { environment, settings, changes } of growing) {
    describe(`a change of ${environment}`, () => {
        let home: EngineHome | undefined;
        let stack: EngineStack;
        let begun: { readonly state: Deployment; readonly account: readonly CloudResource[] };
        const aws = accountOf(settings);
        const goldenFile = join(__dirname, `${environment}-changes.golden.json`);
        const golden = (
            existsSync(goldenFile) ? JSON.parse(readFileSync(goldenFile, "utf8")) : {}
        ) as EffectsByTitle;
        const effects: EffectsByTitle = (found[environment] = {});

        before(async () => {
            home = await makeEngineHome();
            stack = await environmentStack(home, aws, environment, settings);
            await stack.perform("up");
            begun = { state: await stack.export(), account: aws.account.save() };
        });

        afterEach(async () => {
            aws.account.restore(begun.account);
            await stack.import(begun.state);
        });

        after(() => {
            home?.remove();
            if (updating) {
                writeFileSync(goldenFile, `${JSON.stringify(effects, null, 2)}\n`);
            }
        });

        for (const { title, edit } of changes) {
            it(`does exactly what is written down, and then nothing more: ${title}`, async () => {
                stack.configure(edit(settings));
                const planned = effectsOfSteps((await stack.preview()).steps);
                const done = await stack.perform("up");
                expect(done.effects).to.deep.equal(planned);
                expect(done.effects.other).to.deep.equal([]);
                expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
                effects[title] = readable(done.effects);
                expect(losses(effects[title])).to.deep.equal([]);
                if (!updating) {
                    expect(effects[title]).to.deep.equal(golden[title]);
                }
            });
        }
    });
}

describe("what changes do", () => {
    it("is told in docs/changes.md as it was found", () => {
        const told = changesPage(growing.map((one) => ({ ...one, effects: found[one.environment]! })));
        if (updating) {
            writeFileSync(page, told);
        }
        expect(readFileSync(page, "utf8")).to.equal(told);
    });
});
