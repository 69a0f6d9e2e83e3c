import { expect } from "chai";
import { renderText } from "../../../cli/render/text";
import { plainColors } from "../../../cli/terminal";
import { finding, flow, sampleReport } from "./sample-report";

const draw = (changes = {}, how = {}) =>
    renderText(sampleReport(changes), {
        colors: plainColors,
        width: 100,
        verbose: false,
        quiet: false,
        ...how,
    });

describe("renderText", () => {
    it("draws resources as a tree with the inputs that tell them apart", () => {
        expect(draw()).to.contain(
            "├─ net  palisade.Network\n│  └─ net  ec2.Vpc  10.0.0.0/16\n└─ app  ec2.Instance  t4g.micro\n",
        );
    });

    it("tells what a component holds beside that on its own line", () => {
        const [, network, vpc] = sampleReport().resources;
        const key = { ...vpc!, urn: "urn:key", type: "aws:kms/key:Key", name: "key", inputs: {} };
        const alias = (name: string) => ({ ...key, urn: `urn:${name}`, type: "aws:kms/alias:Alias", name });
        expect(draw({ resources: [network, vpc, key, alias("one"), alias("two")] })).to.contain(
            "└─ net  palisade.Network  + kms.Key, 2 kms.Alias\n   └─ net  ec2.Vpc  10.0.0.0/16\n",
        );
    });

    it("sums up many leaves of one type, and names each with --verbose", () => {
        const [, , , app] = sampleReport().resources;
        const resources = Array.from({ length: 9 }, (_, index) => ({
            ...app!,
            urn: `urn:${index}`,
            name: `app-${index}`,
        }));
        expect(draw({ resources })).to.contain("and 9 ec2.Instance").and.not.to.contain("app-8");
        expect(draw({ resources }, { verbose: true })).to.contain("└─ app-8  ec2.Instance");
    });

    it("tells a finding with its place, its evidence and what to change", () => {
        expect(draw()).to.contain(
            "✗ sg-admin-ports-public  critical · mandatory\n" +
                "  web ingress[0]\n" +
                "    lets in <TCP 22> from 0.0.0.0/0 & more\n" +
                "    packet: tcp from 198.51.100.7 to port 22\n" +
                "  fix: Name the ranges that may log in.\n",
        );
    });

    it("says once what to change where several findings ask for the same", () => {
        const findings = [
            finding,
            { ...finding, urn: undefined, property: undefined, message: "lets in TCP 3389" },
        ];
        const text = draw({ findings });
        expect(text.match(/fix: /g)).to.have.lengthOf(1);
        expect(text).to.contain("lets in TCP 3389");
    });

    it("puts what stops the preview before what only advises, however grave that is", () => {
        const findings = [
            { ...finding, policy: "advised", enforcement: "advisory" },
            { ...finding, policy: "binding", severity: "low" },
        ];
        const text = draw({ findings });
        expect(text.indexOf("binding")).to.be.lessThan(text.indexOf("advised"));
    });

    it("draws flows as a table of sources and destinations, TCP unnamed", () => {
        expect(draw())
            .to.match(/^from ↓ {2}to → +app$/m)
            .and.to.match(/^internet +443; udp 53$/m);
    });

    it("lists flows one by one where a table would be too wide", () => {
        const flows = Array.from({ length: 12 }, (_, index) => ({
            ...flow,
            to: { ...flow.to, label: `application-number-${index}` },
        }));
        const text = draw({ flows }, { width: 80 });
        expect(text).to.match(/^from +to +sessions$/m);
        expect(Math.max(...text.split("\n").map((line) => line.length))).to.be.at.most(80);
    });

    it("marks what is not decided and says why", () => {
        const undecided = { traffic: "tcp 22", reasons: ["web cidrIpv4: it is not known before the update"] };
        const text = draw({ flows: [{ ...flow, certain: "", undecided }] });
        expect(text).to.contain("22?").and.to.contain("    web cidrIpv4: it is not known before the update");
    });

    it("says what an offline preview cannot see", () => {
        const unseen = {
            remoteComponents: ["urn:pulumi:dev::shop::awsx:ec2:Vpc::net"],
            calls: [{ token: "aws:index/getRegion:getRegion", answeredAsUnknown: true }],
        };
        expect(draw({ unseen })).to.contain("net: a plugin makes its resources, so they are not judged");
    });

    it("sums everything up in the last line", () => {
        expect(draw().trimEnd().split("\n").at(-1)).to.equal(
            "✗ dev: 3 resources · 1 policy kept · 1 mandatory finding · $0.00 a month · 1.2 s",
        );
    });
});
