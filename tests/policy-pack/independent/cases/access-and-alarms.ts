import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { anywhere, inline, v4 } from "../../../support/independent-policies/security-groups";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const hosted = (inputs: Stated = {}) => [
    aws("iam:Role")({ assumeRolePolicy: trust, ...inputs }, "role"),
    aws("iam:InstanceProfile")({ role: ref("role", "name") }, "profile"),
    aws("ec2:Instance")({ ami: "ami-1", subnetId: "subnet-1", iamInstanceProfile: ref("profile", "name") }),
];
const given = (name: string) =>
    aws("iam:RolePolicyAttachment")({ role: ref("role", "name"), policyArn: managed(name) }, `given-${name}`);

const bastion = (groupInputs: Stated): readonly SpecimenResource[] => [
    aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16" }, "vpc"),
    aws("ec2:SecurityGroup")(
        { vpcId: ref("vpc"), description: "x", tags: { Name: "bastion-sg" }, ...groupInputs },
        "bastion-sg",
    ),
    aws("ec2:Instance")(
        {
            ami: "ami-1",
            subnetId: "subnet-1",
            monitoring: true,
            vpcSecurityGroupIds: [ref("bastion-sg")],
            tags: { Name: "bastion" },
        },
        "bastion",
    ),
];
const toVpc = inline(22, 22, v4("10.0.0.0/16"));
const fromOffice = inline(22, 22, v4("203.0.113.0/24"));

const sshd = (...lines: readonly string[]) => [
    aws("ec2:Instance")(
        {
            ami: "ami-1",
            tags: { Name: "bastion" },
            userData: [
                "#!/bin/bash",
                "cat > /etc/ssh/sshd_config.d/10-hardening.conf <<EOF",
                ...lines,
                "EOF",
            ].join("\n"),
        },
        "bastion",
    ),
];
const hardened = [
    "Port 2222",
    "PermitRootLogin no",
    "PasswordAuthentication no",
    "MaxAuthTries 3",
    "X11Forwarding no",
    "AllowTcpForwarding yes",
    "ClientAliveInterval 300",
    "ClientAliveCountMax 2",
    "KbdInteractiveAuthentication no",
    "PermitEmptyPasswords no",
    "PubkeyAuthentication yes",
];
const but = (name: string, line: string) => hardened.map((one) => (one.startsWith(`${name} `) ? line : one));

const host = aws("ec2:Instance")({ ami: "ami-1", subnetId: "subnet-1" }, "host");
const alarm = (metricName: string, alarmActions: readonly SpecimenValue[], inputs: Stated = {}) =>
    aws("cloudwatch:MetricAlarm")({
        namespace: "AWS/EC2",
        metricName,
        dimensions: { InstanceId: ref("host") },
        comparisonOperator: "GreaterThanThreshold",
        evaluationPeriods: 2,
        period: 60,
        statistic: "Maximum",
        threshold: 0,
        alarmActions,
        ...inputs,
    });
const recover = "arn:aws:automate:us-east-1:ec2:recover";
const topic = "arn:aws:sns:us-east-1:111122223333:topic";

export const accessAndAlarms: readonly Fixture[] = [
    from("prowler", "ec2_instance_managed_by_ssm", {
        pass: {
            "an attached policy": [...hosted(), given("AmazonSSMManagedInstanceCore")],
            "a policy of the role's own list": hosted({
                managedPolicyArns: [managed("AmazonSSMManagedInstanceCore")],
            }),
        },
        fail: { none: hosted(), another: [...hosted(), given("AmazonS3ReadOnlyAccess")] },
    }),
    from("control", "bastion-restricted", {
        pass: { "from the office, into the VPC": bastion({ ingress: [fromOffice], egress: [toVpc] }) },
        fail: {
            "from everywhere": bastion({ ingress: [inline(22, 22, v4(anywhere))], egress: [toVpc] }),
            "another port": bastion({
                ingress: [fromOffice, inline(443, 443, v4("203.0.113.0/24"))],
                egress: [toVpc],
            }),
            "out to everywhere": bastion({
                ingress: [fromOffice],
                egress: [inline(0, 0, v4(anywhere), "-1")],
            }),
        },
    }),
    from("control", "sshd-hardening", {
        pass: { "all of it": sshd(...hardened) },
        fail: {
            "root may log in": sshd(...but("PermitRootLogin", "PermitRootLogin yes")),
            passwords: sshd(...but("PasswordAuthentication", "PasswordAuthentication yes")),
            "many tries": sshd(...but("MaxAuthTries", "MaxAuthTries 10")),
            X11: sshd(...but("X11Forwarding", "X11Forwarding yes")),
            "passwords by cloud-init": [
                aws("ec2:Instance")(
                    {
                        ami: "ami-1",
                        tags: { Name: "bastion" },
                        userData: "#cloud-config\nssh_pwauth: true\n",
                    },
                    "bastion",
                ),
            ],
        },
    }),
    from("control", "alarm-status-check", {
        pass: { recovery: [host, alarm("StatusCheckFailed_System", [recover, topic])] },
        fail: {
            "no alarm": [host],
            "no recovery": [host, alarm("StatusCheckFailed_System", [topic])],
            "another host": [
                host,
                alarm("StatusCheckFailed_System", [recover], { dimensions: { InstanceId: "i-other" } }),
            ],
        },
    }),
    from("control", "alarm-cpu", {
        pass: { "a topic": [host, alarm("CPUUtilization", [topic], { threshold: 80, period: 300 })] },
        fail: {
            "no alarm": [host],
            "another metric": [host, alarm("NetworkIn", [topic])],
            "no action": [host, alarm("CPUUtilization", [])],
        },
    }),
    from("prowler", "iam_user_mfa_enabled_console_access", {
        fail: {
            "a user who signs in": [
                aws("iam:User")({ name: "u" }, "user"),
                aws("iam:UserLoginProfile")({ user: ref("user", "name") }, "profile"),
            ],
        },
    }),
];
