import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { document } from "../../../support/independent-policies/policy-statements";
import {
    egressRule,
    group,
    ingressAt,
    inline,
    older,
    v4,
    v6,
} from "../../../support/independent-policies/security-groups";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const entry = (inputs: Stated): readonly SpecimenResource[] => [
    aws("ec2:NetworkAcl")({ vpcId: "vpc-1" }, "wall"),
    aws("ec2:NetworkAclRule")({ networkAclId: ref("wall"), ruleNumber: 100, ruleAction: "allow", ...inputs }),
];
const denied = (peer: Stated, ...before: readonly Stated[]): readonly SpecimenResource[] => [
    ...entry({ protocol: "tcp", fromPort: 0, toPort: 65535, ruleNumber: 200, ruleAction: "deny", ...peer }),
    ...before.map((inputs, i) =>
        aws("ec2:NetworkAclRule")(
            { networkAclId: ref("wall"), ruleNumber: 100 + i, ...inputs },
            `before-${i}`,
        ),
    ),
];
const world = { cidrBlock: "0.0.0.0/0" };

const disk = { encrypted: true, kmsKeyId: "test-key-id" };
const database = (inputs: Stated) => [aws("rds:Instance")({ instanceClass: "db.m5.large", ...inputs })];

const bucketPolicy = (...statements: readonly object[]) => [
    aws("s3:BucketPolicy")({ bucket: "logs", policy: document(...statements) }),
];
const whenPlain = (isPlain: boolean, effect: string): object => ({
    Principal: "*",
    Action: "s3:*",
    Effect: effect,
    Condition: { Bool: { "aws:SecureTransport": !isPlain } },
    Resource: "*",
});
const topicPolicy = (principal: object | string, effect = "Allow") => [
    aws("sns:TopicPolicy")({
        arn: "arn:aws:sns:us-east-1:444455556666:foo-bar-baz",
        policy: document({ Effect: effect, Principal: principal, Action: "sns:Publish", Resource: "*" }),
    }),
];

export const guardRules: readonly Fixture[] = [
    from("guard", "EC2_NETWORK_ACL_ENTRY_INEFFECTIVE_DENY_RULE", {
        pass: {
            "what is allowed": entry({ protocol: "icmp", icmpType: -1, icmpCode: -1, ...world }),
            "a denial to everybody, before what is allowed": denied(world),
        },
        fail: {
            "a denial after what takes it in": denied(
                { cidrBlock: "172.0.0.1/32" },
                { ruleAction: "allow", protocol: "-1", ...world },
            ),
        },
    }),
    from("guard", "EC2_NETWORK_ACL_PROTOCOL_RULE", {
        pass: {
            "TCP from one network": entry({
                protocol: "6",
                fromPort: 22,
                toPort: 22,
                cidrBlock: "172.16.0.0/24",
            }),
        },
        fail: { "every protocol from everywhere": entry({ protocol: "-1", ...world }) },
        disputed: {
            "every protocol from one network": {
                theirs: "fail",
                because: "the control is about what anywhere may send",
                resources: entry({ protocol: "-1", fromPort: 22, toPort: 22, cidrBlock: "172.16.0.0/24" }),
            },
        },
    }),
    from("guard", "EC2_NETWORK_ACL_PORT_RANGE_RULE", {
        pass: { "ICMP from one network": entry({ protocol: "1", cidrBlock: "172.16.0.0/24" }) },
        fail: {
            "every TCP port from everywhere": entry({ protocol: "6", fromPort: 0, toPort: 65535, ...world }),
        },
    }),
    from("guard", "SECURITY_GROUP_INGRESS_CIDR_NON_32_RULE", {
        pass: {
            "one host": ingressAt(45, { cidrIpv4: "172.0.0.1/32" }),
            "one IPv6 host": ingressAt(45, { cidrIpv6: "2001:db8:1234::f350:2256:f3dd/128" }),
        },
        fail: { "two million hosts": [group({ ingress: [inline(8443, 8443, v4("172.0.0.0/11"))] })] },
        disputed: {
            "16 hosts": {
                theirs: "fail",
                because: "the control takes an office's network, a /24 at most",
                resources: ingressAt(45, { cidrIpv4: "172.0.0.0/28" }),
            },
        },
    }),
    from("guard", "EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE", {
        pass: { "16 hosts": ingressAt(45, { cidrIpv4: "172.0.0.0/28" }) },
        fail: {
            "every IPv6 address": [
                group({
                    ingress: [inline(35, 35, { ...v4("172.0.0.1/32"), ...v6("::/0") })],
                }),
            ],
            "every IPv4 address": older("ingress", 35, 45, v4("0.0.0.0/0")),
        },
    }),
    from("guard", "RESTRICTED_INCOMING_TRAFFIC", {
        fail: { "FTP data": [group({ ingress: [inline(20, 20, v4("0.0.0.0/0"))] })] },
    }),
    from("guard", "SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE", {
        pass: {
            "one port to a group": egressRule({
                fromPort: 45,
                toPort: 45,
                referencedSecurityGroupId: "sg-1",
            }),
            "everything to itself": egressRule({ ipProtocol: "-1", cidrIpv4: "127.0.0.1/32" }),
        },
        fail: {
            "everything everywhere, with ports": [group({ egress: [inline(80, 80, v4("0.0.0.0/0"), "-1")] })],
        },
    }),
    from("guard", "ENCRYPTED_VOLUMES", {
        pass: {
            "a key": [aws("ebs:Volume")({ availabilityZone: "us-east-1a", ...disk })],
        },
        fail: { "no key": [aws("ebs:Volume")({ availabilityZone: "us-east-1a" })] },
        disputed: {
            "a key without a word of encryption": {
                theirs: "pass",
                because: "the provider asks for `encrypted` beside a key, and creates a plain disk without",
                resources: [aws("ebs:Volume")({ availabilityZone: "us-east-1a", kmsKeyId: "key" })],
            },
        },
    }),
    from("guard", "RDS_MULTI_AZ_SUPPORT", {
        pass: { "two zones": database({ multiAz: true }) },
        fail: { "one zone": database({ multiAz: false }), "nothing said": database({}) },
    }),
    from("guard", "S3_BUCKET_SSL_REQUESTS_ONLY", {
        about: /plain HTTP|everybody/,
        pass: { "a denial": bucketPolicy(whenPlain(true, "Deny")) },
        fail: {
            leave: bucketPolicy(whenPlain(true, "Allow")),
            "a denial of what is encrypted": bucketPolicy(whenPlain(false, "Deny")),
            "no word of it": bucketPolicy({
                Effect: "Allow",
                Principal: { Service: ["delivery.logs.amazonaws.com"] },
                Action: "s3:PutObject",
                Resource: "*",
                Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
            }),
        },
    }),
    from("guard", "SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL", {
        pass: {
            "a denial": topicPolicy("*", "Deny"),
            "two of one account": topicPolicy({
                AWS: ["arn:aws:iam::444455556666:user/Bob", "arn:aws:iam::444455556666:root"],
            }),
        },
        fail: { everybody: topicPolicy({ AWS: "*" }), "every account": topicPolicy("arn:aws:iam::*") },
    }),
];
