import { from, type Cases, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

/** Anything of an account, so that what the account needs once is looked for. */
const something = aws("ec2:Vpc")({ cidrBlock: "10.0.0.0/16" }, "vpc");
const has = (...resources: readonly SpecimenResource[]) => [something, ...resources];

const bucket = aws("s3:Bucket")({ bucket: "trail-logs" }, "bucket");
const walls = {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
};
const trailInto = (...parts: readonly SpecimenResource[]) => [
    bucket,
    aws("cloudtrail:Trail")({ s3BucketName: ref("bucket", "bucket"), isMultiRegionTrail: true }),
    ...parts,
];
const wall = (inputs: Stated = walls) =>
    aws("s3:BucketPublicAccessBlock")({ bucket: ref("bucket"), ...inputs }, "wall");
const log = aws("s3:BucketLogging")(
    { bucket: ref("bucket"), targetBucket: "logs", targetPrefix: "x/" },
    "log",
);

const keyOf = (publicKey: string) => [aws("ec2:KeyPair")({ keyName: "ops", publicKey })];

/** A public key in OpenSSH's wire format, with as many bits of modulus as asked for. */
function rsaKey(bits: number): string {
    const field = (bytes: Buffer): Buffer => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(bytes.length);
        return Buffer.concat([length, bytes]);
    };
    const modulus = Buffer.concat([Buffer.from([0]), Buffer.alloc(bits / 8, 0xc5)]);
    const parts = [Buffer.from("ssh-rsa"), Buffer.from([1, 0, 1]), modulus];
    return `ssh-rsa ${Buffer.concat(parts.map(field)).toString("base64")} ops@example.com`;
}

const ed25519 =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4bq2QqXJ0S9q9dV2zj9mTgk0mLqLr2p4mY7o0m1m2d ops@example.com";

const clientVpn = (inputs: Stated): readonly SpecimenResource[] => [
    aws("ec2clientvpn:Endpoint")({
        serverCertificateArn: "arn",
        clientCidrBlock: "10.100.0.0/16",
        ...inputs,
    }),
];
const siteVpn = (...tunnels: readonly (boolean | undefined)[]): readonly SpecimenResource[] => [
    aws("ec2:VpnConnection")({
        customerGatewayId: "cgw-1",
        type: "ipsec.1",
        ...Object.fromEntries(
            tunnels.map((logEnabled, i) => [
                `tunnel${i + 1}LogOptions`,
                logEnabled === undefined
                    ? undefined
                    : {
                          cloudwatchLogOptions: {
                              logEnabled,
                              logGroupArn: "arn:aws:logs:us-east-1:1:log-group:vpn",
                          },
                      },
            ]),
        ),
    }),
];

const tags = { Environment: "prod", Owner: "team", Tier: "app", DataClassification: "internal" };
const productionTags = { environment: "prod", owner: "team" };
const fleetTags = (all: { readonly [key: string]: string }) =>
    Object.entries(all).map(([key, value]) => ({ key, value, propagateAtLaunch: true }));
const fleet = (inputs: Stated) => [aws("autoscaling:Group")({ maxSize: 5, minSize: 2, ...inputs })];

const bypasses: Cases = {
    "a stack of CloudFormation": [aws("cloudformation:Stack")({ templateBody: "{}" })],
    "a stack set of CloudFormation": [aws("cloudformation:StackSet")({ name: "s" })],
    "a resource of Cloud Control": [aws("cloudcontrol:Resource")({ typeName: "AWS::S3::Bucket" })],
    "a resource of AWS Native": [
        { type: "aws-native:s3:Bucket", name: "subject", inputs: { bucketName: "b" } },
    ],
    "a dynamic resource": [
        { type: "pulumi-nodejs:dynamic:Resource", name: "subject", inputs: { __provider: "x" } },
    ],
};

const provider = (inputs: Stated): readonly SpecimenResource[] => [
    { type: "pulumi:providers:aws", name: "subject", inputs },
];
const soundProvider = { region: "us-east-1", allowedAccountIds: '["111122223333"]' };

