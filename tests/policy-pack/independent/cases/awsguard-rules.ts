import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const listener = (module: "lb" | "alb", inputs: Stated) => [
    aws(`${module}:Listener`)({
        loadBalancerArn:
            "arn:aws:elasticloadbalancing:us-west-2:333333333333:loadbalancer/app/alb-4163fcb/93e140268049384d",
        ...inputs,
    }),
];
const redirect = (protocol: string, statusCode: string): Stated => ({
    type: "redirect",
    redirect: { protocol, statusCode },
});

const disk = { encrypted: true, kmsKeyId: "test-key-id" };
const instance = (inputs: Stated = {}) => [
    aws("ec2:Instance")({
        ami: "ami-12345678",
        instanceType: "t2.micro",
        rootBlockDevice: disk,
        ebsBlockDevices: [{ deviceName: "/dev/test", ...disk }],
        ...inputs,
    }),
];
const database = (inputs: Stated) => [aws("rds:Instance")({ instanceClass: "db.m5.large", ...inputs })];

export const awsguardRules: readonly Fixture[] = [
    from("awsguard", "encryptedVolumes", {
        fail: { "a plain volume": [aws("ebs:Volume")({ availabilityZone: "us-east-1a", encrypted: false })] },
    }),
    from("fsbp", "EC2.3", {
        pass: { "all disks": instance() },
        fail: {
            "a root disk that is not": instance({ rootBlockDevice: { encrypted: false } }),
            "a root disk that nobody wrote": instance({ rootBlockDevice: undefined }),
            "a further disk that is not": instance({
                ebsBlockDevices: [{ deviceName: "/dev/test", encrypted: false }],
            }),
        },
    }),
    from("awsguard", "albHttpToHttpsRedirection", {
        pass: {
            "a redirect": listener("alb", {
                port: 443,
                protocol: "HTTP",
                defaultActions: [redirect("HTTPS", "301")],
            }),
            HTTPS: listener("alb", {
                port: 443,
                protocol: "HTTPS",
                certificateArn: "arn:aws:acm:us-west-2:333333333333:certificate/x",
                defaultActions: [],
            }),
        },
        fail: {
            "no action": listener("alb", { port: 80, protocol: "HTTP", defaultActions: [] }),
            "a redirect and another for now": listener("lb", {
                port: 80,
                protocol: "HTTP",
                defaultActions: [redirect("HTTPS", "HTTP_301"), redirect("HTTPS", "HTTP_302")],
            }),
            "a redirect to HTTP": listener("alb", {
                port: 443,
                protocol: "HTTP",
                defaultActions: [redirect("HTTP", "HTTP_301")],
            }),
        },
    }),
    from("awsguard", "rdsInstanceBackupEnabled", {
        pass: {
            "ten days": database({ backupRetentionPeriod: 10 }),
            "a replica": database({ replicateSourceDb: "some-other-db" }),
        },
        otherwiseInProduction: ["ten days"],
        fail: { none: database({ backupRetentionPeriod: 0 }) },
    }),
    from("awsguard", "cmkBackingKeyRotationEnabled", {
        pass: { rotated: [aws("kms:Key")({ enableKeyRotation: true })] },
        fail: { "not rotated": [aws("kms:Key")({ enableKeyRotation: false })] },
    }),
    from("checkov", "CKV_AWS_213", {
        pass: {
            "TLS 1.2": [
                aws("elb:LoadBalancerPolicy")({
                    policyTypeName: "SSLNegotiationPolicyType",
                    policyAttributes: [{ name: "Protocol-TLSv1.2", value: "true" }],
                }),
            ],
            "TLS 1.0 off": [
                aws("elb:LoadBalancerPolicy")({
                    policyTypeName: "SSLNegotiationPolicyType",
                    policyAttributes: [{ name: "Protocol-TLSv1", value: "false" }],
                }),
            ],
        },
        fail: {
            "TLS 1.0 beside 1.2": [
                aws("elb:LoadBalancerPolicy")({
                    policyTypeName: "SSLNegotiationPolicyType",
                    policyAttributes: [
                        { name: "Protocol-TLSv1.2", value: "true" },
                        { name: "Protocol-TLSv1", value: "true" },
                    ],
                }),
            ],
            "a weak predefined policy": [
                aws("elb:LoadBalancerPolicy")({
                    policyTypeName: "SSLNegotiationPolicyType",
                    policyAttributes: [
                        { name: "Reference-Security-Policy", value: "ELBSecurityPolicy-2016-08" },
                    ],
                }),
            ],
        },
    }),
    from("checkov", "CKV2_AWS_3", {
        otherwiseInProduction: ["a detector for the organization"],
        pass: {
            "a detector for the organization": [
                aws("guardduty:Detector")({ enable: true }),
                aws("guardduty:OrganizationConfiguration")(
                    { autoEnableOrganizationMembers: "ALL", detectorId: ref("subject") },
                    "organization",
                ),
            ],
        },
        disputed: {
            "a detector of one account": {
                theirs: "fail",
                because: "an account that is in no organization has nobody else to enable",
                resources: [aws("guardduty:Detector")({ enable: true })],
            },
        },
    }),
    from("cdk-nag", "RDSNonDefaultPort", {
        about: /\bport\b/,
        pass: { "another port": [aws("rds:Instance")({ engine: "postgres", port: 42 })] },
        disputed: {
            "the engine's own port": {
                theirs: "fail",
                because: "the seed's tiers talk by 3306; `nonDefaultPort` asks for another where wanted",
                resources: [aws("rds:Instance")({ engine: "postgres", port: 5432 })],
            },
        },
    }),
    from("cdk-nag", "IAMUserNoPolicies", {
        pass: { "a group's": [aws("iam:GroupPolicyAttachment")({ group: "g", policyArn: "arn" })] },
        fail: { "a user's": [aws("iam:UserPolicyAttachment")({ user: "u", policyArn: "arn" })] },
    }),
];
