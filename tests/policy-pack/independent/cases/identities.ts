import { from, type Fixture } from "../../../support/independent-policies/fixture";
import {
    allow,
    deny,
    document,
    inlinePolicy,
    onEverything,
    policy,
    trusting,
} from "../../../support/independent-policies/policy-statements";
import { aws } from "../../../support/independent-policies/tokens";
import type { SpecimenResource } from "../../support/specimen";

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;

/** Every way of attaching a policy of AWS. */
const attached = (name: string): { readonly [title: string]: readonly SpecimenResource[] } => ({
    [`${name}, to a role by its own list`]: [
        aws("iam:Role")({
            assumeRolePolicy: document(trusting({ Service: "ec2.amazonaws.com" })),
            managedPolicyArns: [managed("AmazonS3ReadOnlyAccess"), managed(name)],
        }),
    ],
    [`${name}, to many`]: [aws("iam:PolicyAttachment")({ roles: ["r"], policyArn: managed(name) })],
    [`${name}, to a user`]: [aws("iam:UserPolicyAttachment")({ user: "u", policyArn: managed(name) })],
    [`${name}, to a role`]: [aws("iam:RolePolicyAttachment")({ role: "r", policyArn: managed(name) })],
    [`${name}, to a group`]: [aws("iam:GroupPolicyAttachment")({ group: "g", policyArn: managed(name) })],
    [`${name}, to a permission set`]: [
        aws("ssoadmin:ManagedPolicyAttachment")({ permissionSetArn: "ps", managedPolicyArn: managed(name) }),
    ],
});

const readOnly = attached("AmazonEC2ReadOnlyAccess");
const describe = policy(onEverything("ec2:Describe*"));
const queues = onEverything("sqs:GetQueueAttributes", "sqs:ListQueues", "sqs:SendMessage");

/** The resources that hold a policy of their own. */
const holders: { readonly [token: string]: string } = {
    "iam:RolePolicy": "policy",
    "iam:GroupPolicy": "policy",
    "iam:UserPolicy": "policy",
    "iam:Policy": "policy",
    "ssoadmin:PermissionSetInlinePolicy": "inlinePolicy",
};

const held = (...statements: readonly object[]) =>
    Object.fromEntries(
        Object.entries(holders).map(([token, property]) => [
            `${token} that allows it`,
            [aws(token)({ [property]: document(...statements) })],
        ]),
    );

export const identities: readonly Fixture[] = [
    from("checkov", "CKV_AWS_62", {
        pass: { "some actions": describe },
        fail: {
            "every action on everything": policy(onEverything("*")),
            "every action in the second statement": policy(queues, onEverything("*")),
            "every action, as a text": policy({ Effect: "Allow", Action: "*", Resource: "*" }),
            "every action of every service": policy(onEverything("*:*")),
            "all but some actions": policy({ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }),
        },
    }),
    from("checkov", "CKV_AWS_63", {
        pass: { "some actions": policy(allow(["ec2:Describe*"], ["abc*"])) },
        fail: {
            "every action on something": policy(allow(["*"], ["abc*"])),
            "every action on something, in the second statement": policy(queues, allow(["*"], ["abc*"])),
        },
    }),
    from("checkov", "CKV_AWS_274", { pass: readOnly, fail: attached("AdministratorAccess") }),
    from("checkov", "CKV2_AWS_56", { pass: readOnly, fail: attached("IAMFullAccess") }),
    from("checkov", "CKV2_AWS_40", {
        pass: {
            "all of another service": policy(onEverything("s3:*")),
            "a denial": policy(deny("iam:*")),
            "a service whose name ends alike": policy(onEverything("xsiam:*", "ec2:*")),
            "some actions of IAM": inlinePolicy(onEverything("iam:GetUser", "iam:ListUsers", "s3:*")),
            "a denial beside what is allowed": inlinePolicy(onEverything("s3:*", "ec2:*"), deny("iam:*")),
        },
        fail: {
            "all of IAM": policy(onEverything("iam:*")),
            "all of IAM among others": policy(onEverything("ec2:Describe*", "iam:*", "s3*")),
            "all of everything among others": policy(onEverything("ec2:*", "s3*", "*")),
            "all of IAM in a role": inlinePolicy(onEverything("s3:*", "iam:*")),
            "all of everything in a role": inlinePolicy(onEverything("*")),
            ...held(onEverything("iam:*")),
        },
    }),
    from("cdk-nag", "IAMPolicyNoStatementsWithAdminAccess", {
        pass: {
            "some of everything, all of something": policy(
                onEverything("glacier:DescribeJob"),
                onEverything("glacier:*"),
                allow(["s3:*"], ["arn:aws:s3:::examplebucket1/*"]),
            ),
        },
        fail: {
            "every action on what begins so": policy(allow(["*"], ["arn*"])),
            "every action among others": policy(onEverything("glacier:DescribeJob", "*")),
            "every action and resource among others": policy(
                allow(["s3:CreateBucket", "*"], ["arn:aws:s3:::examplebucket", "*"]),
            ),
        },
    }),
    from("cdk-nag", "IAMPolicyNoStatementsWithFullAccess", {
        pass: { "single actions": policy(allow(["s3:GetObject"], ["arn:aws:s3:::bucket/*"])) },
        fail: {
            "all of a service": policy(allow(["s3:*"], ["arn:aws:s3:::awsexamplebucket1"])),
            "all of a service among others": policy(
                allow(["s3:GetBucketAcl", "s3:*"], ["arn:aws:s3:::awsexamplebucket1"]),
            ),
            everything: policy(allow(["*"], ["arn*"])),
        },
    }),
    from("cdk-nag", "IAMNoWildcardPermissions", {
        pass: { "one action on one bucket": policy(allow(["s3:ListBucket"], ["arn:aws:s3:::bucket"])) },
        fail: {
            "one action on everything": inlinePolicy(onEverything("s3:PutObject")),
            "all of a service": [
                aws("iam:GroupPolicy")({
                    group: "g",
                    policy: document(allow(["s3:*"], ["arn:aws:s3:::bucket"])),
                }),
            ],
        },
    }),
    from("trivy", "AWS-0057", {
        pass: { "one action on one bucket": policy(allow(["s3:GetObject"], ["arn:aws:s3:::bucket/*"])) },
        fail: { everything: policy(onEverything("*")) },
    }),
    from("checkov", "CKV_AWS_348", {
        fail: { "a key of the root user": [aws("iam:AccessKey")({ user: "root" })] },
        disputed: {
            "a key of another user": {
                theirs: "pass",
                because: "the control allows nobody a key that never expires",
                resources: [aws("iam:AccessKey")({ user: "pike" })],
            },
        },
    }),
    from("checkov", "CKV_AWS_273", { fail: { "a user": [aws("iam:User")({ name: "test-user" })] } }),
    from("checkov", "CKV_AWS_40", {
        pass: {
            "a policy of a group": [
                aws("iam:GroupPolicyAttachment")({ group: "g", policyArn: managed("X") }),
            ],
            "a policy of groups and roles": [
                aws("iam:PolicyAttachment")({ groups: ["g"], roles: ["r"], policyArn: managed("X") }),
            ],
        },
        fail: {
            "a policy of a user": [aws("iam:UserPolicyAttachment")({ user: "u", policyArn: managed("X") })],
            "a policy of users and others": [
                aws("iam:PolicyAttachment")({ users: ["u"], roles: ["r"], policyArn: managed("X") }),
            ],
            "an inline policy of a user": [
                aws("iam:UserPolicy")({ user: "u", policy: document(allow(["s3:GetObject"], ["arn:x"])) }),
            ],
        },
    }),
];
