import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer } from "../../analysis/reachability/answer";
import type { ReachQuery } from "../../analysis/reachability/query";
import type { Reply } from "../../cli/reach/ask";
import type { ZoneReport } from "../../cli/reach/zone-report";
import type { ReportedPivot } from "../../cli/reach/pivot-report";
import type { PreviewReport } from "../../cli/report";
import { pulumiPreviewOf, stackExportOf } from "../support/network-files";
import { palisade } from "./palisade";

const project = join(__dirname, "..", "..");
const specimen = join(__dirname, "specimens", "three-tiers");
let folder: string;
/** What `palisade preview` says of both stacks, and the files it is in. */
const reports: { [stack: string]: PreviewReport } = {};
let dev: string;
let prod: string;

before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), "palisade-reach-"));
    for (const stack of ["dev", "prod"]) {
        const { out } = await palisade("preview", stack, "--json", "--cwd", project);
        reports[stack] = JSON.parse(out) as PreviewReport;
        written(`${stack}.json`, out);
    }
    dev = join(folder, "dev.json");
    prod = join(folder, "prod.json");
});
after(() => rmSync(folder, { recursive: true }));

function written(name: string, content: unknown): string {
    const file = join(folder, name);
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
}

const reach = (...args: readonly string[]) => palisade("reach", ...args, "--cwd", project);

async function asked(target: string, from: string, to: string, port: string, ...more: readonly string[]) {
    const { out, err, exitCode } = await reach(
        target,
        "--from",
        from,
        "--to",
        to,
        "--port",
        port,
        "--json",
        ...more,
    );
    return { reply: exitCode === 2 ? undefined : (JSON.parse(out) as Reply), err, exitCode };
}

