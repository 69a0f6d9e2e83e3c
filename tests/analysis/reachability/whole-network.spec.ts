import { expect } from "chai";
import type { NetworkModel } from "../../../analysis/model/network-model";
import { matrix } from "../../../analysis/reachability/build-matrix";
import type { Intent } from "../../../analysis/reachability/intent";
import { intentGaps } from "../../../analysis/reachability/intent-gaps";
import { checkInvariants } from "../../../analysis/reachability/invariants";
import { lints } from "../../../analysis/reachability/lints";
import { pivots } from "../../../analysis/reachability/pivots";
import { diffReachability } from "../../../analysis/reachability/reachability-diff";
import { readFlowTraffic } from "../../../analysis/reachability/flow-text";
import { formatTraffic } from "../../../analysis/reachability/traffic-set";
import { zoneFailures } from "../../../analysis/reachability/zone-failures";
import { addressesOf } from "../../../packets/address-set";
import { NetworkBuilder } from "../../support/network-builder";

/** Two zones of alb, app and db, a bastion, and one NAT gateway in zone a. */
function twoZones(): NetworkBuilder {
    const network = new NetworkBuilder()
        .vpc("vpc", ["10.0.0.0/16"])
        .internetGateway("igw", "vpc")
        .table("public", "vpc", { "0.0.0.0/0": "internetGateway igw" })
        .table("private", "vpc", { "0.0.0.0/0": "natGateway nat" })
        .table("isolated", "vpc", {})
        .group("sg-alb", "vpc", ["in tcp 443 0.0.0.0/0", "out tcp 8080 sg-app"])
        .group("sg-app", "vpc", [
            "in tcp 8080 sg-alb",
            "in tcp 22 sg-bastion",
            "out tcp 3306 sg-db",
            "out tcp 443 0.0.0.0/0",
        ])
        .group("sg-db", "vpc", ["in tcp 3306 sg-app"])
        .group("sg-bastion", "vpc", ["in tcp 2222 203.0.113.0/24", "out tcp 22 sg-app"]);
    ["a", "b"].forEach((letter, slot) => {
        const zone = `use1-az${slot + 1}`;
        network
            .subnet(`public-${letter}`, "vpc", [`10.0.${slot}.0/24`], { routeTable: "public", zone })
            .subnet(`app-${letter}`, "vpc", [`10.0.1${slot}.0/24`], { routeTable: "private", zone })
            .subnet(`db-${letter}`, "vpc", [`10.0.2${slot}.0/24`], { routeTable: "isolated", zone })
            .host(`alb-${letter}`, `public-${letter}`, ["sg-alb"], { publicIpv4: "yes" })
            .host(`app-${letter}`, `app-${letter}`, ["sg-app"])
            .host(`db-${letter}`, `db-${letter}`, ["sg-db"]);
    });
    return network
        .nat("nat", "vpc", "public-a")
        .host("bastion", "public-a", ["sg-bastion"], { publicIpv4: "yes" });
}

const flow = (from: string, to: string, port: string, position: number): Intent["flows"][number] => ({
    path: `flows[${position}]`,
    from,
    to,
    port,
    traffic: readFlowTraffic(port, new Map())!,
    because: "a test",
});

const intent: Intent = {
    urn: "tiers",
    groups: new Map(
        ["alb", "app", "db", "bastion"].map((key) => [
            key,
            { securityGroup: `sg-${key}`, preservesClientIp: false },
        ]),
    ),
    ranges: new Map([["office", { addresses: addressesOf("203.0.113.0/24"), via: "internet" }]]),
    flows: [
        flow("internet", "alb", "https", 0),
        flow("alb", "app", "tcp/8080", 1),
        flow("app", "db", "mysql", 2),
        flow("app", "internet", "https", 3),
        flow("office", "bastion", "tcp/2222", 4),
        flow("bastion", "app", "ssh", 5),
    ],
    undecided: [],
};

describe("the matrix", () => {
    it("holds exactly the sessions of each pair of classes", () => {
        const effect = matrix(twoZones().model());
        const pairs = effect.cells.map(
            (cell) => `${cell.from.label} > ${cell.to.label} ${formatTraffic(cell.certain)}`,
        );
        expect(pairs).to.include.members([
            "internet > alb-a tcp 443",
            "internet > bastion tcp 2222",
            "alb-a > app-b tcp 8080",
            "app-a > db-a tcp 3306",
            "app-b > internet tcp 443",
            "bastion > app-a tcp 22",
        ]);
        // Both may call anybody and be called by anybody on 443, by their private addresses as well.
        expect(pairs).to.include("app-a > alb-b tcp 443");
        expect(pairs).to.have.length(2 + 1 + 4 + 4 + 2 + 2 + 4);
        const [alb] = effect.classesOf("alb-a");
        const [app] = effect.classesOf("app-a");
        expect(effect.witness(effect.between(alb!, app!)[0]!).verdict).to.equal("reachable");
        const [db] = effect.classesOf("db-a");
        expect(effect.between(db!, alb!)).to.deep.equal([]);
    });

    it("makes one class of a hundred interfaces that nothing tells apart", () => {
        const network = twoZones();
        for (let number = 0; number < 100; number += 1) {
            network.host(`more-${number}`, "app-a", ["sg-app"]);
        }
        const effect = matrix(network.model());
        expect(effect.classesOf("more-7")).to.deep.equal(effect.classesOf("app-a"));
        expect(effect.classesOf("app-a")[0]!.interfaces).to.have.length(101);
    });
});

