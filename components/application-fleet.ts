import * as autoscaling from "@pulumi/aws/autoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { agentConfig } from "./planning/agent-config";
import { refuse } from "./planning/bad-arguments";
import { amazonLinuxImage, fleetProblems } from "./planning/fleet-plan";
import { hardenSshd } from "./planning/sshd";
import { authenticationLog, userData } from "./planning/user-data";

/** Arguments of ApplicationFleet. */
export interface ApplicationFleetArgs {
    /** Private subnets, one a zone, by zone letter. */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** The application's security group. */
    securityGroupId: pulumi.Input<string>;
    /** Target groups that its instances serve. */
    targetGroupArns: Record<string, pulumi.Input<string>>;
    /** Instance profile; InstanceRole makes one. */
    instanceProfileArn: pulumi.Input<string>;
    /** Key for the disks. */
    kmsKeyArn: pulumi.Input<string>;
    /** Key for the log group. */
    logsKmsKeyArn: pulumi.Input<string>;
    /** For example `t4g.small`. */
    instanceType: string;
    /** Image. Defaults to the newest Amazon Linux 2023 for the type, found by EC2 at each launch. */
    imageId?: string;
    /** Fewest instances. */
    minimum: number;
    /** Most instances. */
    maximum: number;
    /** CPU use in percent that scaling aims at, 10–90. Defaults to 50. */
    targetCpuPercent?: number;
    /** Size of the root disk in GB. Defaults to 20. */
    diskGigabytes?: number;
    /** Shell commands that install and start the application on the first boot. Defaults to none. */
    startCommands?: string[];
    /** Port of sshd where a bastion leads to it; sshd is then hardened. Defaults to none. */
    sshPort?: number;
    /** Name of an EC2 key pair; only with a bastion. Defaults to none: Session Manager needs no key. */
    keyName?: pulumi.Input<string>;
    /** Patch group that Patching installs patches on. Defaults to the component's name. */
    patchGroup?: string;
    /** Days that authentication messages are kept. Defaults to 365. */
    logRetentionDays?: number;
    /** Tags of instances, disks and everything else. */
    tags?: Record<string, string>;
}

/**
 * The application tier: identical instances across zones that the load balancer keeps alive, that scale
 * by their CPU use, and that nobody logs in to by password or key.
 *
 * Creates a launch template (IMDSv2 with hop limit 1, encrypted gp3 disk, no public address, detailed
 * monitoring), an Auto Scaling group with instance refresh, a scaling policy, and through Systems
 * Manager the CloudWatch agent with its configuration and log group. Costs the instances by the hour,
 * $0.08 per GB and month of disk, $2.10 a month for an instance's detailed monitoring.
 * Instances need the network's way out on their first boot: pass `readyFor(network, tier)` as
 * `dependsOn`. Throws a BadArgumentsError that lists every bad argument.
 */
export class ApplicationFleet extends pulumi.ComponentResource {
    /** Name of the Auto Scaling group, as its metrics name it. */
    public readonly groupName: pulumi.Output<string>;
    /** Log group of authentication messages. */
    public readonly authenticationLogGroupName: pulumi.Output<string>;

    constructor(name: string, args: ApplicationFleetArgs, opts?: pulumi.ComponentResourceOptions) {
        refuse(`ApplicationFleet "${name}"`, fleetProblems(args));
        super("palisade:index:ApplicationFleet", name, args, opts);
        const { agent, logGroup } = reporting(name, args, this);
        const template = new ec2.LaunchTemplate(`${name}-template`, launchSettings(name, args), {
            parent: this,
        });
        const group = new autoscaling.Group(`${name}-group`, groupSettings(name, args, template), {
            parent: this,
            dependsOn: pulumi
                .output(opts?.dependsOn ?? [])
                .apply((before) => [...(Array.isArray(before) ? before : [before]), agent]),
        });
        new autoscaling.Policy(
            `${name}-scaling`,
            {
                autoscalingGroupName: group.name,
                policyType: "TargetTrackingScaling",
                targetTrackingConfiguration: {
                    predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
                    targetValue: args.targetCpuPercent ?? 50,
                },
            },
            { parent: this },
        );
        this.groupName = group.name;
        this.authenticationLogGroupName = logGroup.name;
        this.registerOutputs({
            groupName: this.groupName,
            authenticationLogGroupName: this.authenticationLogGroupName,
        });
    }
}

