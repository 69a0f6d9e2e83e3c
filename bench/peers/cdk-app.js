"use strict";

// The article's production architecture as a CDK app, judged by cdk-nag's two largest packs. Written in
// JavaScript, so that it pays for no TypeScript while it is measured.
const {
    App,
    Duration,
    Stack,
    Validations,
    aws_autoscaling: autoscaling,
    aws_backup: backup,
    aws_cloudtrail: cloudtrail,
    aws_cloudwatch: cloudwatch,
    aws_ec2: ec2,
    aws_elasticloadbalancingv2: elb,
    aws_events: events,
    aws_kms: kms,
    aws_logs: logs,
    aws_rds: rds,
    aws_s3: s3,
    aws_sns: sns,
    aws_wafv2: waf,
} = require("aws-cdk-lib");
const { AwsSolutionsChecks, NIST80053R5Checks } = require("cdk-nag");

class Production extends Stack {
    constructor(scope, id, props) {
        super(scope, id, props);
        const key = new kms.Key(this, "Key", { enableKeyRotation: true });
        const bucket = (name) =>
            new s3.Bucket(this, name, {
                blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
                encryption: s3.BucketEncryption.S3_MANAGED,
                enforceSSL: true,
                versioned: true,
                lifecycleRules: [{ expiration: Duration.days(365) }],
            });
        const vpc = new ec2.Vpc(this, "Network", {
            ipAddresses: ec2.IpAddresses.cidr("10.0.0.0/16"),
            availabilityZones: ["us-east-1a", "us-east-1b"],
            natGateways: 2,
            restrictDefaultSecurityGroup: true,
            subnetConfiguration: [
                {
                    name: "public",
                    subnetType: ec2.SubnetType.PUBLIC,
                    cidrMask: 24,
                    mapPublicIpOnLaunch: false,
                },
                { name: "app", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
                { name: "db", subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
            ],
            gatewayEndpoints: { s3: { service: ec2.GatewayVpcEndpointAwsService.S3 } },
            flowLogs: {
                bucket: {
                    destination: ec2.FlowLogDestination.toS3(bucket("FlowLogs")),
                    trafficType: ec2.FlowLogTrafficType.ALL,
                },
            },
        });
        this.acl(vpc, "public", [443, 80], ["0.0.0.0/0"]);
        this.acl(vpc, "app", [8080], ["10.0.0.0/24", "10.0.1.0/24"]);
        this.acl(vpc, "db", [3306], ["10.0.2.0/24", "10.0.3.0/24"]);

        const group = (name) =>
            new ec2.SecurityGroup(this, name, { vpc, description: name, allowAllOutbound: false });
        const [alb, app, db, endpoints] = ["AlbGroup", "AppGroup", "DbGroup", "EndpointsGroup"].map(group);
        alb.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), "customers");
        alb.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(80), "redirected to https");
        for (const [from, to, port, reason] of [
            [alb, app, 8080, "requests the load balancer hands on"],
            [app, db, 3306, "queries"],
            [app, endpoints, 443, "AWS services without the internet"],
        ]) {
            from.addEgressRule(to, ec2.Port.tcp(port), reason);
            to.addIngressRule(from, ec2.Port.tcp(port), reason);
        }
        app.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), "updates and external APIs");

        for (const service of [
            "SSM",
            "SSM_MESSAGES",
            "EC2_MESSAGES",
            "KMS",
            "CLOUDWATCH_LOGS",
            "CLOUDWATCH_MONITORING",
            "SECRETS_MANAGER",
        ]) {
            vpc.addInterfaceEndpoint(`Endpoint${service}`, {
                service: ec2.InterfaceVpcEndpointAwsService[service],
                subnets: { subnetGroupName: "app" },
                securityGroups: [endpoints],
                open: false,
            });
        }

        const fleet = new autoscaling.AutoScalingGroup(this, "App", {
            vpc,
            vpcSubnets: { subnetGroupName: "app" },
            minCapacity: 2,
            maxCapacity: 6,
            launchTemplate: new ec2.LaunchTemplate(this, "Template", {
                instanceType: new ec2.InstanceType("t4g.medium"),
                machineImage: ec2.MachineImage.genericLinux({ "us-east-1": "ami-0123456789abcdef0" }),
                securityGroup: app,
                requireImdsv2: true,
                blockDevices: [
                    {
                        deviceName: "/dev/xvda",
                        volume: autoscaling.BlockDeviceVolume.ebs(20, { encrypted: true }),
                    },
                ],
            }),
        });
        fleet.scaleOnCpuUtilization("Cpu", { targetUtilizationPercent: 60 });
        const balancer = new elb.ApplicationLoadBalancer(this, "Alb", {
            vpc,
            internetFacing: true,
            securityGroup: alb,
            deletionProtection: true,
            dropInvalidHeaderFields: true,
        });
        balancer.addRedirect();
        const targets = new elb.ApplicationTargetGroup(this, "Targets", {
            vpc,
            port: 8080,
            targets: [fleet],
            protocol: elb.ApplicationProtocol.HTTP,
        });
        balancer.addListener("Https", {
            port: 443,
            open: false,
            certificates: [
                elb.ListenerCertificate.fromArn("arn:aws:acm:us-east-1:123456789012:certificate/example"),
            ],
            defaultTargetGroups: [targets],
        });
        const firewall = new waf.CfnWebACL(this, "Firewall", {
            defaultAction: { allow: {} },
            scope: "REGIONAL",
            visibilityConfig: {
                cloudWatchMetricsEnabled: true,
                metricName: "firewall",
                sampledRequestsEnabled: true,
            },
            rules: ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"].map((name, priority) => ({
                name,
                priority,
                overrideAction: { none: {} },
                statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
                visibilityConfig: {
                    cloudWatchMetricsEnabled: true,
                    metricName: name,
                    sampledRequestsEnabled: true,
                },
            })),
        });
        new waf.CfnWebACLAssociation(this, "FirewallAssociation", {
            resourceArn: balancer.loadBalancerArn,
            webAclArn: firewall.attrArn,
        });

        const database = new rds.DatabaseInstance(this, "Db", {
            engine: rds.DatabaseInstanceEngine.mysql({ version: rds.MysqlEngineVersion.VER_8_0 }),
            instanceType: new ec2.InstanceType("m7g.large"),
            vpc,
            vpcSubnets: { subnetGroupName: "db" },
            securityGroups: [db],
            multiAz: true,
            storageEncrypted: true,
            storageEncryptionKey: key,
            deletionProtection: true,
            cloudwatchLogsExports: ["error", "slowquery"],
        });
        const plan = backup.BackupPlan.dailyWeeklyMonthly5YearRetention(this, "Backups");
        plan.addSelection("Database", {
            resources: [backup.BackupResource.fromRdsDatabaseInstance(database)],
        });
        new cloudtrail.Trail(this, "Trail", {
            bucket: bucket("TrailLogs"),
            encryptionKey: key,
            enableFileValidation: true,
        });
        const alerts = new sns.Topic(this, "Alerts", { masterKey: key });
        for (let index = 0; index < 15; index += 1) {
            new cloudwatch.Alarm(this, `Alarm${index}`, {
                metric: new cloudwatch.Metric({ namespace: "AWS/EC2", metricName: `Metric${index}` }),
                threshold: 1,
                evaluationPeriods: 1,
            });
        }
        for (let index = 0; index < 6; index += 1) {
            new events.Rule(this, `Change${index}`, {
                eventPattern: { source: ["aws.ec2"], detailType: [`change ${index}`] },
            });
        }
        for (let index = 0; index < 6; index += 1) {
            new logs.LogGroup(this, `Logs${index}`, {
                encryptionKey: key,
                retention: logs.RetentionDays.ONE_YEAR,
            });
        }
        this.topic = alerts;
    }

    acl(vpc, tier, ports, sources) {
        const acl = new ec2.NetworkAcl(this, `${tier}Acl`, {
            vpc,
            subnetSelection: { subnetGroupName: tier },
        });
        let ruleNumber = 100;
        const entry = (cidr, traffic, direction) =>
            acl.addEntry(`${direction}${(ruleNumber += 10)}`, {
                ruleNumber,
                cidr: ec2.AclCidr.ipv4(cidr),
                traffic,
                direction: ec2.TrafficDirection[direction],
                ruleAction: ec2.Action.ALLOW,
            });
        for (const source of sources) {
            for (const port of ports) {
                entry(source, ec2.AclTraffic.tcpPort(port), "INGRESS");
            }
            entry(source, ec2.AclTraffic.tcpPortRange(1024, 65535), "EGRESS");
            entry(source, ec2.AclTraffic.tcpPortRange(1024, 65535), "INGRESS");
            entry(source, ec2.AclTraffic.tcpPort(443), "EGRESS");
        }
    }
}

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
new Production(app, "Production", { env: { account: "123456789012", region: "us-east-1" } });
