import { expect } from "chai";
import { Alarms } from "../../components/alarms";
import { Backups } from "../../components/backups";
import { Cache } from "../../components/cache";
import { Dashboard } from "../../components/dashboard";
import { IncidentResponse } from "../../components/incident-response";
import { InstanceConnectEndpoint } from "../../components/instance-connect-endpoint";
import { InstanceRole } from "../../components/instance-role";
import { Patching } from "../../components/patching";
import { registered, statement, statementsOf } from "../support/policy-documents";
import { inputsOf, namesOf, record } from "../support/recorded";

const place = { accountId: "123456789012", region: "us-east-1" };
const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("Alarms", () => {
    const recordAlarms = () =>
        record(
            () =>
                new Alarms("prod", {
                    region: "us-east-1",
                    topicArn: "arn:topic",
                    fleets: { app: { groupName: "group", minimum: 2 } },
                    natGatewayIds: { a: "nat-a" },
                    loadBalancers: {
                        alb: { arnSuffix: "app/alb", targetGroupArnSuffixes: { app: "targetgroup/app" } },
                    },
                    databaseIdentifiers: { db: "db" },
                    instanceIds: { bastion: "i-1" },
                }),
        );

    it("watch what the seed names: CPU over 80 for two times five minutes, and status checks", async () => {
        const { resources } = await recordAlarms();
        expect(inputsOf(resources, alarmType, "prod-app-cpu")).to.deep.include({
            metricName: "CPUUtilization",
            threshold: 80,
            comparisonOperator: "GreaterThanThreshold",
            period: 300,
            evaluationPeriods: 2,
            statistic: "Average",
            dimensions: { AutoScalingGroupName: "group" },
        });
        expect(inputsOf(resources, alarmType, "prod-app-status-check")["metricName"]).to.equal(
            "StatusCheckFailed",
        );
    });

    it("recover a single instance on the metric that recovery takes, not on the seed's", async () => {
        const { resources } = await recordAlarms();
        expect(inputsOf(resources, alarmType, "prod-bastion-recover")).to.deep.include({
            metricName: "StatusCheckFailed_System",
            alarmActions: ["arn:topic", "arn:aws:automate:us-east-1:ec2:recover"],
        });
    });

    it("watch NAT's ports and drops, the load balancer, its targets and the database", async () => {
        const { resources } = await recordAlarms();
        const metrics = namesOf(resources, alarmType).map(
            (name) => inputsOf(resources, alarmType, name)["metricName"],
        );
        expect(metrics).to.include.members([
            "ErrorPortAllocation",
            "PacketsDropCount",
            "HTTPCode_ELB_5XX_Count",
            "UnHealthyHostCount",
            "FreeStorageSpace",
            "DatabaseConnections",
            "mem_used_percent",
        ]);
    });

    it("all reach the topic", async () => {
        const { resources } = await recordAlarms();
        for (const name of namesOf(resources, alarmType)) {
            expect(inputsOf(resources, alarmType, name)["alarmActions"], name).to.include("arn:topic");
        }
    });
});

describe("Dashboard", () => {
    it("shows what there is and no more", async () => {
        const { resources } = await record(
            () => new Dashboard("prod", { region: "us-east-1", natGatewayIds: { a: "nat-a" } }),
            { preview: false },
        );
        const { dashboardBody } = inputsOf(resources, "aws:cloudwatch/dashboard:Dashboard", "prod-page");
        const { widgets } = JSON.parse(dashboardBody as string) as {
            widgets: { properties: { title: string; metrics: string[][] } }[];
        };
        expect(widgets.map(({ properties }) => properties.title)).to.deep.equal([
            "NAT bytes out",
            "NAT trouble",
        ]);
        expect(widgets[0]!.properties.metrics).to.deep.equal([
            ["AWS/NATGateway", "BytesOutToDestination", "NatGatewayId", "nat-a"],
        ]);
    });
});

describe("Backups", () => {
    const recordBackups = () =>
        record(() => new Backups("prod-backups", { ...place, kmsKeyArn: "arn:data-key", retentionDays: 35 }));

    it("back up what is tagged, into a locked and encrypted vault, and try to restore it", async () => {
        const { resources } = await recordBackups();
        expect(registered(resources)).to.deep.equal([
            "aws.backup.Plan prod-backups-plan",
            "aws.backup.RestoreTestingPlan prod-backups-restore-test",
            "aws.backup.RestoreTestingSelection prod-backups-restore-test-ebs",
            "aws.backup.RestoreTestingSelection prod-backups-restore-test-rds",
            "aws.backup.Selection prod-backups-selection",
            "aws.backup.Vault prod-backups-vault",
            "aws.backup.VaultLockConfiguration prod-backups-lock",
            "aws.iam.Role prod-backups-role",
            "aws.iam.RolePolicyAttachment prod-backups-backup",
            "aws.iam.RolePolicyAttachment prod-backups-restores",
            "palisade:index:Backups prod-backups",
        ]);
        expect(inputsOf(resources, "aws:backup/vault:Vault", "prod-backups-vault")["kmsKeyArn"]).to.equal(
            "arn:data-key",
        );
        expect(
            inputsOf(resources, "aws:backup/selection:Selection", "prod-backups-selection")["selectionTags"],
        ).to.deep.equal([{ type: "STRINGEQUALS", key: "Backup", value: "daily" }]);
    });

    it("can be locked for good only when asked to", async () => {
        const type = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
        const { resources } = await recordBackups();
        expect(inputsOf(resources, type, "prod-backups-lock")).to.not.have.property("changeableForDays");
    });
});