const authenticationLogGroup = (name: string): string => `/palisade/${name}/authentication`;

function launchSettings(name: string, args: ApplicationFleetArgs): ec2.LaunchTemplateArgs {
    const tags = { ...args.tags, Name: name, PatchGroup: args.patchGroup ?? name };
    return {
        imageId: args.imageId ?? amazonLinuxImage(args.instanceType),
        instanceType: args.instanceType,
        iamInstanceProfile: { arn: args.instanceProfileArn },
        ...(args.keyName === undefined ? {} : { keyName: args.keyName }),
        networkInterfaces: [
            {
                deviceIndex: 0,
                associatePublicIpAddress: "false",
                deleteOnTermination: "true",
                securityGroups: [args.securityGroupId],
            },
        ],
        metadataOptions: {
            httpEndpoint: "enabled",
            httpTokens: "required",
            httpPutResponseHopLimit: 1,
            instanceMetadataTags: "enabled",
        },
        monitoring: { enabled: true },
        blockDeviceMappings: [
            {
                deviceName: "/dev/xvda",
                ebs: {
                    volumeType: "gp3",
                    volumeSize: args.diskGigabytes ?? 20,
                    encrypted: "true",
                    kmsKeyId: args.kmsKeyArn,
                    deleteOnTermination: "true",
                },
            },
        ],
        userData: userData(
            authenticationLog,
            args.sshPort === undefined ? [] : hardenSshd({ port: args.sshPort, user: "ec2-user" }),
            args.startCommands ?? [],
        ),
        updateDefaultVersion: true,
        tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
            resourceType,
            tags,
        })),
        tags: args.tags,
    };
}

function groupSettings(
    name: string,
    args: ApplicationFleetArgs,
    template: ec2.LaunchTemplate,
): autoscaling.GroupArgs {
    const tags = { ...args.tags, Name: name, PatchGroup: args.patchGroup ?? name };
    return {
        vpcZoneIdentifiers: Object.values(args.subnetIds),
        targetGroupArns: Object.values(args.targetGroupArns),
        minSize: args.minimum,
        maxSize: args.maximum,
        launchTemplate: {
            id: template.id,
            version: template.latestVersion.apply((version) => String(version)),
        },
        healthCheckType: "ELB",
        healthCheckGracePeriod: 180,
        instanceRefresh: {
            strategy: "Rolling",
            preferences: { minHealthyPercentage: 90, autoRollback: true },
        },
        instanceMaintenancePolicy: { minHealthyPercentage: 90, maxHealthyPercentage: 120 },
        enabledMetrics: ["GroupInServiceInstances", "GroupDesiredCapacity"],
        metricsGranularity: "1Minute",
        tags: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
    };
}

function reporting(name: string, args: ApplicationFleetArgs, parent: pulumi.Resource) {
    const retentionDays = args.logRetentionDays ?? 365;
    const logGroup = new cloudwatch.LogGroup(
        `${name}-authentication`,
        {
            name: authenticationLogGroup(name),
            retentionInDays: retentionDays,
            kmsKeyId: args.logsKmsKeyArn,
            tags: args.tags,
        },
        { parent },
    );
    const configuration = new ssm.Parameter(
        `${name}-agent`,
        {
            // The managed policy of instance roles reads parameters of this prefix only.
            name: `AmazonCloudWatch-${name}`,
            type: "String",
            insecureValue: agentConfig({
                authenticationLogGroup: authenticationLogGroup(name),
                retentionDays,
                fleet: name,
            }),
            tags: args.tags,
        },
        { parent, dependsOn: logGroup },
    );
    const targets = [{ key: "tag:PatchGroup", values: [args.patchGroup ?? name] }];
    const install = new ssm.Association(
        `${name}-agent-install`,
        {
            name: "AWS-ConfigureAWSPackage",
            parameters: { action: "Install", name: "AmazonCloudWatchAgent" },
            targets,
            tags: args.tags,
        },
        { parent },
    );
    const agent = new ssm.Association(
        `${name}-agent-start`,
        {
            name: "AmazonCloudWatch-ManageAgent",
            parameters: {
                action: "configure",
                mode: "ec2",
                optionalConfigurationSource: "ssm",
                optionalConfigurationLocation: configuration.name,
                optionalRestart: "yes",
            },
            targets,
            scheduleExpression: "rate(1 day)",
            tags: args.tags,
        },
        { parent, dependsOn: install },
    );
    return { agent, logGroup };
}
