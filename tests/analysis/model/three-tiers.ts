import { idOf, Ref, SpecimenStack, type Specimen } from "./specimen-stack";

/** The article's network in two zones, of standalone resources only, with something in every tier. */
export function threeTiers(): SpecimenStack {
    const stack = new SpecimenStack();
    const vpc = stack.add("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
    const igw = stack.add("aws:ec2/internetGateway:InternetGateway", "igw", { vpcId: idOf(vpc) });
    stack.add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default-sg", { vpcId: idOf(vpc) });
    stack.add("aws:ec2/defaultRouteTable:DefaultRouteTable", "default-rtb", {
        defaultRouteTableId: new Ref(vpc, "defaultRouteTableId"),
        routes: [],
    });
    stack.add("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", "default-acl", {
        defaultNetworkAclId: new Ref(vpc, "defaultNetworkAclId"),
    });
    const tiers = ["public", "app", "db"].map((tier, at) => addTier(stack, vpc, tier, at));
    const [open, app, db] = tiers as [Tier, Tier, Tier];
    const eip = stack.add("aws:ec2/eip:Eip", "nat-eip", { domain: "vpc" });
    const nat = stack.add("aws:ec2/natGateway:NatGateway", "nat", {
        subnetId: idOf(open.subnets[0]!),
        allocationId: new Ref(eip, "allocationId"),
    });
    addRoute(stack, open.table, { gatewayId: idOf(igw) });
    addRoute(stack, app.table, { natGatewayId: idOf(nat) });
    const groups = ["alb", "app", "db"].map((name) =>
        stack.add("aws:ec2/securityGroup:SecurityGroup", name, { vpcId: idOf(vpc) }),
    ) as [Specimen, Specimen, Specimen];
    addRule(stack, "Ingress", groups[0], 443, { cidrIpv4: "0.0.0.0/0" });
    [
        [groups[0], groups[1], 8080],
        [groups[1], groups[2], 3306],
    ].forEach(([from, to, port]) => {
        addRule(stack, "Egress", from as Specimen, port as number, {
            referencedSecurityGroupId: idOf(to as Specimen),
        });
        addRule(stack, "Ingress", to as Specimen, port as number, {
            referencedSecurityGroupId: idOf(from as Specimen),
        });
    });
    addWorkload(stack, vpc, { open, app, db }, groups);
    return stack;
}

interface Tier {
    readonly subnets: readonly Specimen[];
    readonly table: Specimen;
}

function addTier(stack: SpecimenStack, vpc: Specimen, tier: string, at: number): Tier {
    const table = stack.add("aws:ec2/routeTable:RouteTable", tier, { vpcId: idOf(vpc) });
    const acl = stack.add("aws:ec2/networkAcl:NetworkAcl", tier, { vpcId: idOf(vpc) });
    for (const egress of [false, true]) {
        stack.add("aws:ec2/networkAclRule:NetworkAclRule", `${tier}-${egress ? "out" : "in"}`, {
            networkAclId: idOf(acl),
            egress,
            ruleNumber: 100,
            ruleAction: "allow",
            protocol: "tcp",
            fromPort: 0,
            toPort: 65535,
            cidrBlock: "0.0.0.0/0",
        });
    }
    const subnets = ["a", "b"].map((zone, zoneAt) => {
        const subnet = stack.add("aws:ec2/subnet:Subnet", `${tier}-${zone}`, {
            vpcId: idOf(vpc),
            cidrBlock: `10.0.${at * 16 + zoneAt}.0/24`,
            availabilityZoneId: `use1-az${zoneAt + 1}`,
        });
        stack.add("aws:ec2/routeTableAssociation:RouteTableAssociation", `${tier}-${zone}`, {
            subnetId: idOf(subnet),
            routeTableId: idOf(table),
        });
        stack.add("aws:ec2/networkAclAssociation:NetworkAclAssociation", `${tier}-${zone}`, {
            subnetId: idOf(subnet),
            networkAclId: idOf(acl),
        });
        return subnet;
    });
    return { subnets, table };
}

function addRoute(stack: SpecimenStack, table: Specimen, target: Specimen["inputs"]): void {
    stack.add("aws:ec2/route:Route", `${table.name}-default`, {
        routeTableId: idOf(table),
        destinationCidrBlock: "0.0.0.0/0",
        ...target,
    });
}

function addRule(
    stack: SpecimenStack,
    direction: "Ingress" | "Egress",
    group: Specimen,
    port: number,
    peer: Specimen["inputs"],
): void {
    const type = `SecurityGroup${direction}Rule`;
    stack.add(`aws:vpc/securityGroup${direction}Rule:${type}`, `${group.name}-${direction}-${port}`, {
        securityGroupId: idOf(group),
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        ...peer,
    });
}

function addWorkload(
    stack: SpecimenStack,
    vpc: Specimen,
    { open, app, db }: { readonly open: Tier; readonly app: Tier; readonly db: Tier },
    [albGroup, appGroup, dbGroup]: [Specimen, Specimen, Specimen],
): void {
    const alb = stack.add("aws:lb/loadBalancer:LoadBalancer", "alb", {
        subnets: open.subnets.map(idOf),
        securityGroups: [idOf(albGroup)],
    });
    const targets = stack.add("aws:lb/targetGroup:TargetGroup", "app", {
        vpcId: idOf(vpc),
        port: 8080,
        protocol: "HTTP",
        healthCheck: { port: "traffic-port", path: "/health" },
    });
    stack.add("aws:lb/listener:Listener", "https", {
        loadBalancerArn: idOf(alb),
        port: 443,
        protocol: "HTTPS",
        defaultActions: [{ type: "forward", targetGroupArn: idOf(targets) }],
    });
    const template = stack.add("aws:ec2/launchTemplate:LaunchTemplate", "app", {
        networkInterfaces: [{ associatePublicIpAddress: "false", securityGroups: [idOf(appGroup)] }],
    });
    stack.add("aws:autoscaling/group:Group", "app", {
        vpcZoneIdentifiers: app.subnets.map(idOf),
        launchTemplate: { id: idOf(template), version: "$Latest" },
        targetGroupArns: [idOf(targets)],
    });
    stack.add("aws:ec2/instance:Instance", "tool", {
        subnetId: idOf(app.subnets[1]!),
        vpcSecurityGroupIds: [idOf(appGroup)],
    });
    const subnetGroup = stack.add("aws:rds/subnetGroup:SubnetGroup", "db", {
        subnetIds: db.subnets.map(idOf),
    });
    stack.add("aws:rds/instance:Instance", "db", {
        dbSubnetGroupName: idOf(subnetGroup),
        vpcSecurityGroupIds: [idOf(dbGroup)],
    });
}
