import { expect } from "chai";
import { ApplicationFleet, type ApplicationFleetArgs } from "../../components/application-fleet";
import type { BadArgumentsError } from "../../components/planning/bad-arguments";
import { amazonLinuxImage } from "../../components/planning/fleet-plan";
import { registered } from "../support/policy-documents";
import { inputsOf, record } from "../support/recorded";

const good: ApplicationFleetArgs = {
    subnetIds: { a: "subnet-a", b: "subnet-b" },
    securityGroupId: "sg-app",
    targetGroupArns: { app: "arn:target-group" },
    instanceProfileArn: "arn:profile",
    kmsKeyArn: "arn:data-key",
    logsKmsKeyArn: "arn:logs-key",
    instanceType: "t4g.small",
    minimum: 2,
    maximum: 4,
    tags: { environment: "prod" },
};

const recordFleet = (more: Partial<ApplicationFleetArgs> = {}) =>
    record(() => new ApplicationFleet("prod-app", { ...good, ...more }));

describe("ApplicationFleet", () => {
    it("creates the group, its template, its scaling and its reporting", async () => {
        const { resources } = await recordFleet();
        expect(registered(resources)).to.deep.equal([
            "aws.autoscaling.Group prod-app-group",
            "aws.autoscaling.Policy prod-app-scaling",
            "aws.cloudwatch.LogGroup prod-app-authentication",
            "aws.ec2.LaunchTemplate prod-app-template",
            "aws.ssm.Association prod-app-agent-install",
            "aws.ssm.Association prod-app-agent-start",
            "aws.ssm.Parameter prod-app-agent",
            "palisade:index:ApplicationFleet prod-app",
        ]);
    });

    it("launches instances without public address, key or IMDSv1, and with encrypted disks", async () => {
        const { resources } = await recordFleet();
        const template = inputsOf(resources, "aws:ec2/launchTemplate:LaunchTemplate", "prod-app-template");
        expect(template).to.not.have.property("keyName");
        expect(template["metadataOptions"]).to.include({
            httpTokens: "required",
            httpPutResponseHopLimit: 1,
        });
        expect(template["monitoring"]).to.deep.equal({ enabled: true });
        const [networkInterface] = template["networkInterfaces"] as Record<string, unknown>[];
        expect(networkInterface).to.deep.include({
            associatePublicIpAddress: "false",
            securityGroups: ["sg-app"],
        });
        const [disk] = template["blockDeviceMappings"] as { ebs: Record<string, unknown> }[];
        expect(disk!.ebs).to.include({ volumeType: "gp3", encrypted: "true", kmsKeyId: "arn:data-key" });
    });

    it("lets the load balancer say who is well, across the zones, and renews instances in turn", async () => {
        const { resources } = await recordFleet();
        const group = inputsOf(resources, "aws:autoscaling/group:Group", "prod-app-group");
        expect(group).to.include({ healthCheckType: "ELB", minSize: 2, maxSize: 4 });
        expect(group["vpcZoneIdentifiers"]).to.deep.equal(["subnet-a", "subnet-b"]);
        expect(group["targetGroupArns"]).to.deep.equal(["arn:target-group"]);
        expect(group["instanceRefresh"]).to.deep.include({ strategy: "Rolling" });
        expect(group["tags"]).to.deep.include({
            key: "PatchGroup",
            value: "prod-app",
            propagateAtLaunch: true,
        });
    });

    it("reports memory, disk and authentication messages", async () => {
        const { resources } = await recordFleet();
        const { insecureValue } = inputsOf(resources, "aws:ssm/parameter:Parameter", "prod-app-agent");
        const config = JSON.parse(insecureValue as string) as {
            metrics: { metrics_collected: object };
            logs: { logs_collected: { files: { collect_list: { log_group_name: string }[] } } };
        };
        expect(config.metrics.metrics_collected).to.have.all.keys("mem", "disk");
        expect(config.logs.logs_collected.files.collect_list[0]!.log_group_name).to.equal(
            inputsOf(resources, "aws:cloudwatch/logGroup:LogGroup", "prod-app-authentication")["name"],
        );
    });

    it("starts what it is told to start, on the first boot", async () => {
        const { resources } = await recordFleet({ startCommands: ["systemctl enable --now app"] });
        const { userData } = inputsOf(
            resources,
            "aws:ec2/launchTemplate:LaunchTemplate",
            "prod-app-template",
        );
        const script = Buffer.from(userData as string, "base64").toString();
        expect(script).to.match(/^#!\/bin\/bash\nset -euo pipefail\n/);
        expect(script).to.contain("systemctl enable --now app\n");
    });

    const images: [string, string][] = [
        ["t4g.small", "arm64"],
        ["c7gn.large", "arm64"],
        ["m7i.large", "x86_64"],
        ["g5.xlarge", "x86_64"],
    ];
    for (const [type, architecture] of images) {
        it(`takes an ${architecture} image for ${type}`, () => {
            expect(amazonLinuxImage(type)).to.match(new RegExp(`${architecture}$`));
        });
    }

    const refused: [string, Partial<ApplicationFleetArgs>, string][] = [
        ["a minimum above the maximum", { minimum: 5 }, "minimum"],
        ["no subnets", { subnetIds: {} }, "subnetIds"],
        ["a type that is none", { instanceType: "small" }, "instanceType"],
        ["a CPU target that never scales", { targetCpuPercent: 99 }, "targetCpuPercent"],
        ["a disk the image does not fit on", { diskGigabytes: 2 }, "diskGigabytes"],
    ];
    for (const [what, more, path] of refused) {
        it(`refuses ${what} before anything is registered`, async () => {
            let error: unknown;
            const { resources } = await record(() => {
                try {
                    new ApplicationFleet("prod-app", { ...good, ...more });
                } catch (thrown) {
                    error = thrown;
                }
            });
            expect((error as BadArgumentsError).problems.map((problem) => problem.path)).to.deep.equal([
                path,
            ]);
            expect(resources).to.deep.equal([]);
        });
    }
});
