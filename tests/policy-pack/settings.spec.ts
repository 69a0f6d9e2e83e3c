import { expect } from "chai";
import {
    choice,
    cidrList,
    ports,
    readSettings,
    textList,
    toggle,
    wholeNumber,
} from "../../policy-pack/settings";

const schema = {
    ports: ports("Ports", [22]),
    ranges: cidrList("Ranges", []),
    words: textList("Words", ["db"]),
    days: wholeNumber("Days", 90, 1),
    strict: toggle("Strict", true),
    mode: choice("Mode", "on", ["on", "off"]),
};

describe("the settings of a policy", () => {
    it("falls back where nothing is configured", () => {
        const { settings, problems } = readSettings(schema, {});
        expect(settings).to.deep.equal({
            ports: [22],
            ranges: [],
            words: ["db"],
            days: 90,
            strict: true,
            mode: "on",
        });
        expect(problems).to.deep.equal([]);
    });

    it("replaces a fallback as a whole", () => {
        const { settings } = readSettings(schema, {
            ports: [2222],
            mode: "off",
            enforcementLevel: "mandatory",
        });
        expect(settings).to.deep.include({ ports: [2222], mode: "off" });
    });

    it("tells every wrong value and keeps its fallback", () => {
        const wrong = {
            ports: [70000],
            ranges: ["203.0.113.7/24"],
            words: [""],
            days: 0,
            strict: "yes",
            mode: "maybe",
        };
        const { settings, problems } = readSettings(schema, wrong);
        expect(problems).to.have.length(6);
        expect(settings).to.deep.equal(readSettings(schema, {}).settings);
    });

    it("refuses a property that does not exist, and says which do", () => {
        const { problems } = readSettings(schema, { adminPort: [22] });
        expect(problems).to.have.length(1);
        expect(problems[0]).to.match(/^adminPort: .*ports, ranges, words/);
        expect(readSettings({}, { x: 1 }).problems[0]).to.match(/takes no properties/);
    });

    it("survives a section that is no object", () => {
        for (const section of [undefined, null, "mandatory", 7]) {
            expect(readSettings(schema, section).settings.days).to.equal(90);
        }
    });
});
