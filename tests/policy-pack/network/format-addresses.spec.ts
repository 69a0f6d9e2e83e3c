import { expect } from "chai";
import { addressesOf, everyAddress, subtractAddresses } from "../../../packets/address-set";
import { formatAddresses } from "../../../policy-pack/network/format-addresses";

describe("addresses in a finding", () => {
    it("are their blocks, where those are few", () => {
        expect(formatAddresses(addressesOf("10.0.0.0/8", "192.0.2.7/32"))).to.equal(
            "10.0.0.0/8, 192.0.2.7/32",
        );
        expect(formatAddresses(everyAddress)).to.equal("0.0.0.0/0, ::/0");
    });

    it("are everybody but the few blocks that are not among them", () => {
        const outside = subtractAddresses(addressesOf("0.0.0.0/0"), addressesOf("10.0.0.0/16"));
        expect(formatAddresses(outside)).to.equal("everybody but 10.0.0.0/16");
        const outsideBoth = subtractAddresses(everyAddress, addressesOf("10.0.0.0/16", "2001:db8::/32"));
        expect(formatAddresses(outsideBoth)).to.equal("everybody but 10.0.0.0/16, 2001:db8::/32");
    });

    it("are some of many, and how many more", () => {
        const scattered = addressesOf(...[1, 3, 5, 7, 9].map((i) => `10.0.${i}.0/24`));
        expect(formatAddresses(scattered)).to.equal(
            "10.0.1.0/24, 10.0.3.0/24, 10.0.5.0/24 and 2 more blocks",
        );
    });
});
