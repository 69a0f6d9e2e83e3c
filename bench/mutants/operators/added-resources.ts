import type { Operator } from "../operator";
import { refer, type Inputs, type Plan, type Reference } from "../plan";

/** Where an added resource goes. */
interface Places {
    readonly vpc: Reference;
    readonly publicSubnet: Reference;
    readonly appSubnet: Reference;
    readonly appGroup: Reference;
    readonly databaseGroup: Reference;
    readonly databaseSubnets: Reference;
    readonly profile: Reference;
}

interface Addition {
    readonly change: string;
    readonly type: string;
    readonly inputs: (places: Places) => Inputs;
    readonly expected: readonly string[];
}

/** A host with nothing wrong but what is laid over it. */
const host = ({ appSubnet, appGroup, profile }: Places): Inputs => ({
    ami: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
    instanceType: "t4g.small",
    subnetId: appSubnet,
    vpcSecurityGroupIds: [appGroup],
    associatePublicIpAddress: false,
    iamInstanceProfile: profile,
    monitoring: true,
    disableApiTermination: true,
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1, httpEndpoint: "enabled" },
    rootBlockDevice: { encrypted: true },
    tags: {
        environment: "prod",
        owner: "platform",
        Name: "prod-app-added",
        PatchGroup: "prod-app",
        Backup: "daily",
    },
});

const instance = "aws:ec2/instance:Instance";

