import { expect } from "chai";
import { flow } from "../../../components/planning/flow-args";
import { Peer } from "../../../components/planning/peer";
import { Port } from "../../../components/planning/port";

describe("Peer", () => {
    it("writes itself as the flow table names it", () => {
        const peers = [Peer.internet(), Peer.group("alb"), Peer.range("on-prem"), Peer.service("s3")];
        expect(peers.map(String)).to.deep.equal(["internet", "alb", "on-prem", "s3"]);
    });

    for (const key of ["", "Alb", "-alb", "a--b", "a-in-b", "out", "a".repeat(33)]) {
        it(`refuses the key "${key}"`, () => {
            expect(() => Peer.group(key)).to.throw(TypeError, "cannot be the key of a group");
        });
    }

    for (const key of ["internet", "s3", "dynamodb"]) {
        it(`keeps ${key} for the peer of that name`, () => {
            expect(() => Peer.range(key)).to.throw(TypeError, "names a peer of its own");
        });
    }
});

describe("flow", () => {
    it("gives a plain line of the flow table", () => {
        expect(flow(Peer.internet(), Peer.group("alb"), Port.https, "serve the site")).to.deep.equal({
            from: "internet",
            to: "alb",
            port: "tcp/443",
            because: "serve the site",
        });
    });
});
