import { expect } from "chai";
import type { Answer } from "../../../analysis/reachability/answer";
import type { QueryEnd, ReachQuery } from "../../../analysis/reachability/query";
import { reach } from "../../../analysis/reachability/reach";
import { NetworkBuilder } from "../../support/network-builder";

const internet: QueryEnd = { internet: "0.0.0.0/0" };

/** Internet → alb (public) → app (private, behind NAT) → db (isolated). */
function threeTiers(): NetworkBuilder {
    return new NetworkBuilder()
        .vpc("vpc", ["10.0.0.0/16"])
        .internetGateway("igw", "vpc")
        .table("public", "vpc", { "0.0.0.0/0": "internetGateway igw" })
        .table("private", "vpc", { "0.0.0.0/0": "natGateway nat" })
        .table("isolated", "vpc", {})
        .subnet("public-a", "vpc", ["10.0.0.0/24"], { routeTable: "public" })
        .subnet("app-a", "vpc", ["10.0.1.0/24"], { routeTable: "private" })
        .subnet("db-a", "vpc", ["10.0.2.0/24"], { routeTable: "isolated" })
        .nat("nat", "vpc", "public-a")
        .group("sg-alb", "vpc", ["in tcp 443 0.0.0.0/0", "out tcp 8080 sg-app"])
        .group("sg-app", "vpc", ["in tcp 8080 sg-alb", "out tcp 3306 sg-db", "out tcp 443 0.0.0.0/0"])
        .group("sg-db", "vpc", ["in tcp 3306 sg-app"])
        .host("web", "public-a", ["sg-alb"], { publicIpv4: "yes" })
        .host("app", "app-a", ["sg-app"])
        .host("db", "db-a", ["sg-db"]);
}

const ask = (
    network: NetworkBuilder,
    from: QueryEnd | string,
    to: QueryEnd | string,
    port: number,
    rest: Partial<ReachQuery> = {},
): Answer =>
    reach(network.model(), {
        from: typeof from === "string" ? { resource: from } : from,
        to: typeof to === "string" ? { resource: to } : to,
        protocol: "tcp",
        port,
        ...rest,
    });

describe("reach, in one VPC", () => {
    it("edge-three-tier: follows the tiers and a group without outbound rules still answers", () => {
        const network = threeTiers();
        expect(ask(network, internet, "web", 443).verdict).to.equal("reachable");
        expect(ask(network, "web", "app", 8080).verdict).to.equal("reachable");
        expect(ask(network, "app", "db", 3306).verdict).to.equal("reachable");
        expect(ask(network, "web", "db", 3306).verdict).to.equal("blocked");
        expect(ask(network, internet, "app", 8080).verdict).to.equal("blocked");
        expect(ask(network, "db", internet, 443).verdict).to.equal("blocked");
        expect(ask(network, "db", internet, 443).codes).to.include.members([
            "SG_HAS_NO_RULES",
            "NO_ROUTE_TO_DESTINATION",
        ]);
    });

    it("lets a private tier out through its NAT gateway, and shows every hop", () => {
        const answer = ask(threeTiers(), "app", internet, 443);
        expect(answer.verdict).to.equal("reachable");
        expect(answer.path.map((hop) => hop.urn)).to.include.members([
            "sg-app",
            "private",
            "nat",
            "public",
            "igw",
        ]);
        expect(answer.codes).to.deep.equal(["REMAP_EPHEMERAL_PORT"]);
        expect(answer.partial).to.equal(undefined);
        expect(answer.packet?.destinationPort).to.equal(443);
    });

    it("edge-nacl-nat-needs-inbound-ephemeral: blocks NAT's replies at the NAT's subnet", () => {
        const network = threeTiers().acl("narrow", "vpc", [
            "100 allow tcp 443 in 0.0.0.0/0",
            "110 allow all in 10.0.0.0/16",
            "100 allow all out 0.0.0.0/0",
        ]);
        network.subnet("public-a", "vpc", ["10.0.0.0/24"], { routeTable: "public", networkAcl: "narrow" });
        const answer = ask(network, "app", internet, 443);
        expect(answer.verdict).to.equal("blocked");
        expect(answer.blockedBy).to.have.length(1);
        expect(answer.blockedBy[0]).to.include({
            code: "SUBNET_ACL_RESTRICTION",
            urn: "narrow",
            stops: "reply",
        });
        network.acl("narrow", "vpc", [
            "100 allow tcp 1024-65535 in 0.0.0.0/0",
            "110 allow all in 10.0.0.0/16",
            "100 allow all out 0.0.0.0/0",
        ]);
        expect(ask(network, "app", internet, 443).partial).to.equal(undefined);
        network.acl("narrow", "vpc", [
            "100 allow tcp 32768-65535 in 0.0.0.0/0",
            "110 allow all in 10.0.0.0/16",
            "100 allow all out 0.0.0.0/0",
        ]);
        expect(ask(network, "app", internet, 443).partial).to.be.a("string");
    });

    it("edge-sg-ref-is-private-address: a group reference does not match over public addresses", () => {
        const network = threeTiers()
            .group("sg-open", "vpc", ["in tcp 22 sg-client"])
            .group("sg-client", "vpc", ["out all 0.0.0.0/0"])
            .host("one", "public-a", ["sg-open"], { publicIpv4: "yes" })
            .host("two", "public-a", ["sg-client"], { publicIpv4: "yes" });
        expect(ask(network, "two", "one", 22).verdict).to.equal("reachable");
        const answer = ask(network, "two", { resource: "one", address: "public" }, 22);
        expect(answer.verdict).to.equal("blocked");
        expect(answer.codes).to.deep.equal(["SG_REFERENCES_NOT_PRESERVED"]);
    });

    it("says unknown, not blocked, where a rule covers a part of the addresses an interface may get", () => {
        const network = threeTiers()
            .group("sg-half", "vpc", ["in tcp 22 10.0.1.0/25"])
            .group("sg-out", "vpc", ["out all 0.0.0.0/0"])
            .host("half", "db-a", ["sg-half"])
            .host("client", "app-a", ["sg-out"]);
        expect(ask(network, "client", "half", 22).verdict).to.equal("unknown");
        expect(ask(network, { resource: "client", ip: "10.0.1.9" }, "half", 22).verdict).to.equal(
            "reachable",
        );
        expect(ask(network, { resource: "client", ip: "10.0.1.200" }, "half", 22).verdict).to.equal(
            "blocked",
        );
    });
});