describe("intent against effect", () => {
    it("finds no gap where the rules are what the flows say", () => {
        expect(intentGaps(twoZones().model(), intent)).to.deep.equal([]);
    });

    it("shows undeclared reachability with a packet and the rules that let it through", () => {
        const network = twoZones().group("sg-db", "vpc", ["in tcp 3306 sg-app", "in tcp 22 10.0.0.0/16"]);
        network.group("sg-bastion", "vpc", ["in tcp 2222 203.0.113.0/24", "out tcp 22 10.0.0.0/16"]);
        const gaps = intentGaps(network.model(), intent);
        expect(gaps.map((gap) => [gap.kind, gap.from, gap.to, formatTraffic(gap.traffic)])).to.deep.equal([
            ["undeclared", "bastion", "db", "tcp 22"],
        ]);
        expect(gaps[0]!.answer.verdict).to.equal("reachable");
        expect(gaps[0]!.answer.packet).to.include({ protocol: "tcp", destinationPort: 22 });
        expect(gaps[0]!.answer.path.flatMap((hop) => hop.rules)).to.include("sg-db:in tcp 22 10.0.0.0/16");
    });

    it("tells the rest of the internet from a range that is part of it", () => {
        const network = twoZones().group("sg-bastion", "vpc", [
            "in tcp 2222 203.0.0.0/16",
            "out tcp 22 sg-app",
        ]);
        const gaps = intentGaps(network.model(), intent);
        expect(gaps.map((gap) => [gap.kind, gap.from, gap.to])).to.deep.equal([
            ["undeclared", "internet", "bastion"],
        ]);
    });

    it("names everything that blocks a declared flow", () => {
        const network = twoZones().group("sg-db", "vpc", []);
        const gaps = intentGaps(network.model(), intent);
        expect(gaps).to.have.length(1);
        expect(gaps[0]).to.include({ kind: "blocked", from: "app", to: "db" });
        expect(gaps[0]!.answer.codes).to.deep.equal(["SG_HAS_NO_RULES"]);
    });

    it("holds a flow of a group to itself against each two of its members, however alike, and not one alone", () => {
        const mesh: Intent = { ...intent, flows: [...intent.flows, flow("db", "db", "mysql", 6)] };
        const lonely = twoZones();
        lonely.interfaces.delete("db-b");
        expect(intentGaps(lonely.model(), mesh)).to.deep.equal([]);
        for (let number = 0; number < 5; number += 1) {
            lonely.host(`more-${number}`, "db-a", ["sg-db"]);
        }
        const gaps = intentGaps(lonely.model(), mesh);
        expect(gaps.map(({ kind, from, to }) => `${kind} ${from} ${to}`)).to.deep.equal(["blocked db db"]);
        expect(gaps[0]!.answer.codes).to.include("ENI_SG_RULES_MISMATCH");
    });

    it("counts what the plan leaves open as reachable", () => {
        const network = twoZones().group("sg-db", "vpc", ["in tcp 3306 sg-app", "in tcp 22 ?"]);
        network.group("sg-app", "vpc", [
            "in tcp 8080 sg-alb",
            "in tcp 22 sg-bastion",
            "out tcp 3306 sg-db",
            "out tcp 443 0.0.0.0/0",
            "out tcp 22 sg-db",
        ]);
        const [gap, ...others] = intentGaps(network.model(), intent);
        expect(others).to.deep.equal([]);
        expect(gap).to.include({ kind: "undeclared", from: "app", to: "db" });
        expect(gap!.answer.verdict).to.equal("unknown");
        expect(gap!.answer.undecided[0]).to.include({ property: "cidrIpv4" });
    });
});

describe("the loss of a zone", () => {
    it("breaks what depends on its NAT gateway, and what has members nowhere else", () => {
        const failures = zoneFailures(twoZones().model(), intent).map(
            ({ lost, flow: { from, to } }) => `${lost.name}: ${from} > ${to}`,
        );
        expect(failures).to.deep.equal([
            "use1-az1: app > internet",
            "use1-az1: office > bastion",
            "use1-az1: bastion > app",
            "nat: app > internet",
        ]);
    });

    it("breaks nothing where every zone has its own NAT gateway and members of each group", () => {
        const network = twoZones()
            .nat("nat-b", "vpc", "public-b")
            .table("private-b", "vpc", { "0.0.0.0/0": "natGateway nat-b" })
            .subnet("app-b", "vpc", ["10.0.11.0/24"], { routeTable: "private-b", zone: "use1-az2" })
            .host("bastion-b", "public-b", ["sg-bastion"], { publicIpv4: "yes" });
        expect(zoneFailures(network.model(), intent)).to.deep.equal([]);
    });
});