export const accountServices: readonly Fixture[] = [
    from("fsbp", "CloudTrail.6", {
        pass: { "a private bucket": trailInto(wall(), log) },
        fail: {
            "a bucket without a block": trailInto(log),
            "a bucket whose block is half down": trailInto(wall({ ...walls, blockPublicAcls: false }), log),
            "a bucket that everybody may read": trailInto(
                wall(),
                log,
                aws("s3:BucketAcl")({ bucket: ref("bucket"), acl: "public-read" }, "acl"),
            ),
        },
    }),
    from("fsbp", "CloudTrail.7", {
        pass: { "a logged bucket": trailInto(wall(), log) },
        fail: { "not logged": trailInto(wall()) },
    }),
    from("trivy", "AWS-0175", {
        pass: { "an analyzer": has(aws("accessanalyzer:Analyzer")({ analyzerName: "a" })) },
        fail: { none: has() },
    }),
    from("prowler", "securityhub_enabled", {
        pass: {
            "on, with a standard": has(
                aws("securityhub:Account")({}, "hub"),
                aws("securityhub:StandardsSubscription")({
                    standardsArn:
                        "arn:aws:securityhub:us-east-1::standards/aws-foundational-security-best-practices/v/1.0.0",
                }),
            ),
        },
        fail: {
            off: has(),
            "on, without a standard": has(
                aws("securityhub:Account")({ enableDefaultStandards: false }, "hub"),
            ),
        },
    }),
    from("prowler", "guardduty_is_enabled", {
        pass: { on: has(aws("guardduty:Detector")({ enable: true })) },
        otherwiseInProduction: ["on"],
        fail: { none: has(), off: has(aws("guardduty:Detector")({ enable: false })) },
    }),
    from("trivy", "AWS-0014", {
        pass: {
            "every region": has(aws("cloudtrail:Trail")({ s3BucketName: "b", isMultiRegionTrail: true })),
        },
        fail: {
            "no trail": has(),
            "one region": has(aws("cloudtrail:Trail")({ s3BucketName: "b", isMultiRegionTrail: false })),
            "reading only": has(
                aws("cloudtrail:Trail")({
                    s3BucketName: "b",
                    isMultiRegionTrail: true,
                    eventSelectors: [{ readWriteType: "ReadOnly", includeManagementEvents: true }],
                }),
            ),
        },
    }),
    from("prowler", "ec2_ebs_snapshot_account_block_public_access", {
        pass: {
            "all shut": has(
                aws("ebs:SnapshotBlockPublicAccess")({ state: "block-all-sharing" }, "snapshots"),
                aws("ec2:ImageBlockPublicAccess")({ state: "block-new-sharing" }, "images"),
                aws("ec2:SerialConsoleAccess")({ enabled: false }, "console"),
            ),
        },
        fail: {
            "snapshots open": has(
                aws("ebs:SnapshotBlockPublicAccess")({ state: "unblocked" }, "snapshots"),
                aws("ec2:ImageBlockPublicAccess")({ state: "block-new-sharing" }, "images"),
                aws("ec2:SerialConsoleAccess")({ enabled: false }, "console"),
            ),
            "the console open": has(
                aws("ebs:SnapshotBlockPublicAccess")({ state: "block-all-sharing" }, "snapshots"),
                aws("ec2:ImageBlockPublicAccess")({ state: "block-new-sharing" }, "images"),
                aws("ec2:SerialConsoleAccess")({ enabled: true }, "console"),
            ),
        },
    }),
    from("fsbp", "EC2.51", {
        pass: {
            logged: clientVpn({ connectionLogOptions: { enabled: true, cloudwatchLogGroup: "vpn" } }),
        },
        fail: {
            off: clientVpn({ connectionLogOptions: { enabled: false } }),
            "nothing said": clientVpn({}),
        },
    }),
    from("fsbp", "EC2.171", {
        pass: { "both tunnels": siteVpn(true, true) },
        fail: {
            "one tunnel": siteVpn(true, undefined),
            "one of two off": siteVpn(true, false),
            none: siteVpn(),
        },
    }),
    from("control", "ssh-key-strength", {
        pass: { Ed25519: keyOf(ed25519), "RSA of 4096 bits": keyOf(rsaKey(4096)) },
        fail: {
            "RSA of 2048 bits": keyOf(rsaKey(2048)),
            DSA: keyOf(
                "ssh-dss AAAAB3NzaC1kc3MAAACBAP1/U4EddRIpUt9KnC7s5Of2EbdSPO9EAMMeP4C2USZpRV1AIlH7WT2N",
            ),
        },
    }),
    from("control", "policy-bypass", {
        pass: { "a resource that policies know": [something] },
        fail: bypasses,
    }),
    from("control", "provider-hygiene", {
        pass: { pinned: provider(soundProvider) },
        fail: {
            "no accounts": provider({ region: "us-east-1" }),
            keys: provider({ ...soundProvider, accessKey: "AKIA", secretKey: "x" }),
        },
    }),
    from("checkov", "CKV_AWS_153", {
        pass: {
            "all tags, on the fleet": fleet({ tags: fleetTags({ ...tags, ...productionTags }) }),
        },
        fail: { none: fleet({}), "other tags": fleet({ tags: fleetTags({ foo: "bar" }) }) },
    }),
    from("control", "backup-restore-test", {
        pass: {
            "a plan that restores databases": has(
                aws("backup:RestoreTestingPlan")({ name: "p", scheduleExpression: "cron(0 12 ? * * *)" }),
                aws("backup:RestoreTestingSelection")(
                    {
                        restoreTestingPlanName: ref("subject", "name"),
                        protectedResourceType: "RDS",
                        protectedResourceArns: ["*"],
                        iamRoleArn: "arn",
                    },
                    "selection",
                ),
                aws("rds:Instance")({ engine: "mysql" }, "db"),
            ),
        },
        fail: { none: has(aws("rds:Instance")({ engine: "mysql" }, "db")) },
    }),
];
