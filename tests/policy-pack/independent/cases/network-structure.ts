import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { inline, ingressRule, v4 } from "../../../support/independent-policies/security-groups";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const vpc = (inputs: Stated = {}) => aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16", ...inputs }, "vpc");
const inVpc = { vpcId: ref("vpc") };
const gateway = aws("ec2:InternetGateway")(inVpc, "gateway");
const everywhere = { destinationCidrBlock: "0.0.0.0/0" };

const subnet = (name: string, third: number, zone: string, inputs: Stated = {}) =>
    aws("ec2:Subnet")(
        { ...inVpc, cidrBlock: `10.0.${third}.0/24`, availabilityZone: `us-east-1${zone}`, ...inputs },
        name,
    );

/** A route table with this default route, and the subnets that follow it. */
const table = (name: string, target: Stated | undefined, ...subnets: readonly string[]) => [
    aws("ec2:RouteTable")(inVpc, name),
    ...(target === undefined
        ? []
        : [aws("ec2:Route")({ routeTableId: ref(name), ...everywhere, ...target }, `${name}-default`)]),
    ...subnets.map((one) =>
        aws("ec2:RouteTableAssociation")(
            { subnetId: ref(one), routeTableId: ref(name) },
            `${one}-in-${name}`,
        ),
    ),
];

const natIn = (zone: string, subnetName: string) => [
    aws("ec2:Eip")({ domain: "vpc" }, `address-${zone}`),
    aws("ec2:NatGateway")(
        { subnetId: ref(subnetName), allocationId: ref(`address-${zone}`, "allocationId") },
        `nat-${zone}`,
    ),
];

const zones = ["a", "b"];
const base = [
    vpc(),
    gateway,
    ...zones.flatMap((zone, i) => [
        subnet(`public-${zone}`, i, zone),
        subnet(`app-${zone}`, 10 + i, zone),
        subnet(`db-${zone}`, 20 + i, zone),
    ]),
    ...table("public-routes", { gatewayId: ref("gateway") }, "public-a", "public-b"),
];
const nats = [...natIn("a", "public-a"), ...natIn("b", "public-b")];
const appRoutes = (natOfB: string) => [
    ...table("app-a-routes", { natGatewayId: ref("nat-a") }, "app-a"),
    ...table("app-b-routes", { natGatewayId: ref(natOfB) }, "app-b"),
];
const dbRoutes = (target?: Stated) => table("db-routes", target, "db-a", "db-b");
const databases = aws("rds:SubnetGroup")({ subnetIds: [ref("db-a"), ref("db-b")] }, "databases");
const sound = [...base, ...nats, ...appRoutes("nat-b"), ...dbRoutes(), databases];
const without = (all: readonly SpecimenResource[], pattern: RegExp) =>
    all.filter(({ name }) => !pattern.test(name));

const tierGroup = (tier: string, inputs: Stated = {}, name = "subject") =>
    aws("ec2:SecurityGroup")({ vpcId: "vpc-1", description: "x", tags: { Tier: tier }, ...inputs }, name);
const ofGroup = { securityGroupId: ref("subject") };

const entry = (ruleNo: number, from_: number, to: number, more: Stated = {}): Stated => ({
    ruleNo,
    action: "allow",
    protocol: "tcp",
    fromPort: from_,
    toPort: to,
    cidrBlock: "0.0.0.0/0",
    ...more,
});
const acl = (ingress: readonly Stated[], egress: readonly Stated[]) => [
    aws("ec2:NetworkAcl")({ vpcId: "vpc-1", subnetIds: ["subnet-1"], ingress, egress }),
];
const answers = entry(200, 1024, 65535);

