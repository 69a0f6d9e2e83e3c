import { expect } from "chai";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readProjectStack } from "../../cli/offline/project";
import type { ProjectStack } from "../../cli/offline/project";
import { runOffline } from "../../cli/offline/run-program";
import { allPairs } from "../support/all-pairs";
import { checkInputs } from "../support/engine/checked-inputs";
import type { Properties } from "../support/engine/property-values";
import { options, settingsOf } from "../support/environment-options";

const root = join(__dirname, "..", "..");
const examples = join(root, "examples");

/** What the provider would refuse of all that a stack registers, one line each. */
async function refused(project: ProjectStack): Promise<string[]> {
    const { registrations } = await runOffline(project);
    const resources = registrations.filter(({ type, custom }) => custom && type.startsWith("aws:"));
    expect(resources).to.have.length.greaterThan(20);
    return resources.flatMap(({ type, urn, inputs }) => {
        const name = urn.split("::").pop()!;
        const naming = { name, randomSeed: Buffer.from(urn) };
        const { failures } = checkInputs(type, {}, inputs as Properties, naming);
        return failures.map(({ property, reason }) => `${type} ${name} ${property} ${reason}`);
    });
}

/** A stack's settings with some changed: sections of ours, or settings of others by their whole key. */
function changed(project: ProjectStack, settings: { readonly [key: string]: unknown }): ProjectStack {
    const written = Object.entries(settings).map(([key, value]) => [
        key.includes(":") ? key : `palisade:${key}`,
        typeof value === "string" ? value : JSON.stringify(value ?? {}),
    ]);
    return { ...project, config: { ...project.config, ...Object.fromEntries(written) } };
}

// Names are made of the environment's name and, where they are global, of its region: both as long as they get.
const longest = { name: "abcdefghijklmnop", "aws:region": "ap-northeast-1" };
const zones = { a: "apne1-az1", b: "apne1-az2" };

describe("what the AWS provider makes of every argument", function () {
    this.timeout(120_000);

    for (const stack of ["dev", "prod"]) {
        const project = readProjectStack(root, stack);

        it(`refuses nothing of ${stack}`, async () => {
            expect(await refused(project)).to.deep.equal([]);
        });

        it(`refuses nothing of ${stack} under the longest name in the region with the longest`, async () => {
            const network = JSON.parse(project.config["palisade:network"]!) as object;
            const settings = { ...longest, network: { ...network, zones } };
            expect(await refused(changed(project, settings))).to.deep.equal([]);
        });
    }

    for (const example of readdirSync(examples)) {
        it(`refuses nothing of the example ${example}`, async () => {
            expect(await refused(readProjectStack(join(examples, example), "dev"))).to.deep.equal([]);
        });
    }

    for (const choice of allPairs(options)) {
        const told = Object.entries(choice).map(([option, value]) => `${option} ${value}`);

        it(`refuses nothing of ${told.sort().join(", ")}`, async () => {
            const settings = settingsOf(choice);
            const network = { ...(settings["network"] as object), zones };
            const prod = readProjectStack(root, "prod");
            expect(await refused(changed(prod, { ...settings, ...longest, network }))).to.deep.equal([]);
        });
    }
});