describe("palisade reach", () => {
    for (const stack of ["dev", "prod"]) {
        it(`gives the same verdicts for ${stack} as a program, a preview, Pulumi's preview and a state`, async () => {
            const report = reports[stack]!;
            const hosts = [
                `${stack}-alb-lb`,
                `${stack}-app-group`,
                `${stack}-db-instance`,
                `${stack}-endpoints-ssm`,
                `${stack}-nat-a`,
            ];
            const ends: readonly ReachQuery["to"][] = [
                { internet: "0.0.0.0/0" },
                { internet: "0.0.0.0/0", service: "s3" },
                { ip: "10.0.5.17" },
                ...hosts.map((resource) => ({ resource })),
            ];
            const queries = ends.flatMap((from) =>
                ends
                    .filter((to) => to !== from && !("service" in from))
                    .flatMap((to) =>
                        [22, 80, 443, 3306, 8080].map((port) => ({ from, to, protocol: "tcp", port })),
                    ),
            );
            const file = written(`${stack}-queries.json`, queries);
            const targets = [
                stack,
                join(folder, `${stack}.json`),
                written(`${stack}-pulumi.json`, pulumiPreviewOf(report)),
                written(`${stack}-state.json`, stackExportOf(report)),
            ];
            const verdicts: string[][] = [];
            for (const target of targets) {
                const { out, err, exitCode } = await reach(target, "--queries", file, "--json");
                expect([exitCode, err]).to.deep.equal([0, ""]);
                verdicts.push((JSON.parse(out) as Answer[]).map(({ verdict }) => verdict));
            }
            expect(verdicts[0]).to.have.length(queries.length);
            expect(new Set(verdicts[0])).to.include.all.keys("reachable", "blocked");
            for (const [position, other] of verdicts.entries()) {
                const differing = queries.filter((_, index) => other[index] !== verdicts[0]![index]);
                expect(differing, targets[position]).to.deep.equal([]);
            }
        }).timeout(60_000);
    }

    it("explains a reachable session by its hops, the rules both ways and one packet", async () => {
        const { reply, exitCode } = await asked(prod, "internet", "alb", "https");
        expect(exitCode).to.equal(0);
        const [{ answer }] = reply!.pairs as [Reply["pairs"][0]];
        expect(reply!.verdict).to.equal("reachable");
        expect(answer.path.flatMap(({ rules }) => rules).map((urn) => urn.split("::").at(-1))).to.deep.equal([
            "prod-public-in-tcp-443-0.0.0.0-0",
            "prod-alb-in-internet-tcp-443",
        ]);
        expect(answer.replyPath.flatMap(({ rules }) => rules)).to.have.length(2);
        expect(answer.packet).to.include({ protocol: "tcp", destinationPort: 443 });
        const { out } = await reach(prod, "--from", "internet", "--to", "alb", "--port", "443");
        expect(out).to.match(/^reachable: internet → alb, tcp 443\n/);
        expect(out).to.match(/^ {2}security group +prod-alb ingress: allows tcp 443 from 0\.0\.0\.0\/0$/m);
        expect(out).not.to.contain("urn:pulumi");
        expect(Math.max(...out.split("\n").map((line) => line.length))).to.be.at.most(100);
    });

    it("names every obstacle of a blocked session with its code, and the least change", async () => {
        const { out, exitCode } = await reach(prod, "--from", "internet", "--to", "db", "--port", "mysql");
        expect(exitCode).to.equal(0);
        expect(out).to.match(/^blocked: internet → db, tcp 3306\n/);
        expect(out).to.contain(
            "  request  ENI_SG_RULES_MISMATCH: no ingress rule of prod-db allows tcp 3306",
        );
        expect(out).to.contain("  reply    NO_ROUTE_TO_DESTINATION:");
        expect(out).to.match(/The least change that opens it\n {2}1\. {2}add an ingress rule to prod-db/);
    });

    it("says what leaves an unknown session open", async () => {
        const report = reports["dev"]!;
        const resources = report.resources.map((resource) =>
            resource.name === "dev-db-in-app-tcp-3306"
                ? { ...resource, inputs: { ...resource.inputs, ipProtocol: { unknown: true } } }
                : resource,
        );
        const file = written("open.json", { ...report, resources });
        const { out } = await reach(file, "--from", "app", "--to", "db", "--port", "3306");
        expect(out).to.match(
            /^unknown: app → db, tcp 3306\n\nWhat leaves it open\n {2}dev-db-in-app-tcp-3306 ipProtocol: /,
        );
        expect((await asked(file, "app", "db", "3306", "--expect", "reachable")).exitCode).to.equal(5);
    });

    it("exits with 5 when the verdict is not the expected one", async () => {
        expect((await asked(dev, "internet", "db", "3306", "--expect", "blocked")).exitCode).to.equal(0);
        expect((await asked(dev, "internet", "db", "3306", "--expect", "reachable")).exitCode).to.equal(5);
        expect((await asked(dev, "internet", "alb", "443", "--expect", "blocked")).exitCode).to.equal(5);
    });

    it("takes a name, a URN, a group's key, a group's or component's name and a block for the same", async () => {
        const urn =
            "urn:pulumi:dev::palisade::palisade:index:Database$aws:rds/instance:Instance::dev-db-instance";
        for (const to of ["dev-db-instance", urn, "db", "dev-db", "10.0.5.0/24"]) {
            const { reply } = await asked(dev, "app", to, "mysql");
            expect(reply!.pairs, to).to.have.length(1);
            expect(reply!.pairs[0]!.to, to).to.equal("dev-db-instance");
            expect(reply!.verdict, to).to.equal("reachable");
        }
    });

    it("knows the ranges that the flow table names, by each of their blocks", async () => {
        const tiers = reports["dev"]!.resources.map((resource) =>
            resource.type === "palisade:index:SecurityTiers"
                ? {
                      ...resource,
                      inputs: {
                          ...resource.inputs,
                          ranges: { office: { cidrs: ["203.0.113.0/24", "198.51.100.7/32"] } },
                      },
                  }
                : resource,
        );
        const file = written("office.json", { ...reports["dev"], resources: tiers });
        const { reply } = await asked(file, "office", "alb", "https");
        expect(reply!.pairs.map(({ from, answer }) => [from, answer.packet?.source])).to.deep.equal([
            ["198.51.100.7/32", "198.51.100.7"],
            ["203.0.113.0/24", "203.0.113.10"],
        ]);
        expect((await asked(file, "ofice", "alb", "https")).err).to.contain('did you mean "office"?');
    });

    it("answers for every member of a group, and says when they differ", async () => {
        const { reply } = await asked(dev, "app", "endpoints", "https");
        expect(reply!.pairs.map(({ to }) => to)).to.have.members([
            "dev-endpoints-ssm",
            "dev-endpoints-ssmmessages",
            "dev-endpoints-ec2messages",
        ]);
        expect(reply!.verdict).to.equal("reachable");
        expect((await asked(dev, "app", "10.0.0.0/16", "mysql")).reply!.verdict).to.equal("mixed");
    });

    it("lists whom an ambiguous name can mean, and the nearest name to one that nobody has", async () => {
        const args = ["--from", "internet", "--to", "shop", "--port", "443", "--cwd", specimen];
        const ambiguous = await palisade("reach", "good", ...args);
        expect(ambiguous.exitCode).to.equal(2);
        expect(ambiguous.err).to.match(/^✗ --to: "shop" can mean any of these; name one by its URN\n/);
        expect(ambiguous.err).to.contain(
            "      urn:pulumi:good::three-tiers::aws:lb/loadBalancer:LoadBalancer::shop\n",
        );
        expect(ambiguous.err).to.contain(
            "      urn:pulumi:good::three-tiers::aws:rds/instance:Instance::shop\n",
        );
        const mistyped = await asked(dev, "internet", "dev-db-instanc", "443");
        expect([mistyped.exitCode, mistyped.err]).to.deep.equal([
            2,
            '✗ --to: nothing is called "dev-db-instanc"; did you mean "dev-db-instance"?\n',
        ]);
        expect((await asked(dev, "internet", "zzz", "443")).err).to.contain(
            "there are internet, alb, app, db",
        );
        expect((await asked(dev, "internet", "dev-public", "443")).err).to.contain(
            "has no network interface",
        );
    });

    it("refuses what is no port, block, file or question, saying what is allowed", async () => {
        expect((await asked(dev, "internet", "alb", "htps")).err).to.contain('did you mean "https"?');
        expect((await asked(dev, "internet", "alb", "tcp/70000")).err).to.contain("from 0 to 65535");
        expect((await asked(dev, "10.0.0.1/8", "alb", "443")).err).to.contain("did you mean 10.0.0.0/8?");
        expect((await asked("gone.json", "internet", "alb", "443")).err).to.equal(
            "✗ gone.json: there is no such file\n",
        );
        const stranger = written("stranger.json", { hello: "world" });
        expect((await asked(stranger, "internet", "alb", "443")).err).to.contain(
            "an object with hello; what can be read",
        );
        const torn = written("torn.json", '{"steps": [');
        expect((await asked(torn, "internet", "alb", "443")).err).to.contain("torn.json: ");
        const nothing = await reach(dev, "--from", "internet");
        expect([nothing.exitCode, nothing.err]).to.deep.equal([
            2,
            "✗ --to, --port missing; ask about a session (--from internet --to db --port tcp/3306), " +
                "or give --matrix, --pivots, --zones, --lint or --queries\n",
        ]);
        expect((await reach(dev, "--lint", "--expect", "blocked")).exitCode).to.equal(2);
        expect((await reach(dev, "--matrix", "--lint")).err).to.equal(
            "✗ --matrix and --lint: ask for one at a time\n",
        );
    });

    it("prints the matrix, the chains over machines, and what has no effect", async () => {
        const { out } = await reach(prod, "--matrix");
        expect(out).to.match(/^internet +· +80, 443/m);
        const { flows } = JSON.parse((await reach(prod, "--matrix", "--json")).out) as Pick<
            PreviewReport,
            "flows"
        >;
        expect(flows.map(({ from, to }) => `${from.label} ${to.label}`)).to.include(
            "prod-app-group prod-db-instance",
        );
        const found = await reach(prod, "--pivots", "--from", "internet", "--to", "db", "--json");
        const { pivots } = JSON.parse(found.out) as { readonly pivots: readonly ReportedPivot[] };
        expect(
            pivots.map(({ sessions }) => sessions.map(({ to, traffic }) => `${to} ${traffic}`)),
        ).to.deep.equal([
            ["prod-alb-lb tcp 80, 443", "prod-app-group tcp 8080", "prod-db-instance tcp 3306"],
        ]);
        expect((await reach(prod, "--pivots", "--from", "internet", "--to", "db")).out).to.contain(
            "internet ─80, 443→ prod-alb-lb ─8080→ prod-app-group ─3306→ prod-db-instance\n",
        );
        expect((await reach(dev, "--lint")).out).to.equal("Every rule, entry and group has an effect.\n");
        expect((await reach(prod, "--lint")).out).to.equal(
            "Groups without members\n  prod-incidents-quarantine: no interface carries the group\n",
        );
    });

    it("tells which declared flows survive the loss of each zone and NAT gateway", async () => {
        const survivorsOf = async (file: string) => {
            const { out } = await reach(file, "--zones", "--json");
            const [table] = (JSON.parse(out) as { readonly tables: readonly ZoneReport[] }).tables;
            return table!.losses.map(({ name, failures }) => [
                name.split("::").at(-1),
                failures.map(({ from, to }) => `${from} ${to}`),
            ]);
        };
        expect(await survivorsOf(prod)).to.deep.equal([
            ["use1-az1", []],
            ["use1-az2", []],
            ["prod-nat-a", []],
            ["prod-nat-b", []],
        ]);
        expect(await survivorsOf(dev)).to.deep.equal([
            ["use1-az1", ["app db", "app internet"]],
            ["use1-az2", ["app db"]],
            ["dev-nat-a", ["app internet"]],
        ]);
        expect((await reach(dev, "--zones")).out).to.contain("✗ without NAT gateway dev-nat-a: 6 of these\n");
        expect((await palisade("reach", "good", "--zones", "--cwd", specimen)).exitCode).to.equal(2);
    });
});
