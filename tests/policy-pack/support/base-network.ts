import { isReference, ref, resource, type SpecimenResource } from "./specimen";
import { types } from "./resource-types";

const zones = ["a", "b"] as const;
const tiers = { public: 1, app: 3, db: 5 } as const;

const perZone = <T>(make: (zone: "a" | "b", position: number) => readonly T[]): readonly T[] =>
    zones.flatMap((zone, position) => make(zone, position));

const endpointPolicy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: "*",
            Action: "*",
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } },
        },
    ],
});

const subnets = (Object.keys(tiers) as (keyof typeof tiers)[]).flatMap((tier) =>
    perZone((zone, position) => [
        resource(types.subnet, `${tier}-${zone}`, {
            vpcId: ref("vpc"),
            cidrBlock: `10.0.${tiers[tier] + position}.0/24`,
            availabilityZone: `us-east-1${zone}`,
            mapPublicIpOnLaunch: false,
        }),
        resource(types.routeTableAssociation, `${tier}-${zone}-table`, {
            subnetId: ref(`${tier}-${zone}`),
            routeTableId: ref(tier === "app" ? `app-${zone}-routes` : `${tier}-routes`),
        }),
    ]),
);

const table = (name: string): SpecimenResource => resource(types.routeTable, name, { vpcId: ref("vpc") });

/** The routing of the seed's network: public by the internet gateway, app by its zone's NAT, db nowhere. */
export const routing: readonly SpecimenResource[] = [
    resource(
        types.vpc,
        "vpc",
        { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: true },
        { defaultSecurityGroupId: "sg-default", defaultNetworkAclId: "acl-default" },
    ),
    resource(types.internetGateway, "gateway", { vpcId: ref("vpc") }),
    ...subnets,
    table("public-routes"),
    table("app-a-routes"),
    table("app-b-routes"),
    table("db-routes"),
    resource(types.route, "public-default", {
        routeTableId: ref("public-routes"),
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId: ref("gateway"),
    }),
    ...perZone((zone) => [
        resource(types.eip, `nat-${zone}-address`, { domain: "vpc" }, { allocationId: `eipalloc-${zone}` }),
        resource(types.natGateway, `nat-${zone}`, {
            subnetId: ref(`public-${zone}`),
            allocationId: ref(`nat-${zone}-address`, "allocationId"),
        }),
        resource(types.route, `app-${zone}-default`, {
            routeTableId: ref(`app-${zone}-routes`),
            destinationCidrBlock: "0.0.0.0/0",
            natGatewayId: ref(`nat-${zone}`),
        }),
    ]),
    resource(types.defaultSecurityGroup, "default", { vpcId: ref("vpc"), ingress: [], egress: [] }),
];

const group = (name: string): SpecimenResource =>
    resource(types.securityGroup, name, { vpcId: ref("vpc"), description: `Members of the ${name} tier` });

export const ingress = (
    name: string,
    owner: string,
    port: number,
    from: SpecimenResource["inputs"],
): SpecimenResource =>
    resource(types.ingressRule, name, {
        securityGroupId: ref(owner),
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        description: "Clients of the tier",
        ...from,
    });

export const egress = (
    name: string,
    owner: string,
    port: number,
    to: SpecimenResource["inputs"],
): SpecimenResource => ({ ...ingress(name, owner, port, to), type: types.egressRule });

/** The seed's groups: 443 → 8080 → 3306 by reference, SSH from the bastion only. */
export const groups: readonly SpecimenResource[] = [
    ...["alb", "app", "db", "bastion", "endpoints"].map((tier) => group(`${tier}-sg`)),
    ingress("https", "alb-sg", 443, { cidrIpv4: "0.0.0.0/0" }),
    egress("alb-to-app", "alb-sg", 8080, { referencedSecurityGroupId: ref("app-sg") }),
    ingress("app-from-alb", "app-sg", 8080, { referencedSecurityGroupId: ref("alb-sg") }),
    ingress("app-ssh", "app-sg", 22, { referencedSecurityGroupId: ref("bastion-sg") }),
    egress("app-to-db", "app-sg", 3306, { referencedSecurityGroupId: ref("db-sg") }),
    egress("app-to-internet", "app-sg", 443, { cidrIpv4: "0.0.0.0/0" }),
    ingress("db-from-app", "db-sg", 3306, { referencedSecurityGroupId: ref("app-sg") }),
    ingress("bastion-ssh", "bastion-sg", 22, { cidrIpv4: "203.0.113.0/24" }),
    ingress("endpoints-https", "endpoints-sg", 443, { referencedSecurityGroupId: ref("app-sg") }),
];

