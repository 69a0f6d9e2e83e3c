import type { Finding } from "../../../analysis/finding";
import { monthlyCost } from "../../../analysis/cost/monthly-cost";
import prices from "../../../data/prices.json";
import type { ReportedFlow } from "../../../cli/flows";
import type { PreviewReport, ReportedResource } from "../../../cli/report";

const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;

const resource = (
    type: string,
    name: string,
    inputs: ReportedResource["inputs"] = {},
    parent: string | null = null,
): ReportedResource => ({
    urn: urn(type, name),
    type,
    name,
    custom: type.startsWith("aws:"),
    inputs,
    parent,
    dependencies: [],
    propertyDependencies: {},
    options: {},
});

export const finding: Finding = {
    policy: "sg-admin-ports-public",
    enforcement: "mandatory",
    severity: "critical",
    verdict: "violates",
    urn: urn("aws:ec2/securityGroup:SecurityGroup", "web"),
    property: "ingress[0]",
    message: "lets in <TCP 22> from 0.0.0.0/0 & more",
    help: "Name the ranges that may log in.",
    evidence: [{ label: "packet", value: "tcp from 198.51.100.7 to port 22" }],
};

const app = urn("aws:ec2/instance:Instance", "app");

export const flow: ReportedFlow = {
    from: { kind: "internet", label: "internet", members: [] },
    to: { kind: "interfaces", label: "app", members: [app] },
    address: "public",
    certain: "tcp 443; udp 53",
};

/** A small report with one of everything, to be changed by each test where it needs to. */
export const sampleReport = (changes: Partial<PreviewReport> = {}): PreviewReport => ({
    project: "shop",
    stack: "dev",
    region: "us-east-1",
    resources: [
        resource("pulumi:pulumi:Stack", "shop-dev"),
        resource("palisade:index:Network", "net"),
        resource(
            "aws:ec2/vpc:Vpc",
            "net",
            { cidrBlock: "10.0.0.0/16" },
            urn("palisade:index:Network", "net"),
        ),
        resource("aws:ec2/instance:Instance", "app", { instanceType: "t4g.micro" }),
    ],
    policies: [
        { name: "sg-admin-ports-public", enforcement: "mandatory", verdict: "violates" },
        { name: "nat-per-az", enforcement: "mandatory", verdict: "notApplicable" },
        { name: "nacl-ephemeral", enforcement: "mandatory", verdict: "satisfies" },
    ],
    findings: [finding],
    flows: [flow],
    network: [
        {
            urn: urn("aws:ec2/vpc:Vpc", "net"),
            name: "net",
            cidrs: ["10.0.0.0/16"],
            zones: ["use1-az1", "use1-az2"],
            tiers: [
                {
                    name: "app",
                    access: "public",
                    subnets: [
                        { urn: "urn:a", name: "net-app-a", zone: "use1-az1", cidrs: ["10.0.1.0/24"] },
                        { urn: "urn:b", name: "net-app-b", zone: "use1-az2", cidrs: ["10.0.2.0/24"] },
                    ],
                    members: [{ urn: app, name: "app", kind: "instance", zones: ["use1-az1"] }],
                },
            ],
            gateways: [{ urn: "urn:igw", name: "net", kind: "internetGateway" }],
        },
    ],
    cost: monthlyCost([], prices, "us-east-1"),
    unseen: { remoteComponents: [], calls: [] },
    timings: { total: 1234 },
    ...changes,
});
