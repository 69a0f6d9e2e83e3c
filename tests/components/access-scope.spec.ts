import { expect } from "chai";
import { AccessScope, type AccessScopeArgs } from "../../components/access-scope";
import { BadArgumentsError } from "../../components/planning/bad-arguments";
import { inputsOf, namesOf, record } from "../support/recorded";
import { line } from "../support/three-tier";

const scope = "aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope";
const path = "aws:ec2/networkInsightsPath:NetworkInsightsPath";

const args: AccessScopeArgs = {
    securityGroupIds: { alb: "sg-1", app: "sg-2", db: "sg-3" },
    ranges: { office: { cidrs: ["203.0.113.0/24"] } },
    flows: [
        line("internet", "alb", "https", "customers"),
        line("office", "app", "ssh", "administrators"),
        line("app", "db", "mysql", "queries"),
    ],
    tags: { environment: "test" },
};

const recordScope = (more: Partial<AccessScopeArgs> = {}) =>
    record(() => new AccessScope("prod-scope", { ...args, ...more }));

describe("AccessScope", () => {
    it("creates one scope of all that is not declared and one of each flow, and nothing else", async () => {
        const { resources } = await recordScope();
        expect(namesOf(resources, scope)).to.have.members([
            "prod-scope-undeclared",
            "prod-scope-alb-in-internet-tcp-443",
            "prod-scope-app-in-office-tcp-22",
            "prod-scope-db-in-app-tcp-3306",
        ]);
        expect(resources).to.have.length(5);
    });

    it("matches every path of the groups and excludes the declared ones, packet by packet", async () => {
        const { resources } = await recordScope();
        const gateway = { resourceStatement: { resourceTypes: ["AWS::EC2::InternetGateway"] } };
        const members = { resourceStatement: { resources: ["sg-1", "sg-2", "sg-3"] } };
        expect(inputsOf(resources, scope, "prod-scope-undeclared")).to.deep.equal({
            matchPaths: [
                { source: gateway, destination: members },
                { source: members, destination: members },
                { source: members, destination: gateway },
            ],
            excludePaths: [
                {
                    source: {
                        ...gateway,
                        packetHeaderStatement: { protocols: ["tcp"], destinationPorts: ["443"] },
                    },
                    destination: { resourceStatement: { resources: ["sg-1"] } },
                },
                {
                    source: {
                        ...gateway,
                        packetHeaderStatement: {
                            protocols: ["tcp"],
                            destinationPorts: ["22"],
                            sourceAddresses: ["203.0.113.0/24"],
                        },
                    },
                    destination: { resourceStatement: { resources: ["sg-2"] } },
                },
                {
                    source: {
                        resourceStatement: { resources: ["sg-2"] },
                        packetHeaderStatement: { protocols: ["tcp"], destinationPorts: ["3306"] },
                    },
                    destination: { resourceStatement: { resources: ["sg-3"] } },
                },
            ],
            tags: { environment: "test", Name: "prod-scope-undeclared" },
        });
        expect(inputsOf(resources, scope, "prod-scope-db-in-app-tcp-3306")).to.deep.equal({
            matchPaths: [
                {
                    source: {
                        resourceStatement: { resources: ["sg-2"] },
                        packetHeaderStatement: { protocols: ["tcp"], destinationPorts: ["3306"] },
                    },
                    destination: { resourceStatement: { resources: ["sg-3"] } },
                },
            ],
            tags: { environment: "test", Name: "prod-scope-db-in-app-tcp-3306" },
        });
    });

    it("creates a path for a flow between two ends that something stands for, and for no other", async () => {
        const { resources } = await recordScope({
            representativeIds: { internet: "igw-1", app: "i-2", db: "eni-3" },
        });
        expect(namesOf(resources, path)).to.deep.equal(["prod-scope-db-in-app-tcp-3306"]);
        expect(inputsOf(resources, path, "prod-scope-db-in-app-tcp-3306")).to.deep.equal({
            source: "i-2",
            destination: "eni-3",
            protocol: "tcp",
            destinationPort: 3306,
            tags: { environment: "test", Name: "prod-scope-db-in-app-tcp-3306" },
        });
    });

    it("refuses unknown peers and representatives all at once, before anything is registered", async () => {
        const error = await recordScope({
            flows: [line("web", "db", "mysql", "queries")],
            representativeIds: { cache: "eni-9" },
        }).then(
            () => undefined,
            (thrown: unknown) => thrown,
        );
        expect(error).to.be.instanceOf(BadArgumentsError);
        expect((error as BadArgumentsError).problems.map((problem) => problem.path)).to.deep.equal([
            "representativeIds",
            "flows[0].from",
        ]);
    });
});