const additions: readonly Addition[] = [
    {
        change: "a host with a public address",
        type: instance,
        inputs: (at) => ({ ...host(at), associatePublicIpAddress: true }),
        expected: ["instance-public-ip"],
    },
    {
        change: "a host in the public tier",
        type: instance,
        inputs: (at) => ({ ...host(at), subnetId: at.publicSubnet, associatePublicIpAddress: true }),
        expected: ["instance-public-ip"],
    },
    {
        change: "a host in no subnet",
        type: instance,
        inputs: (at) => ({ ...host(at), subnetId: undefined }),
        expected: ["no-default-vpc"],
    },
    {
        change: "a host in no group",
        type: instance,
        inputs: (at) => ({ ...host(at), vpcSecurityGroupIds: [] }),
        expected: ["sg-per-tier"],
    },
    {
        change: "a host that forwards",
        type: instance,
        inputs: (at) => ({ ...host(at), sourceDestCheck: false }),
        expected: ["no-nat-instance"],
    },
    {
        change: "a host with IMDSv1",
        type: instance,
        inputs: (at) => ({ ...host(at), metadataOptions: { httpTokens: "optional" } }),
        expected: ["imdsv2"],
    },
    {
        change: "a host with three hops to its metadata",
        type: instance,
        inputs: (at) => ({
            ...host(at),
            metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 3 },
        }),
        expected: ["imds-hop-limit"],
    },
    {
        change: "a host without a profile",
        type: instance,
        inputs: (at) => ({ ...host(at), iamInstanceProfile: undefined }),
        expected: ["instance-profile"],
    },
    {
        change: "a host with a plain root disk",
        type: instance,
        inputs: (at) => ({ ...host(at), rootBlockDevice: { encrypted: false } }),
        expected: ["instance-disks-encrypted"],
    },
    {
        change: "a host with a plain data disk",
        type: instance,
        inputs: (at) => ({ ...host(at), ebsBlockDevices: [{ deviceName: "/dev/sdb", encrypted: false }] }),
        expected: ["instance-disks-encrypted"],
    },
    {
        change: "a host that lets in by password",
        type: instance,
        inputs: (at) => ({
            ...host(at),
            userData:
                "#!/bin/bash\nsed -i 's/^PasswordAuthentication.*/PasswordAuthentication yes/' /etc/ssh/sshd_config\n",
        }),
        expected: ["sshd-hardening"],
    },
    {
        change: "a host with an access key in its script",
        type: instance,
        inputs: (at) => ({
            ...host(at),
            userData: "#!/bin/bash\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzKq0fEXAMPLE\n",
        }),
        expected: ["no-embedded-keys"],
    },
    {
        change: "a host without detailed monitoring",
        type: instance,
        inputs: (at) => ({ ...host(at), monitoring: false }),
        expected: ["detailed-monitoring"],
    },
    {
        change: "a host with an SSH key",
        type: instance,
        inputs: (at) => ({ ...host(at), keyName: "operations" }),
        expected: ["ssm-over-ssh"],
    },
    {
        change: "a key pair of 1024 bits",
        type: "aws:ec2/keyPair:KeyPair",
        inputs: () => ({ publicKey: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7vbqajDhA== weak" }),
        expected: ["ssh-key-strength"],
    },
    {
        change: "the default VPC",
        type: "aws:ec2/defaultVpc:DefaultVpc",
        inputs: () => ({}),
        expected: ["no-default-vpc"],
    },
    {
        change: "a default subnet",
        type: "aws:ec2/defaultSubnet:DefaultSubnet",
        inputs: () => ({ availabilityZone: "us-east-1a" }),
        expected: ["no-default-vpc", "subnet-auto-public-ip"],
    },
    {
        change: "a group that nobody uses",
        type: "aws:ec2/securityGroup:SecurityGroup",
        inputs: ({ vpc }) => ({ vpcId: vpc, description: "For later" }),
        expected: ["sg-unused"],
    },
    {
        change: "a group in no VPC",
        type: "aws:ec2/securityGroup:SecurityGroup",
        inputs: () => ({ description: "For later" }),
        expected: ["no-default-vpc", "sg-unused"],
    },
    {
        change: "an ACL of no subnet",
        type: "aws:ec2/networkAcl:NetworkAcl",
        inputs: ({ vpc }) => ({ vpcId: vpc }),
        expected: ["nacl-attached"],
    },
    {
        change: "an address of nobody",
        type: "aws:ec2/eip:Eip",
        inputs: () => ({ domain: "vpc" }),
        expected: ["eip-usage"],
    },
    {
        change: "a subnet that hands out public addresses",
        type: "aws:ec2/subnet:Subnet",
        inputs: ({ vpc }) => ({
            vpcId: vpc,
            cidrBlock: "10.0.9.0/24",
            availabilityZoneId: "use1-az1",
            mapPublicIpOnLaunch: true,
        }),
        expected: ["subnet-auto-public-ip"],
    },
    {
        change: "a subnet over another one",
        type: "aws:ec2/subnet:Subnet",
        inputs: ({ vpc }) => ({ vpcId: vpc, cidrBlock: "10.0.1.128/25", availabilityZoneId: "use1-az1" }),
        expected: ["vpc-cidr-plan"],
    },
    {
        change: "a VPC of its own, without a flow log",
        type: "aws:ec2/vpc:Vpc",
        inputs: () => ({ cidrBlock: "10.9.0.0/16", enableDnsSupport: true, enableDnsHostnames: true }),
        expected: ["vpc-flow-logs", "default-sg-closed"],
    },
    {
        change: "a public VPC range",
        type: "aws:ec2/vpc:Vpc",
        inputs: () => ({ cidrBlock: "54.0.0.0/16" }),
        expected: ["vpc-cidr-plan"],
    },
    {
        change: "a peering that accepts itself from another account",
        type: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        inputs: ({ vpc }) => ({
            vpcId: vpc,
            peerVpcId: "vpc-0123456789abcdef0",
            peerOwnerId: "999988887777",
            autoAccept: true,
        }),
        expected: ["peering-options"],
    },
    {
        change: "a transit gateway open to all accounts",
        type: "aws:ec2transitgateway/transitGateway:TransitGateway",
        inputs: () => ({ autoAcceptSharedAttachments: "enable" }),
        expected: ["tgw-auto-accept"],
    },
    {
        change: "an endpoint service open to all",
        type: "aws:ec2/vpcEndpointService:VpcEndpointService",
        inputs: () => ({
            acceptanceRequired: false,
            networkLoadBalancerArns: [
                "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/x/1",
            ],
        }),
        expected: ["vpce-service-acceptance"],
    },
    {
        change: "a client VPN without logs",
        type: "aws:ec2clientvpn/endpoint:Endpoint",
        inputs: () => ({
            clientCidrBlock: "10.20.0.0/22",
            serverCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/x",
            connectionLogOptions: { enabled: false },
        }),
        expected: ["vpn-logging"],
    },
    {
        change: "a plain disk",
        type: "aws:ebs/volume:Volume",
        inputs: () => ({ availabilityZone: "us-east-1a", size: 10, encrypted: false }),
        expected: ["ebs-volume-encrypted"],
    },
    {
        change: "a public bucket",
        type: "aws:s3/bucketAcl:BucketAcl",
        inputs: () => ({ bucket: "prod-access-logs-123456789012-us-east-1", acl: "public-read" }),
        expected: ["s3-block-public"],
    },
    {
        change: "a public bucket by the old type",
        type: "aws:s3/bucketAclV2:BucketAclV2",
        inputs: () => ({ bucket: "prod-access-logs-123456789012-us-east-1", acl: "public-read-write" }),
        expected: ["s3-block-public"],
    },
    {
        change: "a bare bucket",
        type: "aws:s3/bucket:Bucket",
        inputs: () => ({ bucket: "prod-bare" }),
        expected: ["s3-encryption", "s3-block-public"],
    },
    {
        change: "a bare bucket by the old type",
        type: "aws:s3/bucketV2:BucketV2",
        inputs: () => ({ bucket: "prod-bare" }),
        expected: ["s3-encryption", "s3-block-public"],
    },
    {
        change: "a bucket open by its own list",
        type: "aws:s3/bucket:Bucket",
        inputs: () => ({ bucket: "prod-bare", acl: "public-read" }),
        expected: ["s3-block-public"],
    },
    {
        change: "an open topic",
        type: "aws:sns/topic:Topic",
        inputs: () => ({ name: "open" }),
        expected: ["sns-encryption"],
    },
    {
        change: "an access key",
        type: "aws:iam/accessKey:AccessKey",
        inputs: () => ({ user: "deploy" }),
        expected: ["no-iam-access-keys"],
    },
    {
        change: "a policy on a user",
        type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        inputs: () => ({ user: "deploy", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
        expected: ["iam-user-policies"],
    },
    {
        change: "an administrator",
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        inputs: () => ({ role: "deploy", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
        expected: ["iam-no-admin"],
    },
    {
        change: "a group of administrators",
        type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        inputs: () => ({ group: "admins", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
        expected: ["iam-no-admin"],
    },
    {
        change: "a public snapshot permission",
        type: "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission",
        inputs: () => ({ snapshotId: "snap-0123456789abcdef0", accountId: "999988887777" }),
        expected: ["snapshot-private"],
    },
    {
        change: "a shared image",
        type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
        inputs: () => ({ imageId: "ami-0123456789abcdef0", group: "all" }),
        expected: ["snapshot-private"],
    },
    {
        change: "a key without rotation",
        type: "aws:kms/key:Key",
        inputs: () => ({ description: "later" }),
        expected: ["kms-rotation", "kms-policy"],
    },
    {
        change: "a public database",
        type: "aws:rds/instance:Instance",
        inputs: ({ databaseGroup, databaseSubnets }) => ({
            engine: "mysql",
            instanceClass: "db.t4g.medium",
            vpcSecurityGroupIds: [databaseGroup],
            dbSubnetGroupName: databaseSubnets,
            publiclyAccessible: true,
            storageEncrypted: true,
        }),
        expected: ["rds-public"],
    },
    {
        change: "a database with a password in the program",
        type: "aws:rds/instance:Instance",
        inputs: ({ databaseGroup, databaseSubnets }) => ({
            engine: "mysql",
            instanceClass: "db.t4g.medium",
            vpcSecurityGroupIds: [databaseGroup],
            dbSubnetGroupName: databaseSubnets,
            storageEncrypted: true,
            password: "correct-horse",
        }),
        expected: ["rds-hygiene", "no-embedded-keys"],
    },
    {
        change: "a launch configuration",
        type: "aws:ec2/launchConfiguration:LaunchConfiguration",
        inputs: () => ({
            imageId: "ami-0123456789abcdef0",
            instanceType: "m1.small",
            associatePublicIpAddress: true,
        }),
        expected: ["instance-public-ip", "instance-eni-launch", "imdsv2"],
    },
    {
        change: "a public load balancer without a firewall",
        type: "aws:lb/loadBalancer:LoadBalancer",
        inputs: ({ publicSubnet }) => ({
            loadBalancerType: "application",
            internal: false,
            subnets: [publicSubnet],
        }),
        expected: ["alb-waf", "lb-internal-default"],
    },
    {
        change: "a classic load balancer in the clear",
        type: "aws:elb/loadBalancer:LoadBalancer",
        inputs: ({ publicSubnet }) => ({
            subnets: [publicSubnet],
            listeners: [{ instancePort: 80, instanceProtocol: "http", lbPort: 80, lbProtocol: "http" }],
        }),
        expected: ["lb-https", "lb-internal-default", "lb-access-logs"],
    },
    {
        change: "a CloudFormation stack",
        type: "aws:cloudformation/stack:Stack",
        inputs: () => ({ templateBody: "{}" }),
        expected: ["policy-bypass"],
    },
    {
        change: "a group by the other AWS package",
        type: "aws-native:ec2:SecurityGroup",
        inputs: () => ({
            groupDescription: "open",
            securityGroupIngress: [{ ipProtocol: "-1", cidrIp: "0.0.0.0/0" }],
        }),
        expected: ["policy-bypass"],
    },
    {
        change: "an alarm that tells nobody",
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
        inputs: () => ({
            comparisonOperator: "GreaterThanThreshold",
            evaluationPeriods: 1,
            metricName: "CPUUtilization",
            namespace: "AWS/EC2",
            threshold: 80,
        }),
        expected: ["alarm-actions"],
    },
    {
        change: "a log group kept a day, in the clear",
        type: "aws:cloudwatch/logGroup:LogGroup",
        inputs: () => ({ retentionInDays: 1 }),
        expected: ["log-group-retention"],
    },
    {
        change: "a public document",
        type: "aws:ssm/document:Document",
        inputs: () => ({
            documentType: "Command",
            content: "{}",
            permissions: { type: "Share", accountIds: "all" },
        }),
        expected: ["ssm-docs-private"],
    },
];

/** Resources that prod has none of, or one more, each with one thing wrong. */
export const addedResources: Operator = {
    name: "insecure resource added",
    mutants: (plan) => {
        const places = placesIn(plan);
        return additions.map(({ change, type, inputs, expected }) => ({
            change: `${change} added (${type})`,
            plan: plan.adding(type, "prod-app-added", inputs(places)),
            expected,
        }));
    },
};

function placesIn(plan: Plan): Places {
    const subnet = (name: string) => refer(plan.one("aws:ec2/subnet:Subnet", name));
    const group = (name: string) => refer(plan.one("aws:ec2/securityGroup:SecurityGroup", name));
    return {
        vpc: refer(plan.ofType("aws:ec2/vpc:Vpc")[0]!),
        publicSubnet: subnet("prod-public-a"),
        appSubnet: subnet("prod-app-a"),
        appGroup: group("prod-app"),
        databaseGroup: group("prod-db"),
        databaseSubnets: refer(plan.ofType("aws:rds/subnetGroup:SubnetGroup")[0]!),
        profile: refer(plan.ofType("aws:iam/instanceProfile:InstanceProfile")[0]!),
    };
}
