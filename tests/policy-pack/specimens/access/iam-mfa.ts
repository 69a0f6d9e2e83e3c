import { later, parameter } from "../../support/hosts";
import { allow, document, managed } from "../../support/iam";
import { ref, resource, type Specimens, type SpecimenValue } from "../../support/specimen";

const factor = (operator: string, value: string) => ({
    Condition: { [operator]: { "aws:MultiFactorAuthPresent": value } },
});
const denied = (operator = "BoolIfExists", value = "false") => ({
    Effect: "Deny",
    NotAction: ["iam:ListMFADevices", "iam:EnableMFADevice", "sts:GetSessionToken"],
    Resource: "*",
    ...factor(operator, value),
});
const reading = allow("s3:GetObject", "arn:aws:s3:::records/*");
const people = resource("aws:iam/group:Group", "people");
const ofGroup = (...statements: readonly { readonly [part: string]: SpecimenValue }[]) =>
    resource("aws:iam/groupPolicy:GroupPolicy", "rights", {
        group: ref("people", "name"),
        policy: document(...statements),
    });
const login = resource("aws:iam/userLoginProfile:UserLoginProfile", "login", { user: "alice" });
const member = resource("aws:iam/userGroupMembership:UserGroupMembership", "member", {
    user: "alice",
    groups: [ref("people", "name")],
});
const sessions = (more: object = {}) =>
    managed(allow("ssm:StartSession", "arn:aws:ec2:us-east-1:111122223333:instance/*", { ...more }));

export const specimens: Specimens = {
    compliant: {
        "everything denied without MFA": [people, ofGroup(reading, denied())],
        "denied where the key is absent": [people, ofGroup(reading, denied("Null", "true"))],
        "allowed with MFA only": [people, ofGroup({ ...reading, ...factor("Bool", "true") })],
        "a policy attached to the group": [
            people,
            ...managed(reading, denied()),
            resource("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "attached", {
                group: ref("people", "name"),
                policyArn: ref("own", "arn"),
            }),
        ],
        "sessions with MFA": sessions(factor("Bool", "true")),
        "a password whose owner is in a group with MFA": [people, ofGroup(denied()), login, member],
        "policies that let nobody in": managed(reading),
        "machines that need no second factor": [
            resource("aws:iam/rolePolicy:RolePolicy", "inline", {
                role: "automation",
                policy: document(allow("ssm:StartSession", "*")),
            }),
        ],
    },
    violating: {
        "a group without policies": [people],
        "a group whose policy asks nothing": [people, ofGroup(reading)],
        "a group whose policy asks in one statement of two": [
            people,
            ofGroup({ ...reading, ...factor("Bool", "true") }, allow("ec2:StopInstances", "*")),
        ],
        "a denial that long-lived keys escape": [people, ofGroup(reading, denied("Bool", "false"))],
        "sessions without MFA": sessions(),
        "sessions where MFA may be absent": sessions(factor("BoolIfExists", "true")),
        "sessions by wildcard": managed(allow("ssm:Start*", "*")),
        "keys pushed without MFA": managed(allow("ec2-instance-connect:SendSSHPublicKey", "*")),
        "a password without MFA": [login],
        "a password whose owner is in a group without MFA": [people, ofGroup(reading), login, member],
    },
    undecidable: {
        "a policy that is written later": [
            parameter,
            resource("aws:iam/policy:Policy", "own", { policy: later }),
        ],
    },
};
