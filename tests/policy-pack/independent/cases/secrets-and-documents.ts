import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { aws } from "../../../support/independent-policies/tokens";
import type { SpecimenResource } from "../../support/specimen";

// AWS's own examples, in pieces, so that no scanner takes this file for a leak.
const exampleKey = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
const exampleSecret = ["wJalrXUtnFEMI", "K7MDENG", "bPxRfiCYEXAMPLEKEY"].join("/");

const script = (...lines: readonly string[]): string => ["#! /bin/bash", ...lines, ""].join("\n");
const leaking = script(
    `export AWS_ACCESS_KEY_ID=${exampleKey}`,
    `export AWS_SECRET_ACCESS_KEY=${exampleSecret}`,
    "export AWS_DEFAULT_REGION=us-west-2",
);
const harmless = script(
    "sudo apt-get update",
    "export AWS_ACCESS_KEY_ID",
    "export AWS_ACCESS_KEY_ID=FOO",
    "export AWS_SECRET_ACCESS_KEY=bar",
    "export AWS_DEFAULT_REGION=us-west-2",
);
const encoded = (text: string): string => Buffer.from(text).toString("base64");

const instance = aws("ec2:Instance");
const template = aws("ec2:LaunchTemplate");
const configuration = aws("ec2:LaunchConfiguration");
const image = { imageId: "ami-12345667", instanceType: "t2.small" };

interface Preferences {
    readonly s3BucketName?: string;
    readonly s3EncryptionEnabled?: boolean;
    readonly cloudWatchLogGroupName?: string;
    readonly cloudWatchEncryptionEnabled?: boolean;
    readonly kmsKeyId?: string;
}

const preferences = (stated: Preferences) => ({
    schemaVersion: "1.0",
    sessionType: "Standard_Stream",
    inputs: {
        s3BucketName: "",
        s3KeyPrefix: "",
        s3EncryptionEnabled: true,
        cloudWatchLogGroupName: "",
        cloudWatchEncryptionEnabled: true,
        idleSessionTimeout: "20",
        cloudWatchStreamingEnabled: true,
        kmsKeyId: "",
        runAsEnabled: false,
        ...stated,
    },
});

const session = { name: "SSM-SessionManagerRunShell", documentType: "Session" };

const inJson = (stated: Preferences): readonly SpecimenResource[] => [
    aws("ssm:Document")({ ...session, content: JSON.stringify(preferences(stated)) }),
];

const inYaml = (stated: Preferences): readonly SpecimenResource[] => {
    const { inputs } = preferences(stated);
    const lines = Object.entries(inputs).map(
        ([name, value]) => `  ${name}: ${typeof value === "string" ? `'${value}'` : value}`,
    );
    const content = ["schemaVersion: '1.0'", "sessionType: Standard_Stream", "inputs:", ...lines, ""];
    return [aws("ssm:Document")({ ...session, documentFormat: "YAML", content: content.join("\n") })];
};

const key = { kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012" };
const bucket = { s3BucketName: "example" };
const group = { cloudWatchLogGroupName: "example" };

const command = (inputs: SpecimenResource["inputs"] = {}): readonly SpecimenResource[] => [
    aws("ssm:Document")({ name: "test_document", documentType: "Command", content: "{}", ...inputs }),
];

export const secretsAndDocuments: readonly Fixture[] = [
    from("checkov", "CKV_AWS_46", {
        pass: {
            "names without keys": [instance({ ami: "ami-1", userData: harmless })],
            "a template without user data": [template(image)],
            "a configuration without user data": [configuration(image)],
        },
        fail: {
            "a key": [instance({ ami: "ami-1", userData: leaking })],
            "a key, encoded": [instance({ ami: "ami-1", userDataBase64: encoded(leaking) })],
            "a key in a template": [template({ ...image, userData: encoded(leaking) })],
            "a key in a template, not encoded": [template({ ...image, userData: leaking })],
            "a key in a configuration": [configuration({ ...image, userData: leaking })],
            "a key in a configuration, encoded": [
                configuration({ ...image, userDataBase64: encoded(leaking) }),
            ],
        },
    }),
    from("trivy", "AWS-0029", {
        pass: { "nothing secret": [instance({ userData: "export GREETING=hello" })] },
        fail: { "a key": [instance({ userData: leaking })] },
    }),
    from("trivy", "AWS-0129", {
        pass: { "nothing secret": [template({ userData: encoded("export GREETING=hello") })] },
        fail: { "a key": [template({ userData: encoded(leaking) })] },
    }),
    from("checkov", "CKV_AWS_112", {
        about: /kmsKeyId/,
        pass: { "a key": inJson(key), "a key, in YAML": inYaml(key) },
        fail: { "no key": inJson({}), "no key, in YAML": inYaml({}) },
    }),
    from("checkov", "CKV_AWS_113", {
        about: /recordings/,
        pass: {
            "an encrypted bucket": inJson({ ...bucket }),
            "an encrypted bucket, in YAML": inYaml({ ...bucket }),
            "an encrypted log group": inJson({ ...group }),
            "an encrypted log group, in YAML": inYaml({ ...group }),
        },
        fail: {
            neither: inJson({}),
            "neither, in YAML": inYaml({}),
            "a plain bucket": inJson({ ...bucket, s3EncryptionEnabled: false }),
            "a plain bucket, in YAML": inYaml({ ...bucket, s3EncryptionEnabled: false }),
            "a plain log group": inJson({ ...group, cloudWatchEncryptionEnabled: false }),
            "a plain log group, in YAML": inYaml({ ...group, cloudWatchEncryptionEnabled: false }),
        },
    }),
    from("checkov", "CKV_AWS_303", {
        pass: {
            "shared with nobody": command(),
            "shared with one account": command({
                permissions: { type: "Share", account_ids: "680235478471" },
            }),
        },
        fail: {
            "shared with all": command({ permissions: { type: "Share", account_ids: "All" } }),
            "shared with all, in the other spelling": command({
                permissions: { type: "Share", accountIds: "all" },
            }),
        },
    }),
];
