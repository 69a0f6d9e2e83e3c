import { expect } from "chai";
import { addressAt, halvesOf, isIn, lastAddress, neighbour } from "./addresses";

describe("the simulator's address arithmetic", () => {
    it("tells the ends of a block from their neighbours", () => {
        expect(isIn("10.0.1.0", "10.0.1.0/24")).to.equal(true);
        expect(isIn("10.0.1.255", "10.0.1.0/24")).to.equal(true);
        expect(isIn("10.0.0.255", "10.0.1.0/24")).to.equal(false);
        expect(isIn("10.0.2.0", "10.0.1.0/24")).to.equal(false);
        expect(isIn("8.8.8.8", "0.0.0.0/0")).to.equal(true);
    });

    it("keeps the families apart", () => {
        expect(isIn("::1", "0.0.0.0/0")).to.equal(false);
        expect(isIn("10.0.0.1", "::/0")).to.equal(false);
        expect(isIn("2001:db8:1::7", "2001:db8:1::/48")).to.equal(true);
        expect(isIn("2001:db8:2::", "2001:db8:1::/48")).to.equal(false);
    });

    it("counts from either end of a block and writes IPv6 compressed", () => {
        expect(addressAt("10.0.1.0/24", 4)).to.equal("10.0.1.4");
        expect(addressAt("10.0.1.0/24", -1)).to.equal("10.0.1.255");
        expect(lastAddress("2001:db8::/126")).to.equal("2001:db8::3");
        expect(neighbour("10.0.0.255", 1)).to.equal("10.0.1.0");
        expect(neighbour("0.0.0.0", -1)).to.equal("0.0.0.0");
    });

    it("halves blocks of both families", () => {
        expect(halvesOf("0.0.0.0/0")).to.deep.equal(["0.0.0.0/1", "128.0.0.0/1"]);
        expect(halvesOf("2001:db8::/32")).to.deep.equal(["2001:db8::/33", "2001:db8:8000::/33"]);
    });
});
