import { expect } from "chai";
import type { RecordedRegistration } from "../../cli/offline/recorded-registration";
import { plannedEnvironment, type SettingsChange } from "../support/planned-environment";

type Graph = ReadonlyMap<string, RecordedRegistration>;

/** Everything that must exist before a resource does, as the engine works it out. */
function upstreamOf(graph: Graph, urn: string): Set<string> {
    const seen = new Set<string>();
    const pending = [urn];
    while (pending.length > 0) {
        const resource = graph.get(pending.pop()!);
        const direct = [
            ...(resource?.dependencies ?? []),
            ...Object.values(resource?.propertyDependencies ?? {}).flat(),
        ];
        for (const next of direct.filter((candidate) => !seen.has(candidate))) {
            seen.add(next);
            pending.push(next);
        }
    }
    return seen;
}

const ofType = (graph: Graph, ...types: string[]): RecordedRegistration[] =>
    [...graph.values()].filter(({ type }) => types.includes(type));

const isInternetFacing = ({ type, inputs }: RecordedRegistration): boolean =>
    type === "aws:lb/loadBalancer:LoadBalancer" && inputs["internal"] !== true;

/** Resources that hold or use a public address of the network. */
const holdersOf = (graph: Graph): RecordedRegistration[] => [
    ...ofType(graph, "aws:ec2/natGateway:NatGateway", "aws:ec2/eip:Eip"),
    ...[...graph.values()].filter(isInternetFacing),
];

const settings: [string, string, SettingsChange][] = [
    ["dev", "dev", {}],
    ["prod", "prod", {}],
    ["prod with IPv6", "prod", { network: networkOf({ addressing: "aligned", ipv6: true }) }],
    ["prod with regional NAT", "prod", { network: networkOf({ addressing: "seed", nat: "regional" }) }],
    ["prod with NAT instances", "prod", { network: networkOf({ addressing: "seed", nat: "instance" }) }],
    [
        "prod with peering and a hub",
        "prod",
        {
            ranges: {
                "shared-services": { cidrs: ["10.1.0.0/16"], via: "peering" },
                "on-prem": { cidrs: ["192.168.0.0/16"], via: "transitGateway" },
            },
            connectivity: {
                peerings: {
                    shared: { range: "shared-services", peerVpcId: "vpc-0a1b2c3d", tiers: ["app"] },
                },
                transitGateway: {
                    ranges: ["on-prem"],
                    tiers: ["app"],
                    vpnSites: { office: { address: "203.0.113.10", cidrs: ["192.168.0.0/16"] } },
                },
            },
        },
    ],
];

function networkOf(change: object): object {
    return { cidr: "10.0.0.0/16", zones: { a: "use1-az1", b: "use1-az2" }, nat: "perZone", ...change };
}

for (const [title, stack, change] of settings) {
    describe(`the order in which ${title} is made, and unmade the other way round`, function () {
        this.timeout(60000);
        let graph: Graph;
        before(async () => {
            graph = new Map((await plannedEnvironment(stack, change)).map((one) => [one.urn, one]));
        });

        it("gives nothing a public address before the internet gateway is attached", () => {
            const [gateway] = ofType(graph, "aws:ec2/internetGateway:InternetGateway");
            const holders = holdersOf(graph);
            expect(holders).to.not.be.empty;
            for (const { urn } of holders) {
                expect([...upstreamOf(graph, urn)], urn).to.include(gateway!.urn);
            }
        });

        it("routes only to what exists, and through a peering or hub only once it is accepted", () => {
            const acceptances = ofType(
                graph,
                "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
            );
            const attachments = ofType(graph, "aws:ec2transitgateway/vpcAttachment:VpcAttachment");
            for (const route of ofType(graph, "aws:ec2/route:Route")) {
                const before = [...upstreamOf(graph, route.urn)];
                const targets = Object.entries(route.propertyDependencies ?? {}).filter(([property]) =>
                    /Id$/.test(property),
                );
                expect(targets.length, `${route.urn} depends on its table and its target`).to.be.at.least(2);
                if (route.inputs["vpcPeeringConnectionId"] !== undefined) {
                    expect(before).to.include(acceptances[0]!.urn);
                }
                if (route.inputs["transitGatewayId"] !== undefined) {
                    expect(before).to.include(attachments[0]!.urn);
                }
            }
        });

        it("starts instances and load balancers only when their tier is ready", () => {
            const routes = ofType(
                graph,
                "aws:ec2/route:Route",
                "aws:ec2/routeTableAssociation:RouteTableAssociation",
            );
            for (const { urn } of ofType(graph, "aws:autoscaling/group:Group")) {
                const before = upstreamOf(graph, urn);
                const tierRoutes = routes.filter(({ name }) => /-app-[ab](-internet)?$/.test(name));
                expect(tierRoutes).to.not.be.empty;
                for (const route of tierRoutes) {
                    expect(before.has(route.urn), `${urn} waits for ${route.name}`).to.equal(true);
                }
            }
        });

        it("knows no circle", () => {
            for (const urn of graph.keys()) {
                expect(upstreamOf(graph, urn).has(urn), urn).to.equal(false);
            }
        });
    });
}
