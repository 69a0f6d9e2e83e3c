import { expect } from "chai";
import { planAccessScope, type AccessScopeInput } from "../../../components/planning/access-scope-plan";
import { isProblems } from "../../../components/planning/address-plan";
import { line } from "../../support/three-tier";

const input: AccessScopeInput = {
    groups: ["alb", "app", "db"],
    ranges: {
        office: { cidrs: ["203.0.113.0/24", "2001:db8::/32"] },
        premises: { cidrs: ["192.168.0.0/16"], via: "transitGateway" },
    },
    ports: { app: 8080 },
    flows: [],
};

function planned(...flows: AccessScopeInput["flows"]) {
    const plan = planAccessScope({ ...input, flows });
    if (isProblems(plan)) {
        throw new Error(JSON.stringify(plan));
    }
    return plan;
}

describe("the plan of an access scope", () => {
    it("covers every path between the groups and to and from the internet, whatever is declared", () => {
        const members = { kind: "groups", keys: ["alb", "app", "db"] };
        const internet = { kind: "internet", cidrs: [] };
        expect(planned().every).to.deep.equal([
            { from: internet, to: members },
            { from: members, to: members },
            { from: members, to: internet },
        ]);
        expect(planned().declared).to.deep.equal([]);
    });

    it("names each declared path by its content, so that the order of flows changes nothing", () => {
        const flows = [
            line("internet", "alb", "https", "customers"),
            line("office", "app", "tcp/8000-8010", "tests"),
            line("alb", "app", "app", "requests"),
            line("app", "internet", "udp/123", "time"),
        ];
        expect(planned(...flows)).to.deep.equal(planned(...[...flows].reverse()));
        expect(planned(...flows).declared).to.deep.equal([
            {
                key: "alb-in-internet-tcp-443",
                path: {
                    from: { kind: "internet", cidrs: [] },
                    to: { kind: "groups", keys: ["alb"] },
                    traffic: { protocol: "tcp", ports: "443" },
                },
            },
            {
                key: "app-in-alb-tcp-8080",
                path: {
                    from: { kind: "groups", keys: ["alb"] },
                    to: { kind: "groups", keys: ["app"] },
                    traffic: { protocol: "tcp", ports: "8080" },
                },
            },
            {
                key: "app-in-office-tcp-8000-8010",
                path: {
                    from: { kind: "internet", cidrs: ["203.0.113.0/24"] },
                    to: { kind: "groups", keys: ["app"] },
                    traffic: { protocol: "tcp", ports: "8000-8010" },
                },
            },
            {
                key: "internet-in-app-udp-123",
                path: {
                    from: { kind: "groups", keys: ["app"] },
                    to: { kind: "internet", cidrs: [] },
                    traffic: { protocol: "udp", ports: "123" },
                },
            },
        ]);
    });

    it("leaves out what AWS's analyzer has no statement for", () => {
        const { declared } = planned(
            line("app", "s3", "https", "data"),
            line("premises", "app", "https", "colleagues"),
            line("alb", "app", "icmp/echo", "pings"),
        );
        expect(declared).to.deep.equal([]);
    });

    it("lists every unknown peer, unreadable port and bad block at once", () => {
        const problems = planAccessScope({
            ...input,
            ranges: { office: { cidrs: ["203.0.113.7/24"] } },
            flows: [line("ap", "db", "mysql", "queries"), line("app", "db", "mysqll", "queries")],
        });
        expect(isProblems(problems) && problems.map(({ path }) => path)).to.deep.equal([
            "ranges.office.cidrs[0]",
            "flows[0].from",
            "flows[1].port",
        ]);
    });
});
