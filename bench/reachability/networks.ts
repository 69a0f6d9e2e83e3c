import type { ResourceRecord } from "../../analysis/model/resource-record";
import { idOf, SpecimenStack, type Specimen } from "../../tests/analysis/model/specimen-stack";

// Networks to measure the prover on, always the same ones, as a first preview gives them: ids unknown.

const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const zones = ["a", "b", "c"];

/** VPCs of three tiers in three zones, with so many instances in each subnet and a flow table each. */
export function tieredNetworks(vpcs: number, instances: number): ResourceRecord[] {
    const stack = new SpecimenStack();
    for (let number = 0; number < vpcs; number += 1) {
        tieredNetwork(stack, `net${number}`, number, instances);
    }
    const components = Array.from({ length: vpcs }, (_, number) => flowTable(`net${number}`));
    const records = stack
        .records("preview")
        .map((record) =>
            /:SecurityGroup$/.test(record.type)
                ? { ...record, parent: componentUrn(record.name.split("-")[0]!) }
                : record,
        );
    return [...components, ...records];
}

const componentUrn = (name: string): string =>
    `urn:pulumi:test::specimen::palisade:index:SecurityTiers::${name}`;

/** What the network's component says of it; the proof of intent needs it. */
const flowTable = (name: string): ResourceRecord => ({
    urn: componentUrn(name),
    type: "palisade:index:SecurityTiers",
    name,
    custom: false,
    properties: {
        groups: { web: { tier: "web" }, app: { tier: "app" }, db: { tier: "db" } },
        flows: [
            { from: "internet", to: "web", port: "https", because: "customers" },
            { from: "web", to: "app", port: "tcp/8080", because: "requests" },
            { from: "app", to: "db", port: "mysql", because: "queries" },
        ],
    },
    propertyDependencies: {},
    dependencies: [],
});

function tieredNetwork(stack: SpecimenStack, name: string, number: number, instances: number): void {
    const vpc = stack.add("aws:ec2/vpc:Vpc", name, { cidrBlock: `10.${number}.0.0/16` });
    const gateway = stack.add("aws:ec2/internetGateway:InternetGateway", name, { vpcId: idOf(vpc) });
    const groups = ["web", "app", "db"].map((tier) =>
        stack.add("aws:ec2/securityGroup:SecurityGroup", `${name}-${tier}`, { vpcId: idOf(vpc) }),
    );
    const [web, app, db] = groups as [Specimen, Specimen, Specimen];
    rule(stack, ingress, web, "internet", 443, { cidrIpv4: "0.0.0.0/0" });
    for (const [from, to, port] of [
        [web, app, 8080],
        [app, db, 3306],
    ] as const) {
        rule(stack, egress, from, to.name, port, { referencedSecurityGroupId: idOf(to) });
        rule(stack, ingress, to, from.name, port, { referencedSecurityGroupId: idOf(from) });
    }
    for (const [position, group] of groups.entries()) {
        const tier = group.name.split("-").at(-1)!;
        const table = stack.add("aws:ec2/routeTable:RouteTable", group.name, { vpcId: idOf(vpc) });
        if (tier === "web") {
            stack.add("aws:ec2/route:Route", `${group.name}-internet`, {
                routeTableId: idOf(table),
                destinationCidrBlock: "0.0.0.0/0",
                gatewayId: idOf(gateway),
            });
        }
        for (const [zone, letter] of zones.entries()) {
            const subnet = stack.add("aws:ec2/subnet:Subnet", `${group.name}-${letter}`, {
                vpcId: idOf(vpc),
                cidrBlock: `10.${number}.${position * 16 + zone}.0/24`,
                availabilityZone: `us-east-1${letter}`,
            });
            stack.add("aws:ec2/routeTableAssociation:RouteTableAssociation", subnet.name, {
                routeTableId: idOf(table),
                subnetId: idOf(subnet),
            });
            for (let guest = 0; guest < instances; guest += 1) {
                stack.add("aws:ec2/instance:Instance", `${subnet.name}-${guest}`, {
                    subnetId: idOf(subnet),
                    vpcSecurityGroupIds: [idOf(group)],
                    associatePublicIpAddress: tier === "web",
                });
            }
        }
    }
}

function rule(
    stack: SpecimenStack,
    type: string,
    group: Specimen,
    peer: string,
    port: number,
    source: Specimen["inputs"],
): void {
    stack.add(type, `${group.name}-${peer}-${port}`, {
        securityGroupId: idOf(group),
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        ...source,
    });
}

const hostsPerSubnet = 25;

/**
 * The worst case: a group of its own for each interface, with rules by address everywhere, so that no
 * two of them are alike. Each speaks to the three next subnets, so that what is open grows as they do.
 */
export function groupEach(hosts: number): ResourceRecord[] {
    const stack = new SpecimenStack();
    const vpc = stack.add("aws:ec2/vpc:Vpc", "wide", { cidrBlock: "10.0.0.0/8" });
    const subnets = Array.from({ length: hosts / hostsPerSubnet }, (_, number) =>
        stack.add("aws:ec2/subnet:Subnet", `wide-${number}`, {
            vpcId: idOf(vpc),
            cidrBlock: blockOf(number),
        }),
    );
    for (let host = 0; host < hosts; host += 1) {
        const home = Math.floor(host / hostsPerSubnet);
        const group = stack.add("aws:ec2/securityGroup:SecurityGroup", `host-${host}`, { vpcId: idOf(vpc) });
        for (const step of [1, 2, 3]) {
            const next = (home + step) % subnets.length;
            const last = (home - step + subnets.length) % subnets.length;
            rule(stack, egress, group, `next-${step}`, 443, { cidrIpv4: blockOf(next) });
            rule(stack, ingress, group, `last-${step}`, 443, { cidrIpv4: blockOf(last) });
            rule(stack, ingress, group, `own-${step}`, 1000 + host, { cidrIpv4: blockOf(last) });
        }
        stack.add("aws:ec2/instance:Instance", `host-${host}`, {
            subnetId: idOf(subnets[home]!),
            vpcSecurityGroupIds: [idOf(group)],
        });
    }
    return stack.records("preview");
}

const blockOf = (number: number): string => `10.${number >> 8}.${number & 255}.0/24`;
