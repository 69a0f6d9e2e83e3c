import fc from "fast-check";
import { idOf, Ref, SpecimenStack, type Input, type Specimen } from "./specimen-stack";

/** What decides a random network: small numbers that pick among the resources declared so far. */
interface Shape {
    readonly vpcs: number;
    readonly subnets: readonly number[];
    readonly groups: readonly number[];
    readonly adopted: { readonly group: boolean; readonly table: boolean; readonly acl: boolean };
    readonly rules: readonly Rule[];
    readonly tables: readonly {
        readonly vpc: number;
        readonly subnets: readonly number[];
        readonly target: number;
    }[];
    readonly acls: readonly {
        readonly vpc: number;
        readonly subnet: number;
        readonly numbers: readonly number[];
    }[];
    readonly placed: readonly Placed[];
}

interface Rule {
    readonly group: number;
    readonly peer: number;
    readonly port: number;
    readonly egress: boolean;
    readonly form: "standalone" | "legacy";
    readonly source: "group" | "block" | "literal" | "default";
}

interface Placed {
    readonly type: number;
    readonly subnets: readonly number[];
    readonly groups: readonly number[];
}

const pick = fc.nat({ max: 7 });
const picks = fc.uniqueArray(pick, { minLength: 1, maxLength: 3 });

const shapes: fc.Arbitrary<Shape> = fc.record({
    vpcs: fc.integer({ min: 1, max: 2 }),
    subnets: fc.array(pick, { minLength: 1, maxLength: 4 }),
    groups: fc.array(pick, { minLength: 1, maxLength: 4 }),
    adopted: fc.record({ group: fc.boolean(), table: fc.boolean(), acl: fc.boolean() }),
    rules: fc.array(
        fc.record({
            group: pick,
            peer: pick,
            port: fc.integer({ min: 0, max: 65535 }),
            egress: fc.boolean(),
            form: fc.constantFrom("standalone", "legacy"),
            source: fc.constantFrom("group", "block", "literal", "default"),
        }),
        { maxLength: 6 },
    ),
    tables: fc.array(fc.record({ vpc: pick, subnets: picks, target: pick }), { maxLength: 3 }),
    acls: fc.array(
        fc.record({
            vpc: pick,
            subnet: pick,
            numbers: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
        }),
        { maxLength: 2 },
    ),
    placed: fc.array(fc.record({ type: pick, subnets: picks, groups: picks }), { maxLength: 5 }),
});

/** Networks in which everything is told by dependencies: nothing of them may be left open. */
export const networks: fc.Arbitrary<SpecimenStack> = shapes.map(networkOf);

function networkOf(shape: Shape): SpecimenStack {
    const stack = new SpecimenStack();
    const of = (list: readonly Specimen[], at: number): Specimen => list[at % list.length]!;
    const distinct = (list: readonly Specimen[], ats: readonly number[]): Specimen[] => [
        ...new Set(ats.map((at) => of(list, at))),
    ];
    const vpcs = Array.from({ length: shape.vpcs }, (_, at) =>
        stack.add("aws:ec2/vpc:Vpc", `vpc-${at}`, { cidrBlock: `10.${at}.0.0/16` }),
    );
    const gateways = vpcs.map((vpc) =>
        stack.add("aws:ec2/internetGateway:InternetGateway", vpc.name, { vpcId: idOf(vpc) }),
    );
    vpcs.forEach((vpc) => adoptSome(stack, vpc, shape.adopted));
    const subnets = shape.subnets.map((vpc, at) =>
        stack.add("aws:ec2/subnet:Subnet", `subnet-${at}`, {
            vpcId: idOf(of(vpcs, vpc)),
            cidrBlock: `10.${vpc % vpcs.length}.${at}.0/24`,
            mapPublicIpOnLaunch: at % 2 === 0,
        }),
    );
    const groups = shape.groups.map((vpc, at) =>
        stack.add("aws:ec2/securityGroup:SecurityGroup", `group-${at}`, { vpcId: idOf(of(vpcs, vpc)) }),
    );
    shape.rules.forEach((rule, at) =>
        addRule(stack, `rule-${at}`, rule, of(groups, rule.group), of(groups, rule.peer), vpcs[0]!),
    );
    shape.tables.forEach(({ vpc, subnets: placed, target }, at) => {
        const table = stack.add("aws:ec2/routeTable:RouteTable", `table-${at}`, {
            vpcId: idOf(of(vpcs, vpc)),
        });
        stack.add("aws:ec2/route:Route", `route-${at}`, {
            routeTableId: idOf(table),
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: idOf(of(gateways, target)),
        });
        distinct(subnets, placed).forEach((subnet) =>
            stack.add("aws:ec2/routeTableAssociation:RouteTableAssociation", `${table.name}-${subnet.name}`, {
                routeTableId: idOf(table),
                subnetId: idOf(subnet),
            }),
        );
    });
    shape.acls.forEach(({ vpc, subnet, numbers }, at) => {
        const acl = stack.add("aws:ec2/networkAcl:NetworkAcl", `acl-${at}`, {
            vpcId: idOf(of(vpcs, vpc)),
            subnetIds: [idOf(of(subnets, subnet))],
        });
        numbers.forEach((ruleNumber) =>
            stack.add("aws:ec2/networkAclRule:NetworkAclRule", `${acl.name}-${ruleNumber}`, {
                networkAclId: idOf(acl),
                ruleNumber,
                egress: ruleNumber % 2 === 0,
                ruleAction: "allow",
                protocol: "-1",
                cidrBlock: "0.0.0.0/0",
            }),
        );
    });
    shape.placed.forEach((placed, at) =>
        addPlaced(
            stack,
            `placed-${at}`,
            placed.type,
            distinct(subnets, placed.subnets),
            distinct(groups, placed.groups),
        ),
    );
    return stack;
}

