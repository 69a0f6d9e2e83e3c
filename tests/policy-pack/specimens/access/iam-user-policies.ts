import { later, parameter } from "../../support/hosts";
import { allow, document } from "../../support/iam";
import { ref, resource, type Specimens } from "../../support/specimen";

const readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const user = resource("aws:iam/user:User", "alice");

export const specimens: Specimens = {
    compliant: {
        "a group": [
            resource("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "attached", {
                group: "people",
                policyArn: readOnly,
            }),
        ],
        "several groups and roles": [
            resource("aws:iam/policyAttachment:PolicyAttachment", "attached", {
                groups: ["people"],
                roles: ["worker"],
                users: [],
                policyArn: readOnly,
            }),
        ],
        "a user who may have none": [
            resource("aws:iam/userPoliciesExclusive:UserPoliciesExclusive", "none", {
                userName: "alice",
                policyNames: [],
            }),
        ],
    },
    violating: {
        "a document": [
            user,
            resource("aws:iam/userPolicy:UserPolicy", "own", {
                user: ref("alice", "name"),
                policy: document(allow("s3:GetObject", "arn:aws:s3:::records/*")),
            }),
        ],
        "an attached policy": [
            resource("aws:iam/userPolicyAttachment:UserPolicyAttachment", "attached", {
                user: "alice",
                policyArn: readOnly,
            }),
        ],
        "a policy that is named later": [
            parameter,
            resource("aws:iam/userPolicyAttachment:UserPolicyAttachment", "attached", {
                user: "alice",
                policyArn: later,
            }),
        ],
        "one of several": [
            user,
            resource("aws:iam/policyAttachment:PolicyAttachment", "attached", {
                roles: ["worker"],
                users: [ref("alice", "name")],
                policyArn: readOnly,
            }),
        ],
        "a list that is meant to be all": [
            resource("aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "all", {
                userName: "alice",
                policyArns: [readOnly],
            }),
        ],
    },
};