describe("pivots", () => {
    it("leads from the internet over the bastion and the app to the database", () => {
        const [pivot] = pivots(twoZones().model(), { internet: "203.0.113.7" }, { resource: "db-a" });
        expect(pivot!.certain).to.equal(true);
        expect(pivot!.sessions.map((session) => session.to.label)).to.have.length(3);
        expect(pivot!.sessions.at(-1)!.to.label).to.equal("db-a");
    });

    it("starts at the internet itself, never within the network", () => {
        const found = pivots(twoZones().model(), { internet: "0.0.0.0/0" }, { resource: "db-a" });
        expect(found).to.not.be.empty;
        expect(new Set(found.map(({ sessions }) => sessions[0]!.from.label))).to.deep.equal(
            new Set(["internet"]),
        );
    });
});

describe("the semantic difference of two networks", () => {
    it("is empty when a block is only written in halves", () => {
        const halves = twoZones().group("sg-alb", "vpc", [
            "in tcp 443 0.0.0.0/1",
            "in tcp 443 128.0.0.0/1",
            "out tcp 8080 sg-app",
        ]);
        expect(diffReachability(twoZones().model(), halves.model())).to.deep.equal([]);
    });

    it("tells what opens and what closes, to parts of the internet too", () => {
        const changed = twoZones()
            .group("sg-bastion", "vpc", ["in tcp 2222 198.51.100.0/24", "out tcp 22 sg-app"])
            .group("sg-db", "vpc", ["in tcp 3306 sg-app", "in tcp 3306 sg-alb"])
            .group("sg-alb", "vpc", ["in tcp 443 0.0.0.0/0", "out tcp 8080 sg-app", "out tcp 3306 sg-db"]);
        const changes = diffReachability(twoZones().model(), changed.model()).map(
            (change) =>
                `${change.from} > ${change.to}: +${formatTraffic(change.opened)} -${formatTraffic(change.closed)}`,
        );
        expect(changes).to.have.members([
            "alb-a > db-a: +tcp 3306 -nothing",
            "alb-a > db-b: +tcp 3306 -nothing",
            "alb-b > db-a: +tcp 3306 -nothing",
            "alb-b > db-b: +tcp 3306 -nothing",
            "198.51.100.0/24 > bastion: +tcp 2222 -nothing",
            "203.0.113.0/24 > bastion: +nothing -tcp 2222",
        ]);
    });
});

describe("invariants", () => {
    const check = (model: NetworkModel, kind: "neverReachable" | "mustReach", to: string, port: string) =>
        checkInvariants(model, [
            { kind, from: "internet", to: { resource: to }, traffic: readFlowTraffic(port, new Map())! },
        ]).map((breach) => [breach.to, breach.answer.verdict]);

    it("prove that nothing from the internet reaches app or db, and that it reaches the load balancer", () => {
        const model = twoZones().model();
        expect(check(model, "neverReachable", "db-*", "mysql")).to.deep.equal([]);
        expect(check(model, "neverReachable", "app-*", "tcp/8080")).to.deep.equal([]);
        expect(check(model, "mustReach", "alb-*", "https")).to.deep.equal([]);
    });

    it("give a counterexample for each resource that breaks one", () => {
        const model = twoZones().model();
        expect(check(model, "neverReachable", "alb-*", "https")).to.deep.equal([
            ["alb-a", "reachable"],
            ["alb-b", "reachable"],
        ]);
        expect(check(model, "mustReach", "db-a", "mysql")).to.deep.equal([["db-a", "blocked"]]);
    });
});

describe("lints", () => {
    it("find shadowed entries, subsumed rules, unused rules and blocked replies", () => {
        const network = twoZones()
            .acl("narrow", "vpc", [
                "100 allow tcp 0-65535 in 10.0.0.0/16",
                "110 deny tcp 22 in 10.0.0.0/24",
                "100 deny all out 10.0.10.0/24",
                "110 allow all out 10.0.0.0/16",
            ])
            .group("sg-nobody", "vpc", [])
            .group("sg-db", "vpc", ["in tcp 3306 sg-app", "in tcp 3306 sg-nobody", "in tcp 3306 sg-app"]);
        network.subnet("db-a", "vpc", ["10.0.20.0/24"], { routeTable: "isolated", networkAcl: "narrow" });
        const found = lints(network.model());
        const kinds = found.map((lint) => `${lint.kind} ${lint.urn}`);
        expect(kinds).to.have.members([
            "shadowedEntry narrow:110in",
            "subsumedRule sg-db:in tcp 3306 sg-app",
            "unusedRule sg-db:in tcp 3306 sg-nobody",
            "blockedReply narrow",
        ]);
        expect(found.find((lint) => lint.kind === "shadowedEntry")!.message).to.match(/not as it would/);
    });
});
