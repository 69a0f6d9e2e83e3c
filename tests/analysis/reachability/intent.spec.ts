import { expect } from "chai";
import { unknownValue, type ResourceRecord } from "../../../analysis/model/resource-record";
import { readIntents } from "../../../analysis/reachability/intent";
import { intentGaps } from "../../../analysis/reachability/intent-gaps";
import { readFlowTraffic } from "../../../analysis/reachability/flow-text";
import { formatTraffic } from "../../../analysis/reachability/traffic-set";
import { NetworkBuilder } from "../../support/network-builder";

const component = "urn:pulumi:dev::shop::palisade:index:SecurityTiers::main";

const record = (
    type: string,
    name: string,
    properties: ResourceRecord["properties"] = {},
    parent?: string,
): ResourceRecord => ({
    urn: type.startsWith("palisade") ? component : name,
    type,
    name,
    custom: !type.startsWith("palisade"),
    properties,
    propertyDependencies: {},
    dependencies: [],
    ...(parent === undefined ? {} : { parent }),
});

const groupRecord = (name: string, parent = component): ResourceRecord =>
    record("aws:ec2/securityGroup:SecurityGroup", name, {}, parent);

const tiers = (flows: ResourceRecord["properties"][string], ports = {}): ResourceRecord =>
    record("palisade:index:SecurityTiers", "main", {
        groups: { app: { tier: "app" }, nlb: { tier: "public", preservesClientIp: true } },
        ranges: {
            office: { cidrs: ["203.0.113.0/24"] },
            premises: { cidrs: ["192.168.0.0/16"], via: "transitGateway" },
        },
        ports,
        flows,
    });

describe("reading the flow table that a component carries", () => {
    it("joins its groups to the security groups below it, and takes no others", () => {
        const [intent] = readIntents([
            tiers([{ from: "internet", to: "app", port: "app", because: "customers" }], { app: 8080 }),
            groupRecord("main-app"),
            groupRecord("main-nlb"),
            groupRecord("main-app-elsewhere", "another component"),
        ]);
        expect([...intent!.groups]).to.deep.equal([
            ["app", { securityGroup: "main-app", preservesClientIp: false }],
            ["nlb", { securityGroup: "main-nlb", preservesClientIp: true }],
        ]);
        expect([...intent!.ranges.values()].map((range) => range.via)).to.deep.equal([
            "internet",
            "transitGateway",
        ]);
        expect(intent!.flows[0]).to.include({ path: "flows[0]", from: "internet", because: "customers" });
        expect(formatTraffic(intent!.flows[0]!.traffic)).to.equal("tcp 8080");
        expect(intent!.undecided).to.deep.equal([]);
    });

    it("says which lines it cannot read, and which groups it cannot find", () => {
        const [intent] = readIntents([
            tiers([
                { from: "internet", to: "app", port: unknownValue },
                { from: "app", to: "internet", port: "carrier-pigeon" },
            ]),
            groupRecord("main-app"),
        ]);
        expect(intent!.flows).to.deep.equal([]);
        expect(intent!.undecided.map((doubt) => doubt.property)).to.deep.equal([
            "groups.nlb",
            "flows[0]",
            "flows[1]",
        ]);
    });

    it("reads every way of writing a port", () => {
        const read = (text: string): string =>
            formatTraffic(
                readFlowTraffic(
                    text,
                    new Map([
                        ["app", 8080],
                        ["https", 8443],
                    ]),
                )!,
            );
        expect(
            ["tcp/22", "tcp/8000-8080", "udp/53", "udp/app", "app", "https", "icmp/echo"].map(read),
        ).to.deep.equal([
            "tcp 22",
            "tcp 8000-8080",
            "udp 53",
            "udp 8080",
            "tcp 8080",
            "tcp 8443",
            "icmp 8/0; icmpv6 128/0",
        ]);
        expect(readFlowTraffic("tcp/nowhere", new Map())).to.equal(undefined);
    });
});

describe("NAT instances", () => {
    const withInstance = (tags: { readonly [tag: string]: string }): NetworkBuilder =>
        new NetworkBuilder()
            .vpc("vpc", ["10.0.0.0/16"])
            .internetGateway("igw", "vpc")
            .table("public", "vpc", { "0.0.0.0/0": "internetGateway igw" })
            .table("private", "vpc", { "0.0.0.0/0": "networkInterface nat" })
            .subnet("public-a", "vpc", ["10.0.0.0/24"], { routeTable: "public" })
            .subnet("app-a", "vpc", ["10.0.1.0/24"], { routeTable: "private" })
            .group("main-app", "vpc", ["out tcp 443 0.0.0.0/0"])
            .group("sg-nat", "vpc", ["in tcp 443 main-app", "out tcp 443 0.0.0.0/0"])
            .host("nat", "public-a", ["sg-nat"], { publicIpv4: "yes", sourceDestCheck: false, tags })
            .host("app", "app-a", ["main-app"]);
    const [intent] = readIntents([
        tiers([{ from: "app", to: "internet", port: "https" }]),
        groupRecord("main-app"),
        groupRecord("main-nlb"),
    ]);

    it("are proved where they are declared by their tag, as a part of the way to the internet", () => {
        expect(intentGaps(withInstance({ "palisade:forwards": "nat" }).model(), intent!)).to.deep.equal([]);
    });

    it("leave open what they forward where nothing declares it", () => {
        const gaps = intentGaps(withInstance({}).model(), intent!);
        expect(gaps.map((gap) => `${gap.kind} ${gap.from} > ${gap.to} ${gap.answer.verdict}`)).to.include(
            "blocked app > internet unknown",
        );
    });
});
