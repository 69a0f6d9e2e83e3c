import { violates, type Faults } from "../../fault";
import { at, isSet } from "../../reading";
import { perResource, rule } from "../../rule";

/** The resources that give users permissions, and what of them does. */
const ways: { readonly [type: string]: string } = {
    "aws:iam/userPolicy:UserPolicy": "policy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment": "policyArn",
    "aws:iam/policyAttachment:PolicyAttachment": "users",
    "aws:iam/userPoliciesExclusive:UserPoliciesExclusive": "policyNames",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": "policyArns",
};

export const iamUserPolicies = rule(
    {
        id: "iam-user-policies",
        title: "Permissions are given to groups and roles, never to a single user",
        severity: "low",
        checklist: ["access-5"],
        why: "What one user was once given is forgotten when the person changes the job.",
        fix: "Attach the policy to a group or role, and make the user a member.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2",
    },
    perResource(Object.keys(ways), (record): Faults => {
        const property = ways[record.type]!;
        return isSet(record, property)
            ? [violates(at(record, property), "gives permissions to a user directly")]
            : [];
    }),
);
