import { expect } from "chai";
import { bareNetwork } from "../support/engine/bare-network";
import { shortUrn } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack, StackConfig } from "../support/engine/engine-stack";
import { accountOf, edited, environmentStack, settingsOf } from "../support/engine/environment-stack";
import { failEveryFirst, failOn } from "../support/engine/faults";
import type { Call, Fault } from "../support/engine/faults";
import { differences, portraitOf } from "../support/engine/portrait";
import type { Program } from "../support/engine/language-server";
import type { Portrait } from "../support/engine/portrait";
import type { SimulatedAws } from "../support/engine/simulated-aws";
import { count } from "../support/engine/story-counts";

const survived = "injected faults survived";

/** A stack that has been up undisturbed once, and what that left. */
class Disturbed {
    private constructor(
        readonly home: EngineHome,
        readonly aws: SimulatedAws,
        readonly stack: EngineStack,
        readonly settings: StackConfig,
        readonly calls: readonly Call[],
        readonly undisturbed: Portrait,
    ) {}

    static async begin(program?: Program): Promise<Disturbed> {
        const home = await makeEngineHome();
        const settings = settingsOf("dev");
        const aws = accountOf(settings);
        const stack = await environmentStack(home, aws, "dev", settings, program);
        const { calls } = await stack.perform("up");
        const undisturbed = portraitOf(aws.account, await stack.export());
        return new Disturbed(home, aws, stack, settings, calls, undisturbed);
    }

    portrait = async (): Promise<Portrait> => portraitOf(this.aws.account, await this.stack.export());

    /** Back to where nothing exists. */
    async clear(): Promise<void> {
        this.aws.account.restore([]);
        await this.stack.import({ version: 3, deployment: {} });
        this.stack.configure(this.settings);
    }

    /** Repeats a command that fails wherever it can fail once, until nothing is left to fail. */
    async persist(command: "up" | "destroy", fault: Fault, expected: readonly Call[]): Promise<void> {
        const { plan, failed } = failEveryFirst(fault);
        const attempt = () => this.stack.attempt(command, { faults: plan, flags: ["--continue-on-error"] });
        let outcome = await attempt();
        for (let attempts = 1; !outcome.succeeded && attempts < expected.length; attempts += 1) {
            outcome = await attempt();
        }
        expect(outcome.succeeded, outcome.output).to.equal(true);
        expect([...failed]).to.include.members(expected.map(({ method, urn }) => `${method} ${urn}`));
        count(survived, failed.size);
    }
}

describe("an update of a bare network that fails", function () {
    this.timeout(900_000);
    let bare: Disturbed;

    before(async () => (bare = await Disturbed.begin(bareNetwork)));

    after(() => bare?.home.remove());

    it("leaves nothing out of the state's sight when nothing fails", () => {
        expect(bare.undisturbed).to.deep.include({ orphans: [], lost: [], unfinished: [] });
    });

    it("ends as if undisturbed when it is repeated, whichever type of resource was refused", async () => {
        const oneOfEachType = new Map(bare.calls.map((call) => [call.type, call]));
        for (const call of oneOfEachType.values()) {
            await bare.clear();
            const failed = await bare.stack.attempt("up", { faults: failOn(call, "refused") });
            expect(failed.succeeded, shortUrn(call.urn)).to.equal(false);
            await bare.stack.perform("up");
            expect(differences(bare.undisturbed, await bare.portrait()), shortUrn(call.urn)).to.deep.equal(
                [],
            );
            count(survived, 1);
        }
    });

    it("ends as if undisturbed when every call was carried out and timed out all the same", async () => {
        await bare.clear();
        await bare.persist("up", "halfDone", bare.calls);
        expect(differences(bare.undisturbed, await bare.portrait())).to.deep.equal([]);
    });
});

describe("an update of dev in which every call fails once", function () {
    this.timeout(900_000);
    let dev: Disturbed;

    before(async () => (dev = await Disturbed.begin()));

    beforeEach(() => dev.clear());

    after(() => dev?.home.remove());

    it("ends as if undisturbed when each call was refused", async () => {
        await dev.persist("up", "refused", dev.calls);
        expect(differences(dev.undisturbed, await dev.portrait())).to.deep.equal([]);
    });

    it("ends as if undisturbed when each call of a change was refused", async () => {
        await dev.stack.perform("up");
        const before = { state: await dev.stack.export(), account: dev.aws.account.save() };
        dev.stack.configure(edited(dev.settings, "network", { ipv6: true, nat: "perZone" }));
        const change = await dev.stack.perform("up");
        const changed = await dev.portrait();
        await dev.stack.import(before.state);
        dev.aws.account.restore(before.account);
        await dev.persist("up", "refused", change.calls);
        expect(differences(changed, await dev.portrait())).to.deep.equal([]);
    });

    it("goes to the last resource when each deletion was refused", async () => {
        await dev.stack.perform("up");
        await dev.persist(
            "destroy",
            "refused",
            dev.calls.map(({ urn, type }) => ({ method: "delete", urn, type })),
        );
        expect(dev.aws.account.all()).to.deep.equal([]);
    });
});
