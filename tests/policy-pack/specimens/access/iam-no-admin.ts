import { later, parameter } from "../../support/hosts";
import { allow, document, managed, role } from "../../support/iam";
import { ref, resource, type Specimens } from "../../support/specimen";

const bucket = "arn:aws:s3:::records/*";
const attach = (type: string, policyArn: string | ReturnType<typeof ref>, more: object = {}) =>
    resource(`aws:iam/${type}`, "attached", { policyArn, ...more });
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

export const specimens: Specimens = {
    compliant: {
        "named actions": managed(allow(["s3:GetObject", "s3:PutObject"], bucket)),
        "everything denied": managed({ Effect: "Deny", Action: "*", Resource: "*" }),
        "changes of one role": managed(allow("iam:PassRole", "arn:aws:iam::111122223333:role/worker")),
        "an attached policy of AWS": [
            role(),
            attach("rolePolicyAttachment:RolePolicyAttachment", "arn:aws:iam::aws:policy/ReadOnlyAccess", {
                role: ref("worker", "name"),
            }),
        ],
        "an attached policy of the program": [
            ...managed(allow("s3:GetObject", bucket)),
            attach("rolePolicyAttachment:RolePolicyAttachment", ref("own", "arn"), { role: "worker" }),
        ],
        "a document as an object, whose resource is known later": [
            parameter,
            resource("aws:iam/policy:Policy", "own", {
                policy: {
                    Version: "2012-10-17",
                    Statement: { ...allow("s3:GetObject", ""), Resource: later },
                },
            }),
        ],
    },
    violating: {
        "every action on everything": managed(allow("*", "*")),
        "every action of every service": managed(allow(["s3:GetObject", "*:*"], ["*"])),
        "every action on one bucket": managed(allow("*", bucket)),
        "in one of several statements": managed(allow("s3:GetObject", bucket), allow("*", "*")),
        "a statement that is no list": [
            resource("aws:iam/policy:Policy", "own", {
                policy: JSON.stringify({ Statement: allow("*", "*") }),
            }),
        ],
        "a document as an object": [
            resource("aws:iam/policy:Policy", "own", {
                policy: { Version: "2012-10-17", Statement: [allow("*", "*")] },
            }),
        ],
        "everything but one service": managed({ Effect: "Allow", NotAction: "s3:*", Resource: "*" }),
        "everything on all but one resource": managed({
            Effect: "Allow",
            Action: "iam:*",
            NotResource: "arn:aws:iam::111122223333:role/admin",
        }),
        "all of IAM": managed(allow("iam:*", "*")),
        "under a condition, which narrows nothing of it": managed(
            allow("*", "*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
        ),
        "a role's own document": [
            role(),
            resource("aws:iam/rolePolicy:RolePolicy", "own", {
                role: ref("worker", "name"),
                policy: document(allow("*", "*")),
            }),
        ],
        "a group's document": [
            resource("aws:iam/groupPolicy:GroupPolicy", "own", {
                group: "people",
                policy: document(allow("*", "*")),
            }),
        ],
        "inline in a role": [role({ inlinePolicies: [{ name: "all", policy: document(allow("*", "*")) }] })],
        "an attached administrator": [
            attach("rolePolicyAttachment:RolePolicyAttachment", administrator, { role: "worker" }),
        ],
        "an administrator for a group": [
            attach("groupPolicyAttachment:GroupPolicyAttachment", administrator, { group: "people" }),
        ],
        "an administrator for several": [
            attach("policyAttachment:PolicyAttachment", administrator, { roles: ["worker"] }),
        ],
        "all of IAM attached": [
            attach("userPolicyAttachment:UserPolicyAttachment", "arn:aws:iam::aws:policy/IAMFullAccess", {
                user: "alice",
            }),
        ],
        "an administrator among a role's policies": [role({ managedPolicyArns: [administrator] })],
        "an administrator of another partition": [
            role({ managedPolicyArns: ["arn:aws-us-gov:iam::aws:policy/AdministratorAccess"] }),
        ],
        "an administrator by permission set": [
            resource("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", "attached", {
                managedPolicyArn: administrator,
            }),
        ],
    },
    undecidable: {
        "a document that is written later": [
            parameter,
            resource("aws:iam/policy:Policy", "own", { policy: later }),
        ],
        "an action that is known later": [
            parameter,
            resource("aws:iam/policy:Policy", "own", {
                policy: { Statement: [{ Effect: "Allow", Action: later, Resource: "*" }] },
            }),
        ],
        "no document": [resource("aws:iam/policy:Policy", "own", { policy: "{" })],
    },
};