function adoptSome(stack: SpecimenStack, vpc: Specimen, adopted: Shape["adopted"]): void {
    if (adopted.group) {
        stack.add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", vpc.name, { vpcId: idOf(vpc) });
    }
    if (adopted.table) {
        stack.add("aws:ec2/defaultRouteTable:DefaultRouteTable", vpc.name, {
            defaultRouteTableId: new Ref(vpc, "defaultRouteTableId"),
        });
    }
    if (adopted.acl) {
        stack.add("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", vpc.name, {
            defaultNetworkAclId: new Ref(vpc, "defaultNetworkAclId"),
        });
    }
}

function addRule(
    stack: SpecimenStack,
    name: string,
    { port, egress, form, source }: Rule,
    group: Specimen,
    peer: Specimen,
    vpc: Specimen,
): void {
    const ports = { fromPort: port, toPort: port };
    const named: { readonly [kind in Rule["source"]]: Input } = {
        group: idOf(peer),
        default: new Ref(vpc, "defaultSecurityGroupId"),
        literal: "sg-elsewhere",
        block: undefined,
    };
    const reference = named[source];
    if (form === "legacy") {
        stack.add("aws:ec2/securityGroupRule:SecurityGroupRule", name, {
            type: egress ? "egress" : "ingress",
            securityGroupId: idOf(group),
            protocol: "tcp",
            ...ports,
            ...(reference === undefined
                ? { cidrBlocks: ["10.0.0.0/8"] }
                : { sourceSecurityGroupId: reference }),
        });
        return;
    }
    const type = egress ? "SecurityGroupEgressRule" : "SecurityGroupIngressRule";
    stack.add(`aws:vpc/s${type.slice(1)}:${type}`, name, {
        securityGroupId: idOf(group),
        ipProtocol: "tcp",
        ...ports,
        ...(reference === undefined ? { cidrIpv4: "10.0.0.0/8" } : { referencedSecurityGroupId: reference }),
    });
}

function addPlaced(
    stack: SpecimenStack,
    name: string,
    type: number,
    subnets: readonly Specimen[],
    groups: readonly Specimen[],
): void {
    const groupIds = groups.map(idOf);
    const subnetIds = subnets.map(idOf);
    const one = subnetIds[0]!;
    const kinds: readonly (() => void)[] = [
        () => stack.add("aws:ec2/instance:Instance", name, { subnetId: one, vpcSecurityGroupIds: groupIds }),
        () =>
            stack.add("aws:ec2/networkInterface:NetworkInterface", name, {
                subnetId: one,
                securityGroups: groupIds,
            }),
        () =>
            stack.add("aws:lb/loadBalancer:LoadBalancer", name, {
                subnets: subnetIds,
                securityGroups: groupIds,
            }),
        () => stack.add("aws:ec2/natGateway:NatGateway", name, { subnetId: one }),
        () =>
            stack.add("aws:lambda/function:Function", name, {
                vpcConfig: { subnetIds, securityGroupIds: groupIds },
            }),
        () => {
            const subnetGroup = stack.add("aws:rds/subnetGroup:SubnetGroup", name, { subnetIds });
            stack.add("aws:rds/instance:Instance", name, {
                dbSubnetGroupName: idOf(subnetGroup),
                vpcSecurityGroupIds: groupIds,
            });
        },
        () => {
            const template = stack.add("aws:ec2/launchTemplate:LaunchTemplate", name, {
                vpcSecurityGroupIds: groupIds,
            });
            stack.add("aws:autoscaling/group:Group", name, {
                vpcZoneIdentifiers: subnetIds,
                launchTemplate: { id: idOf(template) },
            });
        },
        () => {
            const guest = stack.add("aws:ec2/instance:Instance", name, { subnetId: one });
            stack.add("aws:ec2/eip:Eip", name, { instance: idOf(guest) });
        },
    ];
    kinds[type % kinds.length]!();
}