export const networkStructure: readonly Fixture[] = [
    from("control", "sg-tier-references", {
        pass: {
            "a database for one group": [
                tierGroup("db"),
                ...ingressRule({
                    ...ofGroup,
                    fromPort: 3306,
                    toPort: 3306,
                    referencedSecurityGroupId: "sg-app",
                }).map((one) => ({ ...one, name: "rule" })),
            ],
            "a public tier for everybody": [
                tierGroup("public", { ingress: [inline(443, 443, v4("0.0.0.0/0"))] }),
            ],
        },
        fail: {
            "a database for a network": [
                tierGroup("db", { ingress: [inline(3306, 3306, v4("10.0.0.0/16"))] }),
            ],
            "a database by its name": [
                aws("ec2:SecurityGroup")({
                    name: "prod-db-sg",
                    vpcId: "vpc-1",
                    ingress: [inline(5432, 5432, v4("10.0.0.0/16"))],
                }),
            ],
            "an application for a network": [
                tierGroup("app", { ingress: [inline(8080, 8080, v4("10.0.0.0/8"))] }),
            ],
            "a database's port in a group of no tier": [
                aws("ec2:SecurityGroup")({
                    vpcId: "vpc-1",
                    ingress: [inline(3306, 3306, v4("10.0.0.0/16"))],
                }),
            ],
        },
    }),
    from("awsguard", "securityGroupNoRuleManagementConflicts", {
        pass: {
            "inline rules alone": [tierGroup("app", { ingress: [inline(8080, 8080, { self: true })] })],
            "own rules alone": [
                tierGroup("app"),
                aws("vpc:SecurityGroupIngressRule")(
                    { ...ofGroup, ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" },
                    "rule",
                ),
            ],
        },
        fail: {
            "inline and own rules": [
                tierGroup("app", { ingress: [inline(8080, 8080, { self: true })] }),
                aws("vpc:SecurityGroupIngressRule")(
                    { ...ofGroup, ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" },
                    "rule",
                ),
            ],
            "inline and older rules": [
                tierGroup("app", { egress: [inline(0, 0, v4("0.0.0.0/0"), "-1")] }),
                aws("ec2:SecurityGroupRule")(
                    { ...ofGroup, type: "egress", fromPort: 1, toPort: 2, protocol: "tcp", self: true },
                    "rule",
                ),
            ],
        },
    }),
    from("control", "nacl-ephemeral", {
        pass: {
            "answers let out": acl([entry(100, 443, 443)], [answers]),
            "nothing let in": acl([], []),
        },
        fail: { "answers kept in": acl([entry(100, 443, 443)], [entry(100, 443, 443)]) },
    }),
    from("control", "nacl-shadowed", {
        pass: {
            "a denial before a wider allowance": acl(
                [entry(90, 3389, 3389, { action: "deny" }), answers],
                [answers],
            ),
        },
        fail: {
            "a denial after a wider allowance": acl(
                [entry(100, 0, 65535), entry(110, 3389, 3389, { action: "deny" })],
                [answers],
            ),
        },
    }),
    from("control", "three-tier-subnets", {
        pass: { "three tiers in two zones": sound },
        fail: {
            "no databases": without(sound, /^db-|^databases/),
            "one zone": without(sound, /-b(-|$)|^databases/),
            "nothing public": without(sound, /public|gateway|^nat|^address|app-.-routes/),
        },
    }),
    from("control", "db-no-internet-route", {
        pass: { "no way out": sound },
        fail: {
            "a way by NAT": [
                ...base,
                ...nats,
                ...appRoutes("nat-b"),
                databases,
                ...dbRoutes({ natGatewayId: ref("nat-a") }),
            ],
            "a way by the gateway": [...base, databases, ...dbRoutes({ gatewayId: ref("gateway") })],
            "a way by a transit gateway": [...base, databases, ...dbRoutes({ transitGatewayId: "tgw-1" })],
        },
    }),
    from("control", "nat-per-az", {
        pass: { "one in each": sound },
        fail: {
            "one for both": [...base, ...natIn("a", "public-a"), ...appRoutes("nat-a"), ...dbRoutes()],
            "crossing over": [...base, ...nats, ...appRoutes("nat-a"), ...dbRoutes()],
        },
    }),
    from("control", "nat-in-public-subnet", {
        pass: { "in public subnets": sound },
        fail: {
            "in a private subnet": [...base, ...natIn("a", "app-a"), ...dbRoutes()],
            "without an address": [...base, aws("ec2:NatGateway")({ subnetId: ref("public-a") }, "nat")],
        },
    }),
    from("control", "vpc-cidr-plan", {
        pass: { "a private block": sound },
        fail: {
            "a public block": [vpc({ cidrBlock: "8.8.0.0/16" })],
            "a tiny block": [vpc({ cidrBlock: "10.0.0.0/28" })],
            "a subnet outside": [vpc(), aws("ec2:Subnet")({ ...inVpc, cidrBlock: "10.1.0.0/24" })],
            "two subnets that overlap": [vpc(), subnet("one", 1, "a"), subnet("two", 1, "b")],
        },
    }),
    from("control", "vpc-dns", {
        pass: { "both on": [vpc({ enableDnsSupport: true, enableDnsHostnames: true })] },
        fail: {
            "no support": [vpc({ enableDnsSupport: false })],
            "no names where an endpoint needs them": [
                vpc(),
                aws("ec2:VpcEndpoint")({
                    ...inVpc,
                    serviceName: "com.amazonaws.us-east-1.ssm",
                    vpcEndpointType: "Interface",
                    privateDnsEnabled: true,
                }),
            ],
        },
    }),
];
