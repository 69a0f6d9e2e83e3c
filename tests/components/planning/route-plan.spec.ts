import { expect } from "chai";
import { isProblems, planNetwork } from "../../../components/planning/address-plan";
import type { NetworkInput } from "../../../components/planning/network-input";
import type { NetworkPlan } from "../../../components/planning/network-plan";
import { needsInternetGateway, routeTables } from "../../../components/planning/route-plan";

function plan(change: Partial<NetworkInput> = {}): NetworkPlan {
    const result = planNetwork({
        region: "us-east-1",
        cidr: "10.0.0.0/16",
        addressing: "seed",
        zones: { a: "use1-az1", b: "use1-az2" },
        tiers: { public: { access: "public" }, app: { access: "private" }, db: { access: "isolated" } },
        ...change,
    });
    if (isProblems(result)) {
        throw new Error(JSON.stringify(result));
    }
    return result;
}

const routes = (change?: Partial<NetworkInput>): unknown =>
    Object.fromEntries(
        routeTables(plan(change)).map((table) => [
            table.key,
            table.routes.map(({ destination, target }) => {
                const zone = "zone" in target ? `-${target.zone}` : "";
                return `${destination} ${target.kind}${zone}`;
            }),
        ]),
    );

describe("a network's routes", () => {
    it("send the app tier of each zone to its own zone's NAT, and the database tier nowhere", () => {
        expect(routes({ nat: "perZone" })).to.deep.equal({
            public: ["0.0.0.0/0 internetGateway"],
            "app-a": ["0.0.0.0/0 natGateway-a"],
            "app-b": ["0.0.0.0/0 natGateway-b"],
            db: [],
        });
    });

    it("send every zone to the first zone's NAT where there is a single one", () => {
        expect(routes({ nat: "single" })).to.deep.include({
            "app-a": ["0.0.0.0/0 natGateway-a"],
            "app-b": ["0.0.0.0/0 natGateway-a"],
        });
    });

    it("name no zone where NAT is regional", () => {
        expect(routes({ nat: "regional" })).to.deep.include({ "app-b": ["0.0.0.0/0 natGateway"] });
    });

    it("name each zone's instance where instances translate", () => {
        expect(routes({ nat: "instance" })).to.deep.include({ "app-b": ["0.0.0.0/0 natInstance-b"] });
    });

    it("leave private tiers closed, IPv6 too, without NAT", () => {
        expect(routes({ nat: "none", ipv6: true })).to.deep.include({ "app-a": [], "app-b": [] });
    });

    it("take IPv6 of private tiers through the egress-only gateway", () => {
        expect(routes({ nat: "perZone", ipv6: true })).to.deep.equal({
            public: ["0.0.0.0/0 internetGateway", "::/0 internetGateway"],
            "app-a": ["0.0.0.0/0 natGateway-a", "::/0 egressOnlyInternetGateway"],
            "app-b": ["0.0.0.0/0 natGateway-b", "::/0 egressOnlyInternetGateway"],
            db: [],
        });
    });

    it("need no internet gateway where nothing is public", () => {
        const tiers = { app: { access: "private" } } as const;
        expect(needsInternetGateway(plan())).to.equal(true);
        expect(needsInternetGateway(plan({ tiers, nat: "none" }))).to.equal(false);
        expect(needsInternetGateway(plan({ tiers, nat: "regional" }))).to.equal(true);
    });
});
