import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { document, policy } from "../../../support/independent-policies/policy-statements";
import { anywhere } from "../../../support/independent-policies/security-groups";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

/** Trivy's examples leave out what the provider asks for: a rule may lack ports, an entry its ACL. */
const olderRule = (inputs: Stated) => [aws("ec2:SecurityGroupRule")({ type: "ingress", ...inputs })];
const ssh = { fromPort: 22, toPort: 22, protocol: "tcp" };
const sending = (...cidrBlocks: readonly string[]) => [
    aws("ec2:SecurityGroup")({ egress: [{ cidrBlocks, fromPort: 0, toPort: 0, protocol: "-1" }] }),
];
const entry = (inputs: Stated) => [
    aws("ec2:NetworkAclRule")({ egress: false, ruleAction: "allow", ...inputs }),
];

const booting = (userData: string) => [aws("ec2:Instance")({ ami: "ami-12345667", userData })];
const configured = (inputs: Stated) => [aws("ec2:LaunchConfiguration")({ imageId: "ami-1", ...inputs })];
const encoded = (text: string) => ({ userDataBase64: Buffer.from(text).toString("base64") });

const withFactor = (action: string): object => ({
    Effect: "Allow",
    Action: action,
    Resource: "*",
    Condition: { Bool: { "aws:MultiFactorAuthPresent": ["true"] } },
});
const support = aws("iam:Group")({ name: "support" }, "support");
const groupPolicy = (...statements: readonly object[]) =>
    aws("iam:GroupPolicy")({ group: ref("support", "name"), policy: document(...statements) }, "policy");
const attached = (output: string) => [
    support,
    aws("iam:Policy")({ policy: document(withFactor("ec2:*")) }, "factor"),
    aws("iam:GroupPolicyAttachment")(
        { group: ref("support", "name"), policyArn: ref("factor", output) },
        "attachment",
    ),
];

const trail = aws("cloudtrail:Trail")({ s3BucketName: "abcdefgh", isMultiRegionTrail: true }, "trail");
const trailBucket = (acl: string) => aws("s3:Bucket")({ bucket: "abcdefgh", acl });

const database = (type: "Instance" | "Cluster", inputs: Stated): readonly SpecimenResource[] => [
    aws(`rds:${type}`)({ engine: type === "Cluster" ? "aurora-mysql" : "mysql", ...inputs }),
];

export const trivyExamples: readonly Fixture[] = [
    from("trivy", "AWS-0107", {
        pass: {
            "a private network, without a word of ports": olderRule({ cidrBlocks: ["10.0.0.0/16"] }),
            "two hosts": olderRule({ ...ssh, cidrBlocks: ["1.2.3.4/32", "4.5.6.7/32"] }),
            "the loopback, by the protocol's number": [
                aws("ec2:SecurityGroup")({
                    ingress: [{ ...ssh, protocol: "6", cidrBlocks: ["127.0.0.1/32"] }],
                }),
            ],
        },
        fail: {
            "everywhere, for a group that nobody names": olderRule({ ...ssh, cidrBlocks: [anywhere] }),
            "everywhere, by the protocol's number": [
                aws("ec2:SecurityGroup")({ ingress: [{ ...ssh, protocol: "6", cidrBlocks: [anywhere] }] }),
            ],
        },
    }),
    from("trivy", "AWS-0104", {
        pass: { "one host": sending("1.2.3.4/32") },
        fail: { everywhere: sending(anywhere) },
    }),
    from("trivy", "AWS-0105", {
        pass: { "a private network, in no ACL": entry({ ...ssh, cidrBlock: "10.0.0.0/16" }) },
        fail: { "everywhere, in no ACL": entry({ ...ssh, cidrBlock: anywhere }) },
    }),
    from("trivy", "AWS-0102", {
        pass: { "one port": entry({ ...ssh, cidrBlock: anywhere }) },
        fail: { "every protocol": entry({ protocol: "all", cidrBlock: anywhere }) },
    }),
    from("trivy", "AWS-0122", {
        pass: {
            "a greeting": configured({ userData: ' export GREETING="Hello there"\n' }),
            "an editor, encoded": configured(encoded("export EDITOR=vimacs")),
        },
        fail: {
            "a password": configured({ userData: ' export DATABASE_PASSWORD=\\"SomeSortOfPassword\\"\n' }),
            "a password, encoded": configured(encoded('export DATABASE_PASSWORD="SomeSortOfPassword"')),
        },
    }),
    from("trivy", "AWS-0029", {
        pass: { "a path to secrets": booting("export SSM_PATH=/database/creds") },
        fail: { "a password": booting("export DATABASE_PASSWORD=password1234") },
    }),
    from("trivy", "AWS-0123", {
        pass: {
            "a factor in the group's own policy": [support, groupPolicy(withFactor("ec2:*"))],
            "a factor in an attached policy": attached("arn"),
            "a factor in a policy attached by its id": attached("id"),
        },
        fail: {
            "no policy": [support],
            "a policy without a factor": [
                support,
                groupPolicy({ Effect: "Allow", Action: "ec2:*", Resource: "*" }),
            ],
        },
    }),
    from("trivy", "AWS-0057", {
        pass: {
            "one action": policy({
                Effect: "Allow",
                Action: ["s3:ListBuckets"],
                Resource: "specific-bucket",
            }),
        },
        disputed: {
            "all of a service": {
                theirs: "fail",
                because: "`iam-no-service-wildcard` reports it; this control is about administrators",
                resources: policy({ Effect: "Allow", Action: ["s3:*"], Resource: "*" }),
            },
        },
    }),
    from("trivy", "AWS-0161", {
        fail: {
            "a public bucket, by its name": [
                trail,
                trailBucket("public-read"),
                aws("s3:BucketPublicAccessBlock")(
                    {
                        bucket: "abcdefgh",
                        blockPublicAcls: true,
                        blockPublicPolicy: true,
                        ignorePublicAcls: true,
                        restrictPublicBuckets: true,
                    },
                    "wall",
                ),
                aws("s3:BucketLogging")(
                    { bucket: "abcdefgh", targetBucket: "logs", targetPrefix: "" },
                    "log",
                ),
            ],
        },
        disputed: {
            "a private bucket": {
                theirs: "pass",
                because: "the control asks for a public access block and a log, too",
                resources: [trail, trailBucket("private")],
            },
        },
    }),
    from("trivy", "AWS-0077", {
        pass: { "30 days": database("Instance", { backupRetentionPeriod: 30 }) },
        otherwiseInProduction: ["30 days"],
        fail: {
            "nothing said of an instance": database("Instance", {}),
            "nothing said": database("Cluster", {}),
        },
        disputed: {
            "five days": {
                theirs: "pass",
                because: "the control asks for a week by default",
                resources: database("Cluster", { backupRetentionPeriod: 5 }),
            },
        },
    }),
    from("trivy", "AWS-0079", {
        pass: {
            "a key of ours": database("Cluster", {
                storageEncrypted: true,
                kmsKeyId: "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            }),
        },
        fail: { "an empty key": database("Cluster", { kmsKeyId: "" }) },
    }),
];
