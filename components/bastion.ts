import * as autoscaling from "@pulumi/aws/autoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { InstanceRole } from "./instance-role";
import { agentConfig } from "./planning/agent-config";
import { arnOf, awsScope } from "./planning/aws-scope";
import { refuse } from "./planning/bad-arguments";
import { bastionProblems } from "./planning/bastion-plan";
import { amazonLinuxImage } from "./planning/fleet-plan";
import { policyDocument } from "./planning/policy-document";
import { hardenSshd, publishHostKeys, sshClientConfig } from "./planning/sshd";
import { authenticationLog, userData } from "./planning/user-data";

/** Arguments of Bastion. */
export interface BastionArgs {
    /** The twelve digits of the account. */
    accountId: string;
    /** The region of the network. */
    region: string;
    /** Public subnets, one a zone, by zone letter. */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** The bastion's security group; the flow table lets the office in. */
    securityGroupId: pulumi.Input<string>;
    /** The public key that may sign in, in OpenSSH's one-line form: Ed25519 or RSA of 4096 bits. */
    publicKey: string;
    /** Port its sshd listens on; the flow table's. Defaults to 2222. */
    port?: number;
    /** Port of sshd on the instances behind it; the flow table's. Defaults to 22. */
    targetPort?: number;
    /** Host pattern of the instances behind it, for the client's configuration. Defaults to `10.*`. */
    targetPattern?: string;
    /** Defaults to `t4g.nano`. */
    instanceType?: string;
    /** Key for the disk. */
    kmsKeyArn: pulumi.Input<string>;
    /** Key for the log group. */
    logsKmsKeyArn: pulumi.Input<string>;
    /** Days that authentication messages are kept. Defaults to 365. */
    logRetentionDays?: number;
    /** Tags of everything created. */
    tags?: Record<string, string>;
}

const user = "ec2-user";

/**
 * The one way in by SSH, where Session Manager is not enough: a small hardened instance in the public
 * tier that the office alone reaches and that leads on to one port of the instances behind it.
 *
 * Creates a key pair from your public key, an elastic IP that the instance takes when it starts, a
 * launch template and an Auto Scaling group of one across zones, a role, and a log group for who signed
 * in. Costs about $3 a month for t4g.nano, $3.65 for the address.
 * Throws a BadArgumentsError that lists every bad argument, a weak key among them.
 * Checklist: "Bastion host with restricted security group", "SSH daemon hardened".
 */
export class Bastion extends pulumi.ComponentResource {
    /** The address to connect to. */
    public readonly publicIp: pulumi.Output<string>;
    /** Name of the Auto Scaling group of one, as its metrics name it. */
    public readonly groupName: pulumi.Output<string>;
    /** Log group of who signed in and who failed to. */
    public readonly authenticationLogGroupName: pulumi.Output<string>;
    /** A `~/.ssh/config` that leads through the bastion. */
    public readonly sshConfig: pulumi.Output<string>;
    /** Name of the key pair, for the instances behind the bastion. */
    public readonly keyName: pulumi.Output<string>;
    /** Parameter in which the bastion publishes its host key, for `known_hosts`. */
    public readonly hostKeyParameter: pulumi.Output<string>;

    constructor(name: string, args: BastionArgs, opts?: pulumi.ComponentResourceOptions) {
        refuse(`Bastion "${name}"`, bastionProblems(args));
        super("palisade:index:Bastion", name, args, opts);
        const parent = { parent: this };
        const keyPair = new ec2.KeyPair(
            `${name}-key`,
            { publicKey: args.publicKey, tags: args.tags },
            parent,
        );
        const address = new ec2.Eip(
            `${name}-address`,
            { domain: "vpc", tags: { ...args.tags, Name: name } },
            { parent: this, dependsOn: opts?.dependsOn },
        );
        const logGroup = new cloudwatch.LogGroup(
            `${name}-authentication`,
            {
                name: `/palisade/${name}/authentication`,
                retentionInDays: args.logRetentionDays ?? 365,
                kmsKeyId: args.logsKmsKeyArn,
                tags: args.tags,
            },
            parent,
        );
        const role = new InstanceRole(
            `${name}-access`,
            {
                accountId: args.accountId,
                region: args.region,
                policies: { host: hostPolicy(name, args) },
                tags: args.tags,
            },
            parent,
        );
        const template = new ec2.LaunchTemplate(
            `${name}-template`,
            launchSettings(name, args, keyPair.keyName, role.profileArn),
            parent,
        );
        const group = new autoscaling.Group(
            `${name}-group`,
            {
                vpcZoneIdentifiers: Object.values(args.subnetIds),
                minSize: 1,
                maxSize: 1,
                launchTemplate: {
                    id: template.id,
                    version: template.latestVersion.apply((version) => String(version)),
                },
                healthCheckType: "EC2",
                instanceRefresh: { strategy: "Rolling", preferences: { minHealthyPercentage: 0 } },
                enabledMetrics: ["GroupInServiceInstances"],
                metricsGranularity: "1Minute",
                tags: Object.entries({ ...args.tags, Name: name }).map(([key, value]) => ({
                    key,
                    value,
                    propagateAtLaunch: true,
                })),
            },
            // The instance takes its address and reports as soon as it boots.
            { parent: this, dependsOn: [logGroup, address, role] },
        );
        this.publicIp = address.publicIp;
        this.groupName = group.name;
        this.authenticationLogGroupName = logGroup.name;
        this.keyName = keyPair.keyName;
        this.hostKeyParameter = pulumi.output(hostKeyParameter(name));
        this.sshConfig = address.publicIp.apply((bastionAddress) => clientConfig(name, args, bastionAddress));
        this.registerOutputs({
            publicIp: this.publicIp,
            groupName: this.groupName,
            authenticationLogGroupName: this.authenticationLogGroupName,
            sshConfig: this.sshConfig,
            keyName: this.keyName,
            hostKeyParameter: this.hostKeyParameter,
        });
    }
}

