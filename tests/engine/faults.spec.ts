import { expect } from "chai";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { edited, environmentStack, settingsOf } from "../support/engine/environment-stack";
import { failEveryFirst, failOn } from "../support/engine/faults";
import type { Call, Fault } from "../support/engine/faults";
import { differences, portraitOf } from "../support/engine/portrait";
import type { Portrait } from "../support/engine/portrait";
import { shortUrn } from "../support/engine/effects";
import { SimulatedAws } from "../support/engine/simulated-aws";
import type { Deployment } from "../support/engine/stack-state";
import { count } from "../support/engine/story-counts";

const survived = "injected faults survived";
const emptyStack: Deployment = { version: 3, deployment: {} };

describe("an update of dev that is disturbed", () => {
    let home: EngineHome;
    let stack: EngineStack;
    let calls: readonly Call[];
    let undisturbed: Portrait;
    const aws = new SimulatedAws();
    const settings = settingsOf("dev");

    const portrait = async () => portraitOf(aws.account, await stack.export());

    /** Back to where nothing exists. */
    async function clear(): Promise<void> {
        aws.account.restore([]);
        await stack.import(emptyStack);
        stack.configure(settings);
    }

    /** Repeats a command that fails wherever it can fail once, until nothing is left to fail. */
    async function persist(
        command: "up" | "destroy",
        fault: Fault,
        expected: readonly Call[],
    ): Promise<void> {
        const { plan, failed } = failEveryFirst(fault);
        let outcome = await stack.attempt(command, { faults: plan, flags: ["--continue-on-error"] });
        for (let attempts = 1; !outcome.succeeded && attempts < expected.length; attempts += 1) {
            outcome = await stack.attempt(command, { faults: plan, flags: ["--continue-on-error"] });
        }
        expect(outcome.succeeded, outcome.output).to.equal(true);
        expect([...failed]).to.include.members(expected.map(({ method, urn }) => `${method} ${urn}`));
        count(survived, failed.size);
    }

    before(async () => {
        home = await makeEngineHome();
        stack = await environmentStack(home, aws, "dev", settings);
        calls = (await stack.perform("up")).calls;
        undisturbed = await portrait();
    });

    beforeEach(clear);

    after(() => home.remove());

    it("leaves nothing out of the state's sight when all goes well", () => {
        expect(undisturbed).to.deep.include({ orphans: [], lost: [], unfinished: [] });
    });

    it("ends in the same state when any one call is refused and the update is repeated", async function () {
        this.timeout(calls.length * 15_000);
        for (const call of calls) {
            await clear();
            const failed = await stack.attempt("up", { faults: failOn(call, "refused") });
            expect(failed.succeeded, shortUrn(call.urn)).to.equal(false);
            await stack.perform("up");
            expect(differences(undisturbed, await portrait()), shortUrn(call.urn)).to.deep.equal([]);
            count(survived, 1);
        }
    });

    it("ends in the same state when every call times out once after it was carried out", async () => {
        await persist("up", "halfDone", calls);
        expect(differences(undisturbed, await portrait())).to.deep.equal([]);
    });

    it("ends in the same state when every call of a change is refused once", async () => {
        await stack.perform("up");
        const before = { state: await stack.export(), account: aws.account.save() };
        stack.configure(edited(settings, "network", { ipv6: true, nat: "perZone" }));
        const change = await stack.perform("up");
        const changed = await portrait();
        await stack.import(before.state);
        aws.account.restore(before.account);
        await persist("up", "refused", change.calls);
        expect(differences(changed, await portrait())).to.deep.equal([]);
    });

    it("goes to the last resource when every deletion is refused once", async () => {
        await stack.perform("up");
        await persist(
            "destroy",
            "refused",
            calls.map(({ urn, type }) => ({ method: "delete", urn, type })),
        );
        expect(aws.account.all()).to.deep.equal([]);
    });
});
