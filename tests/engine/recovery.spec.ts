import { expect } from "chai";
import { bareNetwork } from "../support/engine/bare-network";
import { effectsOfSteps, nothing } from "../support/engine/effects";
import { makeEngineHome } from "../support/engine/engine-home";
import type { EngineHome } from "../support/engine/engine-home";
import type { EngineStack } from "../support/engine/engine-stack";
import { accountOf, environmentStack, settingsOf } from "../support/engine/environment-stack";
import { failOn, noFaults } from "../support/engine/faults";
import type { FaultPlan } from "../support/engine/faults";
import { differences, portraitOf } from "../support/engine/portrait";
import type { Portrait } from "../support/engine/portrait";
import { count } from "../support/engine/story-counts";

const oneAtATime = "--parallel=1";

describe("an update that is cut short", () => {
    let home: EngineHome | undefined;
    let stack: EngineStack;
    let undisturbed: Portrait;
    const settings = settingsOf("dev");
    const aws = accountOf(settings);

    const portrait = async () => portraitOf(aws.account, await stack.export());

    before(async () => {
        home = await makeEngineHome();
        stack = await environmentStack(home, aws, "dev", settings, bareNetwork);
        await stack.perform("up");
        undisturbed = await portrait();
    });

    beforeEach(async () => {
        aws.account.restore([]);
        await stack.import({ version: 3, deployment: {} });
    });

    after(() => home?.remove());

    /** Runs an update and signals it when it first makes something of a type. */
    async function upUntil(type: string, signal: NodeJS.Signals): Promise<void> {
        let send: (signal: NodeJS.Signals) => void = () => undefined;
        const faults: FaultPlan = (call) => {
            if (call.type.endsWith(`:${type}`)) {
                send(signal);
            }
            return noFaults(call);
        };
        const cut = await stack.attempt("up", {
            faults,
            delay: 20,
            checkpoints: true,
            flags: [oneAtATime],
            onStart: (sender) => (send = sender),
        });
        expect(cut.succeeded).to.equal(false);
        expect(aws.account.all().length).to.be.lessThan(Object.keys(undisturbed.account).length);
    }

    /** Deletes what was made and never recorded, found as its owner finds it: by the name it is tagged with. */
    async function dropOrphanOf(urn: string): Promise<void> {
        const name = urn.split("::").pop();
        const { orphans } = await portrait();
        expect(orphans).to.have.length(1);
        const [type, id] = orphans[0]!.split(" ") as [string, string];
        const { tags } = aws.account.need(type, id).properties;
        expect(tags).to.have.property("Name", name);
        aws.delete(type, id);
    }

    it("is resumed after its owner interrupted it", async () => {
        await upUntil("SecurityGroup", "SIGINT");
        expect(await portrait()).to.deep.include({ orphans: [], lost: [], unfinished: [] });
        await stack.perform("up");
        expect(differences(undisturbed, await portrait())).to.deep.equal([]);
    });

    it("is resumed after it was killed: the state names what was under way", async () => {
        await upUntil("NetworkAcl", "SIGKILL");
        await stack.command("cancel", "--yes");
        const { unfinished } = await portrait();
        expect(unfinished).to.have.length(1);
        await dropOrphanOf(unfinished[0]!);
        await stack.perform("refresh", { flags: ["--clear-pending-creates"] });
        await stack.perform("up");
        expect(differences(undisturbed, await portrait())).to.deep.equal([]);
        expect(effectsOfSteps((await stack.preview()).steps)).to.deep.equal(nothing);
    });

    for (const type of ["Vpc", "Subnet", "Eip", "NatGateway", "SecurityGroup", "RouteTable"]) {
        it(`is resumed after the provider died making a ${type}, which its name tag gives away`, async () => {
            const { calls } = await stack.perform("up");
            const call = calls.find(({ type: made }) => made.endsWith(`:${type}`))!;
            aws.account.restore([]);
            await stack.import({ version: 3, deployment: {} });
            const cut = await stack.attempt("up", {
                faults: failOn(call, "disconnected"),
                checkpoints: true,
                flags: [oneAtATime],
            });
            expect(cut.succeeded).to.equal(false);
            await dropOrphanOf(call.urn);
            await stack.perform("up");
            expect(differences(undisturbed, await portrait())).to.deep.equal([]);
            count("injected faults survived", 1);
        });
    }
});
