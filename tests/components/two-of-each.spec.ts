import { expect } from "chai";
import * as palisade from "../../components";
import { record } from "../support/recorded";

const place = { accountId: "123456789012", region: "us-east-1" };
const keys = { kmsKeyArn: "arn:data-key", logsKmsKeyArn: "arn:logs-key" };
const subnetIds = { a: "subnet-a", b: "subnet-b" };
const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMV1NaMqJGvQ6E2vRs8Zd2HPlmYFBEYFlFzyjRK0yT8c admin";
const network: palisade.NetworkArgs = {
    region: "us-east-1",
    cidr: "10.0.0.0/16",
    zones: { a: "use1-az1", b: "use1-az2" },
};
const tiers = Object.fromEntries(["public", "app", "db"].map((tier) => [tier, { subnetIds }]));

/** A way to make one of every component that the package has, by its class's name. */
const makers: { readonly [component: string]: (name: string) => unknown } = {
    AccessScope: (name) =>
        new palisade.AccessScope(name, {
            securityGroupIds: { app: "sg-1", db: "sg-2" },
            flows: [{ from: "app", to: "db", port: "mysql", because: "queries" }],
        }),
    AccountDefaults: (name) => new palisade.AccountDefaults(name, { ebsKmsKeyArn: "arn:data-key" }),
    AccountGuardrails: (name) =>
        new palisade.AccountGuardrails(name, {
            ...place,
            logsKmsKeyArn: "arn:logs-key",
            dataKmsKeyArn: "arn:data-key",
            retentionDays: 30,
        }),
    Alarms: (name) =>
        new palisade.Alarms(name, { region: "us-east-1", topicArn: "arn", natGatewayIds: { a: "nat" } }),
    AlertTopic: (name) => new palisade.AlertTopic(name, { ...place, kmsKeyArn: "arn", subscriptions: {} }),
    ApplicationFleet: (name) =>
        new palisade.ApplicationFleet(name, {
            ...keys,
            subnetIds,
            securityGroupId: "sg",
            targetGroupArns: {},
            instanceProfileArn: "arn",
            instanceType: "t4g.small",
            minimum: 1,
            maximum: 2,
        }),
    ApplicationLoadBalancer: (name) =>
        new palisade.ApplicationLoadBalancer(name, {
            vpcId: "vpc",
            subnetIds,
            securityGroupId: "sg",
            certificateArn: "arn",
            logBucket: "logs",
            backends: { app: { port: 8080 } },
        }),
    AuditTrail: (name) => new palisade.AuditTrail(name, { ...place, kmsKeyArn: "arn", retentionDays: 30 }),
    Backups: (name) => new palisade.Backups(name, { ...place, kmsKeyArn: "arn", retentionDays: 7 }),
    Bastion: (name) =>
        new palisade.Bastion(name, { ...place, ...keys, subnetIds, securityGroupId: "sg", publicKey: key }),
    Cache: (name) =>
        new palisade.Cache(name, { ...keys, subnetIds, securityGroupId: "sg", nodeType: "cache.t4g.small" }),
    Certificate: (name) => new palisade.Certificate(name, { domainName: "example.com", zoneId: "Z1" }),
    ChangeAlerts: (name) =>
        new palisade.ChangeAlerts(name, { topicArn: "arn", trailLogGroupName: "/palisade/trail" }),
    ConfigurationRecorder: (name) =>
        new palisade.ConfigurationRecorder(name, { ...place, retentionDays: 30 }),
    Dashboard: (name) => new palisade.Dashboard(name, { region: "us-east-1" }),
    Database: (name) =>
        new palisade.Database(name, {
            ...place,
            ...keys,
            subnetIds,
            securityGroupId: "sg",
            instanceClass: "db.t4g.medium",
        }),
    DnsProtection: (name) =>
        new palisade.DnsProtection(name, {
            vpcId: "vpc",
            logsKmsKeyArn: "arn",
            blockedDomains: ["evil.example"],
        }),
    EncryptionKey: (name) => new palisade.EncryptionKey(name, { ...place, description: "Key" }),
    ExistingNetwork: (name) => new palisade.ExistingNetwork(name, { network, vpcId: "vpc", tiers }),
    FlowLogs: (name) =>
        new palisade.FlowLogs(name, {
            ...place,
            vpcId: "vpc",
            logsKmsKeyArn: "arn",
            toLogGroup: true,
            applicationCidrs: ["10.0.3.0/24"],
        }),
    IncidentResponse: (name) => new palisade.IncidentResponse(name, { ...place, vpcId: "vpc" }),
    InstanceConnectEndpoint: (name) =>
        new palisade.InstanceConnectEndpoint(name, { subnetId: "subnet", securityGroupId: "sg" }),
    InstanceRole: (name) => new palisade.InstanceRole(name, { ...place, sessionLogGroupName: "/sessions" }),
    InterfaceEndpoints: (name) =>
        new palisade.InterfaceEndpoints(name, { ...place, vpcId: "vpc", subnetIds, securityGroupId: "sg" }),
    LogBucket: (name) =>
        new palisade.LogBucket(name, {
            ...place,
            bucketName: `${name}-logs`,
            sources: [palisade.LogSource.CloudTrail],
            retentionDays: 30,
            accessLogBucket: "access-logs",
        }),
    Network: (name) => new palisade.Network(name, { ...network, ipv6: true }),
    NetworkLoadBalancer: (name) =>
        new palisade.NetworkLoadBalancer(name, {
            vpcId: "vpc",
            subnetIds,
            securityGroupId: "sg",
            logBucket: "logs",
            listeners: { tcp: { protocol: "TCP", port: 9000 } },
        }),
    Patching: (name) => new palisade.Patching(name, { patchGroup: name }),
    SecurityTiers: (name) =>
        new palisade.SecurityTiers(name, {
            vpcId: "vpc",
            cidr: "10.0.0.0/16",
            tiers: { app: { access: "private", cidrs: ["10.0.16.0/20"], subnetIds } },
            groups: { app: { tier: "app" }, api: { tier: "app" } },
            flows: [{ from: "api", to: "app", port: "https", because: "requests" }],
            nat: "none",
        }),
    SessionAccess: (name) => new palisade.SessionAccess(name, place),
    ThreatDetection: (name) => new palisade.ThreatDetection(name, { region: "us-east-1" }),
    TransitGateway: (name) => new palisade.TransitGateway(name, { routeTables: ["networks"] }),
    TransitGatewaySpoke: (name) =>
        new palisade.TransitGatewaySpoke(name, {
            transitGatewayId: "tgw",
            vpcId: "vpc",
            subnetIds,
            routeTableId: "rtb",
            reachableFrom: { sites: "rtb" },
            vpcRouteTableIds: { app: "rtb" },
            destinations: ["192.168.0.0/16"],
        }),
    VpcPeering: (name) =>
        new palisade.VpcPeering(name, {
            vpcId: "vpc-1",
            cidrs: ["10.0.0.0/16"],
            routeTableIds: { app: "rtb-1" },
            peerVpcId: "vpc-2",
            peerCidrs: ["10.1.0.0/16"],
            peerRouteTableIds: { app: "rtb-2" },
        }),
    VpcPublicAccessBlock: (name) =>
        new palisade.VpcPublicAccessBlock(name, { mode: "block-ingress", openSubnetIds: { a: "subnet" } }),
    WebFirewall: (name) => new palisade.WebFirewall(name, { loadBalancerArn: "arn", logsKmsKeyArn: "arn" }),
};

/** Components made elsewhere, or by others of the same list. */
const classes = Object.entries(palisade)
    .filter(
        ([, value]) =>
            typeof value === "function" && /^class\s/.test(Function.prototype.toString.call(value)),
    )
    .filter(([, value]) => "isInstance" in value)
    .map(([name]) => name);

describe("two of each component in one stack", () => {
    it("are tried for every component that the package exports", () => {
        expect(Object.keys(makers)).to.include.members(classes);
        expect(classes.length).to.be.greaterThan(25);
    });

    for (const [component, make] of Object.entries(makers)) {
        it(`do not clash: ${component}`, async () => {
            const { resources } = await record(() => {
                make("east");
                make("west");
            });
            const outsiders = resources.filter(({ name }) => !/^(east|west)(-|$)/.test(name));
            expect(outsiders).to.deep.equal([]);
            const [east, west] = ["east", "west"].map(
                (prefix) => resources.filter(({ name }) => name.split("-")[0] === prefix).length,
            );
            expect(east).to.equal(west);
        });
    }
});
