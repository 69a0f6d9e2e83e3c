import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** The article's three tiers in two zones, written without any component. */
const config = new pulumi.Config();
const databasePort = config.requireNumber("databasePort");
if (databasePort > 65535) {
    throw Object.assign(new Error("the settings are wrong"), {
        name: "SettingsError",
        problems: [
            `databasePort: ${databasePort} is not a port; allowed are 1 to 65535`,
            "zones: fewer than two; add one",
        ],
    });
}
const zones = ["a", "b"].map((letter, index) => ({ letter, id: `use1-az${index + 1}`, index }));

const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
const internet = new aws.ec2.InternetGateway("shop", { vpcId: vpc.id });

function tier(name: string, first: number) {
    return zones.map(({ letter, id, index }) => ({
        letter,
        subnet: new aws.ec2.Subnet(`shop-${name}-${letter}`, {
            vpcId: vpc.id,
            cidrBlock: `10.0.${first + index}.0/24`,
            availabilityZoneId: id,
        }),
    }));
}

const publicTier = tier("public", 1);
const appTier = tier("app", 3);
const databaseTier = tier("db", 5);

const publicTable = new aws.ec2.RouteTable("shop-public", { vpcId: vpc.id });
new aws.ec2.Route("shop-public-internet", {
    routeTableId: publicTable.id,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: internet.id,
});
for (const [index, { letter, subnet }] of publicTier.entries()) {
    new aws.ec2.RouteTableAssociation(`shop-public-${letter}`, {
        routeTableId: publicTable.id,
        subnetId: subnet.id,
    });
    const address = new aws.ec2.Eip(`shop-nat-${letter}`, { domain: "vpc" }, { dependsOn: internet });
    const nat = new aws.ec2.NatGateway(`shop-nat-${letter}`, {
        subnetId: subnet.id,
        allocationId: address.id,
    });
    const table = new aws.ec2.RouteTable(`shop-app-${letter}`, { vpcId: vpc.id });
    new aws.ec2.Route(`shop-app-${letter}-internet`, {
        routeTableId: table.id,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: nat.id,
    });
    new aws.ec2.RouteTableAssociation(`shop-app-${letter}`, {
        routeTableId: table.id,
        subnetId: appTier[index]!.subnet.id,
    });
}
const databaseTable = new aws.ec2.RouteTable("shop-db", { vpcId: vpc.id });
for (const { letter, subnet } of databaseTier) {
    new aws.ec2.RouteTableAssociation(`shop-db-${letter}`, {
        routeTableId: databaseTable.id,
        subnetId: subnet.id,
    });
}

const group = (name: string) =>
    new aws.ec2.SecurityGroup(`shop-${name}`, { vpcId: vpc.id, description: name });
const balancerGroup = group("alb");
const appGroup = group("app");
const databaseGroup = group("db");

new aws.vpc.SecurityGroupIngressRule("shop-alb-internet-443", {
    securityGroupId: balancerGroup.id,
    cidrIpv4: "0.0.0.0/0",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
});
function allow(name: string, from: aws.ec2.SecurityGroup, to: aws.ec2.SecurityGroup, port: number) {
    const ports = { ipProtocol: "tcp", fromPort: port, toPort: port };
    new aws.vpc.SecurityGroupEgressRule(name, {
        securityGroupId: from.id,
        referencedSecurityGroupId: to.id,
        ...ports,
    });
    new aws.vpc.SecurityGroupIngressRule(name, {
        securityGroupId: to.id,
        referencedSecurityGroupId: from.id,
        ...ports,
    });
}
allow("shop-alb-app", balancerGroup, appGroup, 8080);
allow("shop-app-db", appGroup, databaseGroup, databasePort);
new aws.vpc.SecurityGroupEgressRule("shop-app-internet-443", {
    securityGroupId: appGroup.id,
    cidrIpv4: "0.0.0.0/0",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
});

const balancer = new aws.lb.LoadBalancer("shop", {
    loadBalancerType: "application",
    internal: false,
    securityGroups: [balancerGroup.id],
    subnets: publicTier.map(({ subnet }) => subnet.id),
});
const targets = new aws.lb.TargetGroup("shop", { vpcId: vpc.id, port: 8080, protocol: "HTTP" });
new aws.lb.Listener("shop", {
    loadBalancerArn: balancer.arn,
    port: 443,
    protocol: "HTTPS",
    certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/example",
    defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});
const template = new aws.ec2.LaunchTemplate("shop", {
    imageId: "ami-0123456789abcdef0",
    instanceType: "t4g.small",
    vpcSecurityGroupIds: [appGroup.id],
    metadataOptions: { httpTokens: "required" },
});
new aws.autoscaling.Group("shop", {
    minSize: 2,
    maxSize: 4,
    vpcZoneIdentifiers: appTier.map(({ subnet }) => subnet.id),
    launchTemplate: { id: template.id },
    targetGroupArns: [targets.arn],
});
const subnetGroup = new aws.rds.SubnetGroup("shop", {
    subnetIds: databaseTier.map(({ subnet }) => subnet.id),
});
new aws.rds.Instance("shop", {
    engine: "mysql",
    instanceClass: "db.t4g.medium",
    allocatedStorage: 20,
    storageEncrypted: true,
    multiAz: true,
    username: "admin",
    manageMasterUserPassword: true,
    dbSubnetGroupName: subnetGroup.name,
    vpcSecurityGroupIds: [databaseGroup.id],
});

if (config.getBoolean("duplicate") === true) {
    new aws.ec2.Vpc("shop", { cidrBlock: "10.1.0.0/16" });
}

export const vpcId = vpc.id;
