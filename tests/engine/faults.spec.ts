import { expect } from "chai";
import { bareNetwork } from "../support/engine/bare-network";
import { shortUrn } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack, StackConfig } from "../support/engine/engine-stack";
import { accountOf, edited, environmentStack, settingsOf } from "../support/engine/environment-stack";
import { failEveryFirst, failNth, failOn } from "../support/engine/faults";
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

    static async begin(environment: string, settings: StackConfig, program?: Program): Promise<Disturbed> {
        const home = await makeEngineHome();
        const aws = accountOf(settings);
        const stack = await environmentStack(home, aws, environment, settings, program);
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

    /** Fails an update from nothing at one call, and repeats it. */
    async failAt(call: Call): Promise<void> {
        const what = `${call.method} ${shortUrn(call.urn)}`;
        await this.clear();
        const failed = await this.stack.attempt("up", { faults: failOn(call, "refused") });
        expect(failed.succeeded, what).to.equal(false);
        await this.stack.perform("up");
        expect(differences(this.undisturbed, await this.portrait()), what).to.deep.equal([]);
        count(survived, 1);
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

/** The types whose every call was refused in turn. */
const typesOfBareNetwork = new Set<string>();

describe("an update of a bare network that fails", function () {
    this.timeout(1_800_000);
    let bare: Disturbed;

    before(async () => (bare = await Disturbed.begin("dev", settingsOf("dev"), bareNetwork)));

    after(() => bare?.home.remove());

    it("leaves nothing out of the state's sight when nothing fails", () => {
        expect(bare.undisturbed).to.deep.include({ orphans: [], lost: [], unfinished: [] });
    });

    it("ends as if undisturbed when it is repeated, whichever single call was refused", async () => {
        expect(bare.calls).to.have.length.greaterThan(80);
        for (const call of bare.calls) {
            await bare.failAt(call);
            typesOfBareNetwork.add(call.type);
        }
    });

    it("ends as if undisturbed when a slow provider refused its n-th call", async () => {
        for (const n of [1, 15, 30, 45, 60]) {
            await bare.clear();
            const failed = await bare.stack.attempt("up", { faults: failNth(n, "refused"), delay: 25 });
            expect(failed.succeeded, `call ${n}`).to.equal(false);
            await bare.stack.perform("up", { delay: 25 });
            expect(differences(bare.undisturbed, await bare.portrait()), `call ${n}`).to.deep.equal([]);
            count(survived, 1);
        }
    });

    it("ends as if undisturbed when every call was carried out and timed out all the same", async () => {
        await bare.clear();
        await bare.persist("up", "halfDone", bare.calls);
        expect(differences(bare.undisturbed, await bare.portrait())).to.deep.equal([]);
    });
});

describe("an update of dev that fails", function () {
    this.timeout(1_800_000);
    let dev: Disturbed;

    before(async () => (dev = await Disturbed.begin("dev", settingsOf("dev"))));

    beforeEach(() => dev.clear());

    after(() => dev?.home.remove());

    it("ends as if undisturbed when it is repeated, whichever further type was refused", async () => {
        const further = dev.calls.filter(({ type }) => !typesOfBareNetwork.has(type));
        const oneOfEachType = new Map(further.map((call) => [call.type, call]));
        expect(oneOfEachType.size).to.be.greaterThan(40);
        for (const call of oneOfEachType.values()) {
            await dev.failAt(call);
        }
    });

    it("ends as if undisturbed when every call fails once and it is repeated until none does", async () => {
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
        await dev.persist("destroy", "refused", dev.calls.map(deletion));
        expect(dev.aws.account.all()).to.deep.equal([]);
    });
});

describe("an update of prod that fails", function () {
    this.timeout(1_800_000);
    let prod: Disturbed;
    const unprotected = edited(settingsOf("prod"), "dataProtection", { deletionProtection: false });

    before(async () => (prod = await Disturbed.begin("prod", unprotected)));

    beforeEach(() => prod.clear());

    after(() => prod?.home.remove());

    it("ends as if undisturbed when every call fails once and it is repeated until none does", async () => {
        await prod.persist("up", "refused", prod.calls);
        expect(differences(prod.undisturbed, await prod.portrait())).to.deep.equal([]);
    });

    it("goes to the last resource when each deletion was refused", async () => {
        await prod.stack.perform("up");
        await prod.persist("destroy", "refused", prod.calls.map(deletion));
        expect(prod.aws.account.all()).to.deep.equal([]);
    });
});

const deletion = ({ urn, type }: Call): Call => ({ method: "delete", urn, type });
