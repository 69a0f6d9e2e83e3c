import { expect } from "chai";
import type { Answer } from "../../../analysis/reachability/answer";
import { QueryError, type ReachQuery } from "../../../analysis/reachability/query";
import { reach, reachMany } from "../../../analysis/reachability/reach";
import { NetworkBuilder } from "../../support/network-builder";

const network = (): NetworkBuilder =>
    new NetworkBuilder()
        .vpc("vpc", ["10.0.0.0/16"])
        .subnet("one", "vpc", ["10.0.1.0/24"])
        .subnet("two", "vpc", ["10.0.2.0/24"])
        .group("client", "vpc", ["out tcp 5432 10.0.2.0/24"])
        .group("server", "vpc", ["in tcp 5432 client"])
        .host("client", "one", ["client"])
        .host("server", "two", ["server"]);

const ask = (built: NetworkBuilder, rest: Partial<ReachQuery> = {}): Answer =>
    reach(built.model(), {
        from: { resource: "client" },
        to: { resource: "server" },
        protocol: "tcp",
        port: 5432,
        ...rest,
    });

describe("an answer", () => {
    it("names every obstacle at once, with its code and the change that removes it", () => {
        const built = network()
            .group("client", "vpc", [])
            .group("server", "vpc", ["in tcp 5433 client"])
            .acl("two", "vpc", ["100 deny tcp 5432 in 10.0.0.0/16", "110 allow all in 0.0.0.0/0"])
            .subnet("two", "vpc", ["10.0.2.0/24"], { networkAcl: "two" });
        const answer = ask(built);
        expect(answer.verdict).to.equal("blocked");
        expect(answer.blockedBy.map(({ code, urn, stops }) => `${code} ${urn} ${stops}`)).to.deep.equal([
            "SG_HAS_NO_RULES client request",
            "ENI_SG_RULES_MISMATCH server request",
            "SUBNET_ACL_RESTRICTION two request",
            "SUBNET_ACL_RESTRICTION two reply",
        ]);
        expect(answer.blockedBy[2]!.rule).to.equal("two:100in");
        expect(answer.changes).to.have.length(4);
        expect(answer.changes[2]).to.equal(
            "add an inbound entry below 100 that allows tcp 5432 from 10.0.1.4",
        );
    });

    it("opens the path when its changes are made, and not before the last of them", () => {
        const built = network()
            .group("client", "vpc", [])
            .acl("two", "vpc", ["100 allow all in 0.0.0.0/0"])
            .subnet("two", "vpc", ["10.0.2.0/24"], { networkAcl: "two" });
        expect(ask(built).changes).to.have.length(2);
        built.group("client", "vpc", ["out tcp 5432 server"]);
        expect(ask(built).changes).to.have.length(1);
        built.acl("two", "vpc", ["100 allow all in 0.0.0.0/0", "100 allow tcp 1024-65535 out 10.0.1.0/24"]);
        expect(ask(built).verdict).to.equal("reachable");
    });

    it("tells a request from a session", () => {
        const built = network()
            .acl("two", "vpc", ["100 allow all in 0.0.0.0/0"])
            .subnet("two", "vpc", ["10.0.2.0/24"], { networkAcl: "two" });
        expect(ask(built).verdict).to.equal("blocked");
        expect(ask(built, { scope: "request" }).verdict).to.equal("reachable");
    });

    it("gives a packet with the source port asked about, and the rules of each hop", () => {
        const answer = ask(network(), { sourcePort: 40000 });
        expect(answer.packet).to.include({ sourcePort: 40000, destinationPort: 5432, source: "10.0.1.4" });
        expect(answer.path.flatMap((hop) => hop.rules)).to.include.members([
            "client:out tcp 5432 10.0.2.0/24",
            "server:in tcp 5432 client",
        ]);
        expect(answer.replyPath.map((hop) => hop.kind)).to.deep.equal([
            "routeTable",
            "networkAcl",
            "networkAcl",
        ]);
    });

    it("never says blocked of what another team's group may allow", () => {
        const built = network().host("server", "two", ["theirs"]);
        built.group("theirs", "vpc", [], { external: true });
        const answer = ask(built);
        expect(answer.verdict).to.equal("unknown");
        expect(answer.undecided[0]!.urn).to.equal("theirs");
    });

    it("says blocked, for all that is unknown of one side, when the other side allows nothing", () => {
        const built = network().host("server", "two", ["theirs"]).group("client", "vpc", []);
        built.group("theirs", "vpc", [], { external: true });
        expect(ask(built).verdict).to.equal("blocked");
    });

    it("names the boundary that a route crosses", () => {
        const built = network().table(
            "vpc-main",
            "vpc",
            { "192.168.0.0/16": "virtualPrivateGateway vgw" },
            { main: true },
        );
        built.group("client", "vpc", ["out tcp 5432 192.168.0.0/16"]);
        const answer = ask(built, { to: { ip: "192.168.3.4" } });
        expect(answer.verdict).to.equal("unknown");
        expect(answer.codes).to.include("BOUNDARY");
        expect(answer.undecided.map(({ urn }) => urn)).to.include("vgw");
        expect(ask(built, { to: { ip: "172.16.3.4" } }).verdict).to.equal("blocked");
    });

    it("lets network ACLs judge a Classic Load Balancer within its own subnet, and nobody else", () => {
        const built = network()
            .acl("two", "vpc", [])
            .subnet("two", "vpc", ["10.0.2.0/24"], { networkAcl: "two" })
            .group("client", "vpc", ["out all 0.0.0.0/0"])
            .host("neighbour", "two", ["client"]);
        expect(ask(built, { from: { resource: "neighbour" } }).verdict).to.equal("reachable");
        built.host("neighbour", "two", ["client"], { kind: "classicLoadBalancer" });
        expect(ask(built, { from: { resource: "neighbour" } }).codes).to.deep.equal([
            "SUBNET_ACL_RESTRICTION",
        ]);
    });

    it("keeps the order of a batch", () => {
        const base = { from: { resource: "client" }, to: { resource: "server" }, protocol: "tcp" } as const;
        const verdicts = reachMany(network().model(), [
            { ...base, port: 5432 },
            { ...base, port: 22 },
            { ...base, protocol: 6, port: 5432 },
        ]).map((answer) => answer.verdict);
        expect(verdicts).to.deep.equal(["reachable", "blocked", "reachable"]);
    });
});

describe("a question that cannot be asked", () => {
    const cases: [string, Partial<ReachQuery>][] = [
        ["to.resource", { to: { resource: "nobody" } }],
        ["from.internet", { from: { internet: "203.0.113.7/24" } }],
        ["to.ip", { to: { ip: "10.0.0" } }],
        ["protocol", { protocol: "tpc" }],
        ["port", { port: 70000 }],
        ["via", { via: "no-balancer" }],
    ];
    for (const [field, rest] of cases) {
        it(`names ${field} as its fault`, () => {
            expect(() => ask(network(), rest))
                .to.throw(QueryError)
                .with.property("field", field);
        });
    }
});
