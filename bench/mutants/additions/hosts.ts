import { commonTags, type Inputs } from "../plan";
import type { Addition, Places } from "./addition";

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
        ...commonTags,
        Name: "prod-app-added",
        PatchGroup: "prod-app",
        Backup: "daily",
    },
});

const instance = "aws:ec2/instance:Instance";

export const hostsAdditions: readonly Addition[] = [
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
        change: "a launch configuration",
        type: "aws:ec2/launchConfiguration:LaunchConfiguration",
        inputs: () => ({
            imageId: "ami-0123456789abcdef0",
            instanceType: "m1.small",
            associatePublicIpAddress: true,
        }),
        expected: ["instance-public-ip", "instance-eni-launch", "imdsv2"],
    },
];
