import { expect } from "chai";
import { readSettings } from "../../../stacks/settings/read-settings";
import { sections } from "../../../stacks/settings/schema";
import { SettingsError } from "../../../stacks/settings/settings-error";
import {
    declarations,
    problemsAfter,
    problemsOf,
    without,
    writtenSettings,
} from "../../support/written-settings";

describe("an environment's settings", () => {
    for (const stack of ["dev", "prod"]) {
        it(`of ${stack} are right as they stand`, () => {
            expect(problemsOf(writtenSettings(stack))).to.deep.equal([]);
        });
    }

    it("are declared and described in Pulumi.yaml, section by section", () => {
        const declared = declarations();
        expect(Object.keys(declared)).to.have.members(Object.keys(sections));
        for (const [key, { type, description }] of Object.entries(declared)) {
            expect(type, key).to.be.oneOf(["string", "object", "array"]);
            expect(description, key).to.match(/\.$/);
        }
    });

    it("keep what was written and take defaults for the rest", () => {
        const { sections, region } = writtenSettings("dev");
        const settings = readSettings({ sections: without(sections, "tags", "access", "ranges"), region });
        expect(settings).to.deep.include({
            name: "dev",
            region: "us-east-1",
            ranges: {},
            tags: {},
        });
        expect(settings.network.nat).to.equal("single");
        expect(settings.access.mode).to.equal("sessionManager");
    });

    it("are refused without a region", () => {
        const { sections } = writtenSettings("prod");
        const paths = problemsOf({ sections, region: undefined }).map((problem) => problem.path);
        expect(paths).to.deep.equal(["aws:region"]);
    });

    it("may hold an SSH bastion if the flow table leads to it", () => {
        const bastion = {
            access: { mode: "bastion" },
            ranges: { office: { cidrs: ["203.0.113.0/24"], via: "internet" } },
            ports: { app: 8080, "bastion-ssh": 2222 },
        };
        const found = problemsAfter(({ groups, flows }) => ({
            ...bastion,
            groups: { ...groups, bastion: { tier: "public", clients: "linux" } },
            flows: [
                ...flows,
                { from: "office", to: "bastion", port: "bastion-ssh", because: "administrators" },
                { from: "bastion", to: "app", port: "ssh", because: "administration" },
            ],
        }));
        expect(found).to.deep.equal([]);
    });

    it("are refused where the flow table opens a bastion that access denies", () => {
        const found = problemsAfter(({ groups }) => ({ groups: { ...groups, bastion: { tier: "public" } } }));
        expect(found.map((problem) => problem.path)).to.include("palisade:access.mode");
    });

    it("tell all problems of all sections at once", () => {
        const found = problemsAfter(({ network, flows }) => ({
            network: { ...network, cidr: "10.0.0.0/8", nat: "single", zones: { a: "use1-az1" } },
            tags: { Name: "everything" },
            flows: [...flows, { from: "ap", to: "db", port: "tcp/3307", because: "typo" }],
            netwrok: {},
        }));
        expect(found.map((problem) => problem.path)).to.have.members([
            "palisade:netwrok",
            "palisade:tags.Name",
            "palisade:network.cidr",
            "palisade:network.zones",
            "palisade:flows[7].from",
        ]);
    });

    it("are refused with an error that Pulumi prints without a stack trace", () => {
        const { sections, region } = writtenSettings("prod");
        expect(() => readSettings({ sections: { ...sections, name: 7 }, region }))
            .to.throw(SettingsError, /palisade:name: given 7; allowed text/)
            .with.property("__pulumiRunError", true);
    });
});
