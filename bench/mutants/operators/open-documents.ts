import { called, type Mutant, type Operator } from "../operator";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";
import type { Plan } from "../plan";

interface Statement {
    readonly Sid?: string;
    readonly Effect: string;
    readonly [element: string]: unknown;
}

/** A change of a policy document's statements. */
type Edit = (statements: readonly Statement[]) => readonly Statement[];

interface Opening {
    readonly type: string;
    readonly property?: string;
    readonly change: string;
    readonly edit: Edit;
    readonly expected: readonly string[];
    readonly named?: RegExp;
}

const also =
    (statement: object): Edit =>
    (statements) => [...statements, { Effect: "Allow", ...statement }];
const unconditional: Edit = (statements) =>
    statements.map((statement) => ({ ...statement, Condition: undefined }));
const withoutDenials: Edit = (statements) => statements.filter(({ Effect }) => Effect !== "Deny");
const everybody = { Principal: "*" };
const anything = { Action: "*", Resource: "*" };
const rolePolicy = "aws:iam/rolePolicy:RolePolicy";

const openings: readonly Opening[] = [
    {
        type: "aws:kms/key:Key",
        change: "everybody may use the key",
        edit: also({ ...everybody, Action: "kms:*", Resource: "*" }),
        expected: ["kms-policy"],
    },
    {
        type: "aws:kms/key:Key",
        change: "everybody, spelled as an account",
        edit: also({ Principal: { AWS: ["*"] }, Action: ["kms:Decrypt"], Resource: "*" }),
        expected: ["kms-policy"],
    },
    {
        type: "aws:kms/key:Key",
        change: "conditions gone",
        edit: unconditional,
        expected: ["kms-policy"],
        named: /prod-data/,
    },
    {
        type: "aws:s3/bucketPolicy:BucketPolicy",
        change: "plain HTTP allowed",
        edit: withoutDenials,
        expected: ["s3-encryption"],
    },
    {
        type: "aws:s3/bucketPolicy:BucketPolicy",
        change: "everybody may read",
        edit: also({ ...everybody, Action: "s3:GetObject", Resource: "*" }),
        expected: ["s3-encryption", "s3-block-public", "cloudtrail-bucket"],
    },
    {
        type: "aws:sns/topicPolicy:TopicPolicy",
        change: "everybody may publish",
        edit: also({ ...everybody, Action: "sns:Publish", Resource: "*" }),
        expected: ["sns-encryption"],
    },
    {
        type: "aws:iam/role:Role",
        property: "assumeRolePolicy",
        change: "everybody may assume it",
        edit: also({ ...everybody, Action: "sts:AssumeRole" }),
        expected: ["iam-trust-scoped"],
    },
    {
        type: "aws:iam/role:Role",
        property: "assumeRolePolicy",
        change: "another account may assume it",
        edit: also({ Principal: { AWS: "arn:aws:iam::999988887777:root" }, Action: "sts:AssumeRole" }),
        expected: ["iam-trust-scoped"],
    },
    { type: rolePolicy, change: "may do anything", edit: also(anything), expected: ["iam-no-admin"] },
    {
        type: rolePolicy,
        change: "may do anything, in lists",
        edit: also({ Action: ["*"], Resource: ["*"] }),
        expected: ["iam-no-admin"],
    },
    {
        type: rolePolicy,
        change: "may do anything but little",
        edit: also({ NotAction: "iam:*", Resource: "*" }),
        expected: ["iam-no-admin", "iam-no-service-wildcard"],
    },
    {
        type: rolePolicy,
        change: "may do anything with EC2",
        edit: also({ Action: "ec2:*", Resource: "*" }),
        expected: ["iam-no-service-wildcard"],
        named: /prod-instances/,
    },
    {
        type: rolePolicy,
        change: "may pass any role",
        edit: also({ Action: "iam:PassRole", Resource: "*" }),
        expected: ["iam-no-service-wildcard"],
        named: /prod-instances/,
    },
    {
        type: rolePolicy,
        change: "may decrypt anything",
        edit: also({ Action: "kms:Decrypt", Resource: "*" }),
        expected: ["iam-no-service-wildcard"],
        named: /prod-instances/,
    },
    {
        type: "aws:iam/policy:Policy",
        change: "may do anything",
        edit: also(anything),
        expected: ["iam-no-admin"],
    },
    {
        type: "aws:iam/policy:Policy",
        change: "without MFA",
        edit: unconditional,
        expected: ["iam-mfa"],
        named: /operators/,
    },
    {
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        change: "conditions gone",
        edit: unconditional,
        expected: ["vpc-endpoint-policy"],
        // The others name resources of this account only.
        named: /^prod-(s3|endpoints-(ssm|ssmmessages|ec2messages|monitoring))$/,
    },
    {
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        change: "anybody may do anything",
        edit: also({ ...everybody, ...anything }),
        expected: ["vpc-endpoint-policy"],
    },
];

/** Policy documents that let in more people, or let them do more. */
export const openDocuments: Operator = {
    name: "policy document opened",
    mutants: (plan) => [
        ...openings.flatMap((opening) =>
            plan
                .ofType(opening.type)
                .filter(
                    ({ name, inputs }) =>
                        (opening.named?.test(name) ?? true) &&
                        isDocument(inputs[opening.property ?? "policy"]),
                )
                .map((resource) => opened(plan, resource, opening)),
        ),
        ...plan.ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").flatMap((attachment) =>
            ["AdministratorAccess", "IAMFullAccess"].map((name) => ({
                change: `${called(attachment)}: ${name}`,
                plan: plan.with(attachment, { policyArn: `arn:aws:iam::aws:policy/${name}` }),
                expected: ["iam-no-admin"],
            })),
        ),
    ],
};

const isDocument = (value: unknown): boolean => typeof value === "string" && value.startsWith("{");

function opened(
    plan: Plan,
    resource: RecordedRegistration,
    { property = "policy", change, edit, expected }: Opening,
): Mutant {
    const document = JSON.parse(resource.inputs[property] as string) as {
        readonly Statement: readonly Statement[];
    };
    const text = JSON.stringify({ ...document, Statement: edit(document.Statement) });
    return {
        change: `${called(resource)}: ${change}`,
        plan: plan.with(resource, { [property]: text }),
        expected,
    };
}
