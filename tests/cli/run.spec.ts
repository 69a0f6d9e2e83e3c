import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PreviewReport } from "../../cli/report";
import { palisade } from "./palisade";

const specimen = join(__dirname, "specimens", "three-tiers");

const preview = (stack: string, ...args: readonly string[]) =>
    palisade("preview", stack, "--cwd", specimen, ...args);

describe("palisade preview", () => {
    it("prints everything it found as JSON, inputs as written", async () => {
        const { out, err, exitCode } = await preview("good", "--json");
        const report = JSON.parse(out) as PreviewReport;
        expect([exitCode, err]).to.deep.equal([0, ""]);
        expect(report).to.include.keys(
            "stack",
            "resources",
            "policies",
            "findings",
            "flows",
            "cost",
            "timings",
        );
        expect(report.stack).to.equal("good");
        const route = report.resources.find(({ name }) => name === "shop-app-b-internet");
        const urn = (type: string, name: string) => `urn:pulumi:good::three-tiers::${type}::${name}`;
        expect(route?.inputs).to.deep.equal({
            routeTableId: { ref: urn("aws:ec2/routeTable:RouteTable", "shop-app-b"), output: "id" },
            destinationCidrBlock: "0.0.0.0/0",
            natGatewayId: { ref: urn("aws:ec2/natGateway:NatGateway", "shop-nat-b"), output: "id" },
        });
        expect(route?.propertyDependencies).to.deep.equal({
            routeTableId: [urn("aws:ec2/routeTable:RouteTable", "shop-app-b")],
            natGatewayId: [urn("aws:ec2/natGateway:NatGateway", "shop-nat-b")],
        });
    });

    it("proves who reaches whom, each resource's zones taken together", async () => {
        const { flows } = JSON.parse((await preview("good", "--json")).out) as PreviewReport;
        const sessions = flows.map(({ from, to, certain }) => `${from.label} → ${to.label}: ${certain}`);
        expect(sessions).to.have.members([
            "internet → shop (LoadBalancer): tcp 443",
            "shop (LoadBalancer) → shop (Group): tcp 8080",
            "shop (Group) → shop (Instance): tcp 3306",
            "shop (Group) → internet: tcp 443",
            // The balancer's group is open to every address, the application's own among them.
            "shop (Group) → shop (LoadBalancer): tcp 443",
        ]);
        expect(flows.filter(({ undecided, inSomeZones }) => undecided ?? inSomeZones)).to.deep.equal([]);
    });

    it("draws resources, cost and a closing line for people, no wider than the terminal", async () => {
        const { out, exitCode } = await preview("good");
        expect(exitCode).to.equal(0);
        expect(out).to.contain("shop-db-b  ec2.Subnet  10.0.6.0/24 use1-az2");
        expect(out).to.match(/^total\s+\$\d/m);
        expect(out).to.match(/^✓ good: 41 resources · /m);
        expect(Math.max(...out.split("\n").map((line) => line.length))).to.be.at.most(100);
    });

    it("ends with 5 when a mandatory policy is violated, and with 0 when it only advises", async () => {
        const strict = await preview("good", "--policy-config", join(specimen, "strict.json"));
        expect(strict.exitCode).to.equal(5);
        expect(strict.out).to.contain("✗ default-sg-closed  high · mandatory");
        expect((await preview("good")).out).to.contain("! default-sg-closed  high · advisory");
    });

    it("ends with 2 and plans nothing when a setting has the wrong type", async () => {
        const { out, err, exitCode } = await preview("wrong");
        expect([exitCode, out]).to.deep.equal([2, ""]);
        expect(err).to.contain('databasePort: "many" is not of type integer');
    });

    it("ends with 2 and prints every problem when the program refuses its settings", async () => {
        const { out, err, exitCode } = await preview("refused");
        expect([exitCode, out]).to.deep.equal([2, ""]);
        expect(err).to.contain("2 problems; nothing was planned");
        expect(err).to.contain("databasePort: 70000 is not a port");
        expect(err).to.contain("zones: fewer than two");
    });

    it("ends with 1 and names the URN, without a stack trace, when two resources share one", async () => {
        const { out, err, exitCode } = await preview("twice");
        expect([exitCode, out]).to.deep.equal([1, ""]);
        expect(err).to.match(
            /^error: two resources have the URN urn:pulumi:twice::three-tiers::aws:ec2\/vpc:Vpc::shop/,
        );
        expect(err.trimEnd().split("\n")).to.have.lengthOf(1);
    });

    it("ends with 2 for a stack there is not, naming those there are", async () => {
        const { err, exitCode } = await preview("none");
        expect(exitCode).to.equal(2);
        expect(err).to.contain("the stacks here are good, refused, twice, wrong");
    });

    it("ends with 2 for a command there is not, naming the nearest", async () => {
        const { err, exitCode } = await palisade("prevew");
        expect(exitCode).to.equal(2);
        expect(err).to.contain("Did you mean preview?");
    });

    it("writes files in the formats that their names say, and refuses a name that says none", async () => {
        const folder = mkdtempSync(join(tmpdir(), "palisade-output-"));
        try {
            const file = join(folder, "report.json");
            expect((await preview("good", "--output", file)).exitCode).to.equal(0);
            expect((JSON.parse(readFileSync(file, "utf8")) as PreviewReport).stack).to.equal("good");
            const { err, exitCode } = await preview("good", "--output", join(folder, "report.doc"));
            expect([exitCode, err.includes("its ending names no format")]).to.deep.equal([2, true]);
        } finally {
            rmSync(folder, { recursive: true });
        }
    });

    it("leaves out the closing line with --quiet and tells each step with --verbose", async () => {
        expect((await preview("good", "--quiet")).out).not.to.contain("✓ good");
        const { err } = await preview("good", "--verbose");
        expect(err).to.match(/^settings \d+ ms\nprogram \d+ ms\n/);
    });
});
