import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { document } from "../../../support/independent-policies/policy-statements";
import { aws } from "../../../support/independent-policies/tokens";
import { ref, type SpecimenResource, type SpecimenValue } from "../../support/specimen";

type Stated = { readonly [property: string]: SpecimenValue };

const account = "arn:aws:iam::111122223333:root";
const key = (inputs: Stated = {}) =>
    aws("kms:Key")({ description: "KMS key 1", deletionWindowInDays: 30, ...inputs });
const rotating = { enableKeyRotation: true };
const symmetric = { customerMasterKeySpec: "SYMMETRIC_DEFAULT" };

const granting = (principal: object | string, effect = "Allow", condition?: object): string =>
    document({
        Sid: "Enable IAM User Permissions",
        Effect: effect,
        Principal: principal,
        Action: "kms:*",
        Resource: "*",
        ...(condition === undefined ? {} : { Condition: condition }),
    });

const byPolicy = (policy: string): readonly SpecimenResource[] => [key({ ...rotating, policy })];

const topic = (inputs: Stated = {}) => [aws("sns:Topic")({ name: "topic", ...inputs })];
const ownTopic = "arn:aws:sns:us-east-1:111122223333:topic";
const publishing = (principal: object | string, effect = "Allow") => [
    aws("sns:TopicPolicy")({
        arn: ownTopic,
        policy: document({
            Effect: effect,
            Principal: principal,
            Action: ["SNS:Subscribe", "SNS:Publish", "SNS:DeleteTopic"],
            Resource: ownTopic,
        }),
    }),
];
const ownKey = "arn:aws:kms:us-east-1:111122223333:key/12345678-1234-1234-1234-123456789012";
const role = "arn:aws:iam::123456789101:role/sns";

export const keysAndTopics: readonly Fixture[] = [
    from("checkov", "CKV_AWS_7", {
        pass: {
            rotated: [key(rotating)],
            "rotated, symmetric": [key({ ...rotating, ...symmetric })],
            asymmetric: [key({ customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" })],
            "asymmetric, its use not said": [key({ customerMasterKeySpec: "RSA_4096" })],
        },
        fail: {
            "nothing said": [key()],
            "not rotated": [key({ enableKeyRotation: false })],
            "symmetric, not rotated": [key({ ...symmetric, enableKeyRotation: false })],
            "symmetric, nothing said": [key(symmetric)],
        },
    }),
    from("cdk-nag", "KMSBackingKeyRotationEnabled", {
        pass: { rotated: [key(rotating)] },
        fail: { "nothing said": [key()] },
    }),
    from("trivy", "AWS-0065", {
        pass: {
            rotated: [key(rotating)],
            "for signing": [key({ keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256" })],
        },
        fail: { "not rotated": [key({ enableKeyRotation: false })] },
    }),
    from("checkov", "CKV_AWS_33", {
        pass: {
            "one account": byPolicy(granting({ AWS: account })),
            "two accounts": byPolicy(granting({ AWS: [account, "arn:aws:iam::444455556666:root"] })),
            "a denial to everybody": [
                key({
                    ...rotating,
                    policy: document(
                        { Effect: "Deny", Principal: "*", Action: "kms:*", Resource: "*" },
                        { Effect: "Allow", Principal: { AWS: account }, Action: "kms:*", Resource: "*" },
                    ),
                }),
            ],
            "a service": byPolicy(granting({ Service: "logs.us-east-1.amazonaws.com" })),
            "everybody of one account": byPolicy(
                granting("*", "Allow", { StringEquals: { "kms:CallerAccount": "111122223333" } }),
            ),
        },
        fail: {
            everybody: byPolicy(granting("*")),
            "everybody of AWS": byPolicy(granting({ AWS: "*" })),
            "everybody among others": byPolicy(granting({ AWS: [account, "*"] })),
            "everybody, in a policy of its own": [
                key(rotating),
                aws("kms:KeyPolicy")({ keyId: ref("subject"), policy: granting({ AWS: "*" }) }, "policy"),
            ],
        },
    }),
    from("checkov", "CKV_AWS_227", {
        about: /isEnabled|enabled/,
        pass: { "nothing said": [key()], on: [key({ isEnabled: true })] },
        fail: { off: [key({ isEnabled: false })] },
    }),
    from("checkov", "CKV2_AWS_64", {
        about: /leaves the key to IAM alone/,
        pass: {
            "a policy": byPolicy(granting({ AWS: account })),
            "a policy of its own": [
                key(rotating),
                aws("kms:KeyPolicy")({ keyId: ref("subject"), policy: granting({ AWS: account }) }, "policy"),
            ],
        },
        fail: { none: [key(rotating)] },
    }),
    from("checkov", "CKV_AWS_26", {
        pass: {
            "a key": topic({ kmsMasterKeyId: ownKey }),
            "an alias of ours": topic({ kmsMasterKeyId: "alias/topics" }),
        },
        fail: { "nothing said": topic(), "an empty key": topic({ kmsMasterKeyId: "" }) },
    }),
    from("cdk-nag", "SNSEncryptedKMS", {
        pass: {
            "a key of this stack": [
                key(rotating),
                aws("sns:Topic")({ kmsMasterKeyId: ref("subject", "arn") }, "topic"),
            ],
        },
        fail: { "nothing said": topic() },
    }),
    from("trivy", "AWS-0095", {
        pass: { "a key": topic({ kmsMasterKeyId: ownKey }) },
        fail: { none: topic() },
    }),
    from("trivy", "AWS-0136", {
        pass: { "a key of ours": topic({ kmsMasterKeyId: ownKey }) },
        fail: { "AWS's own": topic({ kmsMasterKeyId: "alias/aws/sns" }) },
    }),
    from("checkov", "CKV_AWS_169", {
        pass: { "a denial to everybody": publishing("*", "Deny"), "one role": publishing({ AWS: role }) },
        fail: {
            everybody: publishing("*"),
            "everybody of AWS": publishing({ AWS: "*" }),
            "everybody among others": publishing({ AWS: [role, "*"] }),
            "a role of any account": publishing({ AWS: "arn:aws:iam::*:role/sns" }),
        },
    }),
];