const hostKeyParameter = (name: string): string => `/palisade/${name}/host-key`;

const clientConfig = (name: string, args: BastionArgs, bastionAddress: string): string =>
    sshClientConfig({
        name,
        bastionAddress,
        bastionPort: args.port ?? 2222,
        targetPattern: args.targetPattern ?? "10.*",
        targetPort: args.targetPort ?? 22,
        user,
    });

// Policies and script find the address by its tag: its id is not known before it exists, and a policy
// pack could judge neither.
function hostPolicy(name: string, args: BastionArgs): string {
    const scope = awsScope(args.accountId, args.region);
    return policyDocument(
        {
            Sid: "PublishHostKey",
            Action: "ssm:PutParameter",
            Resource: arnOf(scope, "ssm", `parameter${hostKeyParameter(name)}`),
        },
        { Sid: "FindAddress", Action: "ec2:DescribeAddresses", Resource: "*" },
        {
            Sid: "TakeAddress",
            Action: "ec2:AssociateAddress",
            Resource: ["elastic-ip/*", "instance/*", "network-interface/*"].map((kind) =>
                arnOf(scope, "ec2", kind),
            ),
            Condition: { StringEquals: { "aws:ResourceTag/Name": name } },
        },
    );
}

function launchSettings(
    name: string,
    args: BastionArgs,
    keyName: pulumi.Output<string>,
    profileArn: pulumi.Output<string>,
): ec2.LaunchTemplateArgs {
    const instanceType = args.instanceType ?? "t4g.nano";
    const tags = { ...args.tags, Name: name };
    return {
        imageId: amazonLinuxImage(instanceType),
        instanceType,
        keyName,
        iamInstanceProfile: { arn: profileArn },
        networkInterfaces: [
            {
                deviceIndex: 0,
                // It needs the internet to take its elastic IP, which then replaces this address.
                associatePublicIpAddress: "true",
                deleteOnTermination: "true",
                securityGroups: [args.securityGroupId],
            },
        ],
        metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
        monitoring: { enabled: true },
        blockDeviceMappings: [
            {
                deviceName: "/dev/xvda",
                ebs: { volumeType: "gp3", volumeSize: 8, encrypted: "true", kmsKeyId: args.kmsKeyArn },
            },
        ],
        userData: bootScript(name, args),
        updateDefaultVersion: true,
        tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
            resourceType,
            tags,
        })),
        tags: args.tags,
    };
}

function bootScript(name: string, args: BastionArgs): string {
    const agent = agentConfig({
        authenticationLogGroup: `/palisade/${name}/authentication`,
        retentionDays: args.logRetentionDays ?? 365,
        fleet: name,
    });
    return userData(
        [
            'TOKEN=$(curl -sX PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 60" http://169.254.169.254/latest/api/token)',
            'INSTANCE=$(curl -sH "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/instance-id)',
            `ADDRESS=$(aws ec2 describe-addresses --region ${args.region} --filters Name=tag:Name,Values=${name} ` +
                "--query 'Addresses[0].AllocationId' --output text)",
            `aws ec2 associate-address --region ${args.region} --instance-id "$INSTANCE" --allocation-id "$ADDRESS"`,
        ],
        hardenSshd({ port: args.port ?? 2222, user, forwardTo: [`*:${args.targetPort ?? 22}`] }),
        publishHostKeys(hostKeyParameter(name), args.region),
        authenticationLog,
        [
            "dnf install -y amazon-cloudwatch-agent",
            "cat > /opt/aws/amazon-cloudwatch-agent/etc/palisade.json <<'AGENT'",
            agent,
            "AGENT",
            "/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s " +
                "-c file:/opt/aws/amazon-cloudwatch-agent/etc/palisade.json",
        ],
    );
}
