import { expect } from "chai";
import { Port } from "../../../components/planning/port";

describe("Port", () => {
    for (const text of ["tcp/443", "tcp/8000-8080", "udp/53", "icmp/echo"]) {
        it(`reads ${text} and writes it the same`, () => {
            expect(Port.parse(text).toString()).to.equal(text);
        });
    }

    it("knows well-known names", () => {
        expect(Port.parse("https")).to.deep.equal(Port.tcp(443));
        expect(Port.parse("dns")).to.deep.equal(Port.udp(53));
    });

    it("prefers the settings' own name to a well-known one", () => {
        expect(Port.parse("ssh", { ssh: 2222 }).toString()).to.equal("tcp/2222");
    });

    it("takes the settings' names for UDP too", () => {
        expect(Port.parse("udp/syslog", { syslog: 514 }).toString()).to.equal("udp/514");
    });

    it("writes a range of one port as one port", () => {
        expect(Port.tcpRange(80, 80).toString()).to.equal("tcp/80");
        expect(Port.parse("tcp/80-80")).to.deep.equal(Port.http);
    });

    it("asks whether a near miss was meant", () => {
        expect(() => Port.parse("htps")).to.throw(TypeError, '"htps" is no port; did you mean "https"?');
        expect(() => Port.parse("udp/sylog", { syslog: 514 })).to.throw('did you mean "syslog"?');
    });

    for (const text of [
        "tcp/0",
        "tcp/65536",
        "tcp/90-80",
        "tcp/",
        "443",
        "all",
        "tcp/constructor",
        "toString",
    ]) {
        it(`fails on ${text}`, () => {
            expect(() => Port.parse(text)).to.throw(TypeError);
        });
    }

    it("fails on what is no whole number", () => {
        expect(() => Port.tcp(80.5)).to.throw("port 80.5 is not a whole number from 1 to 65535");
        expect(() => Port.tcp(Number.NaN)).to.throw(TypeError);
    });
});
