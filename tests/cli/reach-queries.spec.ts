import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../analysis/reachability/answer";
import { palisade } from "./palisade";

describe("palisade reach --queries", () => {
    let folder: string;

    before(async function () {
        this.timeout(60_000);
        folder = mkdtempSync(join(tmpdir(), "palisade-queries-"));
        const { out } = await palisade("preview", "dev", "--json", "--cwd", join(__dirname, "..", ".."));
        writeFileSync(join(folder, "dev.json"), out);
    });
    after(() => rmSync(folder, { recursive: true }));

    const batch = (queries: unknown, ...args: readonly string[]) => {
        const file = join(folder, "queries.json");
        writeFileSync(file, JSON.stringify(queries));
        return palisade("reach", join(folder, "dev.json"), "--queries", file, ...args);
    };
    const good = {
        from: { internet: "0.0.0.0/0" },
        to: { resource: "dev-alb-lb" },
        protocol: "tcp",
        port: 443,
    };

    it("answers in the same order, with what the questions' fields ask for", async () => {
        const { out, err, exitCode } = await batch(
            [
                good,
                { ...good, port: 3306, note: "what a writer notes is left alone" },
                { ...good, to: { ...good.to, address: "private" } },
                {
                    from: { resource: "dev-app-group" },
                    to: { ip: "8.8.8.8" },
                    protocol: 6,
                    port: 443,
                    sourcePort: null,
                },
                { ...good, to: { resource: "dev-app-group" }, via: "dev-alb-lb" },
            ],
            "--json",
        );
        expect([exitCode, err]).to.deep.equal([0, ""]);
        const answers = JSON.parse(out) as Answer[];
        expect(answers.map(({ verdict }) => verdict)).to.deep.equal([
            "reachable",
            "blocked",
            "blocked",
            "reachable",
            "reachable",
        ]);
        expect(answers[0]).to.include.keys("verdict", "codes", "path", "packet", "blockedBy");
        expect(answers[1]!.codes).to.include("ENI_SG_RULES_MISMATCH");
    });

    it("lists the verdicts for people", async () => {
        const { out } = await batch([good, { ...good, port: 22 }]);
        expect(out).to.match(/^0 {2,}reachable {2,}0\.0\.0\.0\/0 {2,}dev-alb-lb {2,}tcp 443$/m);
        expect(out).to.match(/^1 {2,}blocked .* tcp 22 +ENI_SG_RULES_MISMATCH/m);
    });

    it("names the index of every question that is malformed, all at once, and answers none", async () => {
        const { out, err, exitCode } = await batch(
            [
                good,
                { ...good, to: { resorce: "dev-alb-lb" } },
                { ...good, port: "https" },
                { ...good, protocol: undefined },
                "reach",
                { ...good, scope: "forever", sourceport: 1 },
                { ...good, from: { ip: "10.0.0.1", internet: "10.0.0.0/8" } },
            ],
            "--json",
        );
        expect([exitCode, out]).to.deep.equal([2, ""]);
        for (const problem of [
            'queries.json: [1].to.resorce: there is no such field; did you mean "resource"?',
            'queries.json: [2].port: "https" was given; allowed is a number from 0 to 65535',
            "queries.json: [3].protocol: nothing was given; allowed is tcp, udp, icmp or a number",
            'queries.json: [4]: "reach" was given; allowed is an object with from, to, protocol, port',
            'queries.json: [5].sourceport: there is no such field; did you mean "sourcePort"?',
            'queries.json: [5].scope: "forever" was given; allowed is session, request',
            'queries.json: [6].from: {"ip":"10.0.0.1","internet":"10.0.0.0/8"} was given',
        ]) {
            expect(err).to.contain(problem);
        }
        expect(err).not.to.contain("[0]");
    });

    it("takes numbers that are written as texts", async () => {
        const { out, exitCode } = await batch([{ ...good, port: "443", protocol: "6" }], "--json");
        expect(exitCode).to.equal(0);
        expect((JSON.parse(out) as Answer[]).map(({ verdict }) => verdict)).to.deep.equal(["reachable"]);
    });

    it("says unknown of whom the network does not have, and answers the other questions", async () => {
        const strangers = [
            { ...good, to: { resource: "nobody" } },
            { ...good, from: { resource: "nobody" } },
            { ...good, via: "no-balancer" },
        ];
        const { out, exitCode } = await batch([...strangers, good], "--json");
        const answers = JSON.parse(out) as Answer[];
        expect(exitCode).to.equal(0);
        expect(answers.map(({ verdict }) => verdict)).to.deep.equal([
            "unknown",
            "unknown",
            "unknown",
            "reachable",
        ]);
        expect(answers[0]!.codes).to.deep.equal(["NO_SOURCE_OR_DESTINATION"]);
        expect(answers.slice(0, 3).map(({ undecided }) => undecided[0]!.property)).to.deep.equal([
            "to.resource",
            "from.resource",
            "via",
        ]);
        expect(answers[0]!.undecided[0]!.reason).to.contain('no network interface belongs to "nobody"');
    });

    it("names the index of every question that means nothing in any network", async () => {
        const { err, exitCode, out } = await batch(
            [good, { ...good, from: { internet: "the moon" } }, { ...good, protocol: "carrier-pigeon" }],
            "--json",
        );
        expect([exitCode, out]).to.deep.equal([2, ""]);
        expect(err).to.contain('[1].from.internet: "the moon" is not an IPv4 or IPv6 block');
        expect(err).to.contain('[2].protocol: "carrier-pigeon" is not tcp');
        expect((await batch({ not: "a list" }, "--json")).err).to.contain("the questions are an array");
    });
});
