import { expect } from "chai";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CloudResource } from "../support/engine/account";
import { changesPage, losses, readable } from "../support/engine/change-effects";
import type { ChangeEffects } from "../support/engine/change-effects";
import { changes, growing } from "../support/engine/dev-changes";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { accountOf, environmentStack } from "../support/engine/environment-stack";
import type { Deployment } from "../support/engine/stack-state";

const goldenFile = join(__dirname, "dev-changes.golden.json");
const page = join(__dirname, "..", "..", "docs", "changes.md");
/** `UPDATE_GOLDEN=1` writes what the stories found; the difference is then reviewed like any other. */
const updating = process.env["UPDATE_GOLDEN"] === "1";

describe("a change of dev", () => {
    let home: EngineHome | undefined;
    let stack: EngineStack;
    let begun: { readonly state: Deployment; readonly account: readonly CloudResource[] };
    const aws = accountOf(growing);
    const golden = (existsSync(goldenFile) ? JSON.parse(readFileSync(goldenFile, "utf8")) : {}) as {
        readonly [title: string]: ChangeEffects;
    };
    const found: { [title: string]: ChangeEffects } = {};

    before(async () => {
        home = await makeEngineHome();
        stack = await environmentStack(home, aws, "dev", growing);
        await stack.perform("up");
        begun = { state: await stack.export(), account: aws.account.save() };
    });

    afterEach(async () => {
        aws.account.restore(begun.account);
        await stack.import(begun.state);
    });

    after(() => home?.remove());

    for (const { title, edit } of changes) {
        it(`does exactly what is written down, and then nothing more: ${title}`, async () => {
            stack.configure(edit(growing));
            const planned = effectsOfSteps((await stack.preview()).steps);
            const done = await stack.perform("up");
            expect(readable(done.effects)).to.deep.equal(readable(planned));
            expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
            found[title] = readable(done.effects);
            expect(losses(found[title])).to.deep.equal([]);
            if (!updating) {
                expect(found[title]).to.deep.equal(golden[title]);
            }
        });
    }

    it("is told in docs/changes.md as it was found", () => {
        if (updating) {
            writeFileSync(goldenFile, `${JSON.stringify(found, null, 2)}\n`);
            writeFileSync(page, changesPage(found));
        }
        expect(readFileSync(page, "utf8")).to.equal(changesPage(found));
    });
});