const inBoth = (tier: keyof typeof tiers) => zones.map((zone) => ref(`${tier}-${zone}`));

/** What sits in the network: a public balancer, a fleet, a database, a bastion and the endpoints. */
export const workload: readonly SpecimenResource[] = [
    resource(types.loadBalancer, "public-alb", {
        internal: false,
        loadBalancerType: "application",
        subnets: inBoth("public"),
        securityGroups: [ref("alb-sg")],
    }),
    resource(types.launchTemplate, "fleet-template", {
        networkInterfaces: [{ associatePublicIpAddress: "false", securityGroups: [ref("app-sg")] }],
    }),
    resource(types.autoScalingGroup, "fleet", {
        vpcZoneIdentifiers: inBoth("app"),
        launchTemplate: { id: ref("fleet-template"), version: "$Latest" },
        minSize: 2,
        maxSize: 4,
    }),
    resource(types.databaseSubnets, "database-subnets", { subnetIds: inBoth("db") }),
    resource(types.database, "database", {
        engine: "mysql",
        dbSubnetGroupName: ref("database-subnets", "name"),
        vpcSecurityGroupIds: [ref("db-sg")],
    }),
    resource(types.instance, "bastion", {
        subnetId: ref("public-a"),
        vpcSecurityGroupIds: [ref("bastion-sg")],
        associatePublicIpAddress: true,
    }),
];

const interfaceEndpoint = (service: string): SpecimenResource =>
    resource(types.vpcEndpoint, service, {
        vpcId: ref("vpc"),
        serviceName: `com.amazonaws.us-east-1.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds: inBoth("app"),
        securityGroupIds: [ref("endpoints-sg")],
        policy: endpointPolicy,
    });

export const endpoints: readonly SpecimenResource[] = [
    resource(types.vpcEndpoint, "s3", {
        vpcId: ref("vpc"),
        serviceName: "com.amazonaws.us-east-1.s3",
        vpcEndpointType: "Gateway",
        policy: endpointPolicy,
    }),
    ...["app-a-routes", "app-b-routes", "db-routes"].map((name) =>
        resource(types.endpointTable, `s3-${name}`, { vpcEndpointId: ref("s3"), routeTableId: ref(name) }),
    ),
    interfaceEndpoint("ssm"),
    interfaceEndpoint("ssmmessages"),
];

export const flowLog: readonly SpecimenResource[] = [
    resource(types.logGroup, "flow-log-group", {
        retentionInDays: 365,
        kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
    }),
    resource(types.flowLog, "flow-log", {
        vpcId: ref("vpc"),
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: ref("flow-log-group", "arn"),
        iamRoleArn: "arn:aws:iam::111122223333:role/flow-log",
    }),
];

/** The whole network of the seed, as it should be. */
export const network: readonly SpecimenResource[] = [
    ...routing,
    ...groups,
    ...workload,
    ...endpoints,
    ...flowLog,
];

/** The same, with the balancer listening for the fleet. */
export const servedNetwork: readonly SpecimenResource[] = [
    ...network,
    resource(types.targetGroup, "fleet-targets", { vpcId: ref("vpc"), port: 8080, protocol: "HTTP" }),
    resource(types.listener, "https-listener", {
        loadBalancerArn: ref("public-alb", "arn"),
        port: 443,
        protocol: "HTTPS",
        defaultActions: [{ type: "forward", targetGroupArn: ref("fleet-targets", "arn") }],
    }),
    resource("aws:autoscaling/attachment:Attachment", "fleet-served", {
        autoscalingGroupName: ref("fleet", "name"),
        lbTargetGroupArn: ref("fleet-targets", "arn"),
    }),
];

/** The program with some inputs of one resource replaced; undefined takes an input away. */
export function changed(
    program: readonly SpecimenResource[],
    name: string,
    inputs: SpecimenResource["inputs"],
): readonly SpecimenResource[] {
    if (!program.some((one) => one.name === name)) {
        throw new Error(`the program has no "${name}"`);
    }
    return program.map((one) => (one.name === name ? { ...one, inputs: { ...one.inputs, ...inputs } } : one));
}

/** The program without some resources, without whatever names them, and so on. */
export function without(
    program: readonly SpecimenResource[],
    ...names: readonly string[]
): readonly SpecimenResource[] {
    const refersTo = (value: unknown): boolean =>
        isReference(value)
            ? names.includes(value.reference)
            : typeof value === "object" && value !== null && Object.values(value).some(refersTo);
    const left = program.filter((one) => !names.includes(one.name) && !refersTo(one.inputs));
    const gone = program.filter((one) => !left.includes(one)).map(({ name }) => name);
    return gone.length > names.length ? without(program, ...gone) : left;
}