describe("Patching", () => {
    it("approves critical patches at once and installs weekly, a quarter of the group at a time", async () => {
        const { resources } = await record(() => new Patching("prod-patching", { patchGroup: "prod-app" }));
        const { approvalRules } = inputsOf(
            resources,
            "aws:ssm/patchBaseline:PatchBaseline",
            "prod-patching-baseline",
        ) as {
            approvalRules: { approveAfterDays: number; patchFilters: { values: string[] }[] }[];
        };
        expect(
            approvalRules.map((rule) => [rule.patchFilters[1]!.values[0], rule.approveAfterDays]),
        ).to.deep.equal([
            ["Critical", 0],
            ["Important", 3],
        ]);
        const task = inputsOf(
            resources,
            "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
            "prod-patching-task",
        );
        expect(task).to.include({ taskArn: "AWS-RunPatchBaseline", maxConcurrency: "25%" });
        expect(JSON.stringify(task["taskInvocationParameters"])).to.contain('"Install"');
        const target = inputsOf(
            resources,
            "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
            "prod-patching-target",
        );
        expect(target["targets"]).to.deep.equal([{ key: "tag:PatchGroup", values: ["prod-app"] }]);
    });
});

describe("IncidentResponse", () => {
    const recordIncidents = () => record(() => new IncidentResponse("prod", { ...place, vpcId: "vpc-1" }));

    it("has a quarantine group without any rule, inline or standalone", async () => {
        const { resources } = await recordIncidents();
        const group = inputsOf(resources, "aws:ec2/securityGroup:SecurityGroup", "prod-quarantine");
        expect(group).to.not.have.any.keys("ingress", "egress");
        expect(registered(resources).join()).to.not.contain("SecurityGroupIngressRule");
    });

    it("isolates an instance before it copies its disks", async () => {
        const { resources } = await recordIncidents();
        const { content } = inputsOf(resources, "aws:ssm/document:Document", "prod-runbook");
        const { mainSteps } = JSON.parse(content as string) as { mainSteps: { name: string }[] };
        expect(mainSteps.map(({ name }) => name)).to.deep.equal([
            "protectFromTermination",
            "isolate",
            "keepDisks",
            "label",
        ]);
    });

    it("runs under a role that cannot do more than the runbook does", async () => {
        const { resources } = await recordIncidents();
        const { policy } = inputsOf(resources, "aws:iam/rolePolicy:RolePolicy", "prod-runbook");
        const actions = statementsOf(policy).map(({ Action }) => Action);
        expect(new Set(actions)).to.deep.equal(
            new Set(["ec2:ModifyInstanceAttribute", "ec2:CreateSnapshots", "ec2:CreateTags"]),
        );
    });
});

describe("InstanceRole", () => {
    it("carries Session Manager's and the agent's policies, and writes session logs with its key only", async () => {
        const { resources } = await record(
            () =>
                new InstanceRole("prod", {
                    ...place,
                    sessionLogGroupName: "/palisade/sessions",
                    sessionLogBucketName: "recordings",
                    sessionKeyAlias: "alias/sessions",
                }),
        );
        const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
        expect(
            namesOf(resources, type).map((name) => inputsOf(resources, type, name)["policyArn"]),
        ).to.deep.equal([
            "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
            "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
        ]);
        const { policy } = inputsOf(resources, "aws:iam/rolePolicy:RolePolicy", "prod-session-logs");
        expect(statement(policy, "EncryptSessions").Condition).to.deep.equal({
            "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/sessions" },
        });
        expect(statement(policy, "WriteSessionObjects").Resource).to.equal("arn:aws:s3:::recordings/*");
    });
});

describe("Cache", () => {
    it("is encrypted at rest and in transit, and has a replica in another zone", async () => {
        const { resources } = await record(
            () =>
                new Cache("prod-cache", {
                    subnetIds: { a: "subnet-a", b: "subnet-b" },
                    securityGroupId: "sg-cache",
                    kmsKeyArn: "arn:data-key",
                    logsKmsKeyArn: "arn:logs-key",
                    nodeType: "cache.t4g.small",
                }),
        );
        expect(
            inputsOf(resources, "aws:elasticache/replicationGroup:ReplicationGroup", "prod-cache-nodes"),
        ).to.deep.include({
            atRestEncryptionEnabled: true,
            transitEncryptionEnabled: true,
            transitEncryptionMode: "required",
            kmsKeyId: "arn:data-key",
            multiAzEnabled: true,
            automaticFailoverEnabled: true,
            securityGroupIds: ["sg-cache"],
        });
    });
});

describe("InstanceConnectEndpoint", () => {
    it("hides clients' addresses, so that instances admit its group and nothing else", async () => {
        const { resources } = await record(
            () => new InstanceConnectEndpoint("prod", { subnetId: "subnet-a", securityGroupId: "sg-eice" }),
        );
        const type = "aws:ec2transitgateway/instanceConnectEndpoint:InstanceConnectEndpoint";
        expect(inputsOf(resources, type, "prod-endpoint")).to.deep.include({
            preserveClientIp: false,
            securityGroupIds: ["sg-eice"],
        });
    });
});
