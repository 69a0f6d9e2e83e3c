import { absent, decisive, type DecisiveProperty } from "./decisive-property";

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const script = (text: string): string => Buffer.from(`#!/bin/bash\n${text}\n`).toString("base64");

export const hostProperties: readonly DecisiveProperty[] = [
    ...decisive("instance-public-ip", template, { "networkInterfaces.0.associatePublicIpAddress": ["true"] }),
    ...decisive("imdsv2", template, { "metadataOptions.httpTokens": ["optional"] }),
    ...decisive("imds-hop-limit", template, { "metadataOptions.httpPutResponseHopLimit": [2, 64] }),
    ...decisive("imdsv2", "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", {
        httpTokens: ["optional", "no-preference"],
    }),
    ...decisive("instance-profile", template, { iamInstanceProfile: [absent] }),
    ...decisive("instance-disks-encrypted", template, { "blockDeviceMappings.0.ebs.encrypted": ["false"] }),
    ...decisive("detailed-monitoring", template, { "monitoring.enabled": [false], monitoring: [absent] }),
    ...decisive("ssm-over-ssh", template, { keyName: ["operations"] }),
    ...decisive("no-embedded-keys", template, {
        userData: [
            script(
                "export AWS_ACCESS_KEY_ID=AKIAQ3EGRRN7ZJ4H2KXW\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzKq0fEXAMPLE",
            ),
        ],
    }),
    ...decisive("sshd-hardening", template, {
        userData: [
            script("echo 'PasswordAuthentication yes' > /etc/ssh/sshd_config.d/99-open.conf"),
            script("echo 'PermitRootLogin yes' >> /etc/ssh/sshd_config"),
        ],
    }),
    ...decisive("ami-owner", template, { imageId: ["ami-0123456789abcdef0"] }),
    ...decisive(["sg-per-tier", "intent-equals-effect"], template, {
        "networkInterfaces.0.securityGroups": [absent, []],
    }),
    ...decisive("target-group-health", "aws:autoscaling/group:Group", { healthCheckType: ["EC2", absent] }),
];
