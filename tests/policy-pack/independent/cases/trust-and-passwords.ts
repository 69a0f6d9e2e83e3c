import { from, type Fixture } from "../../../support/independent-policies/fixture";
import { deny, document, trusting } from "../../../support/independent-policies/policy-statements";
import { aws } from "../../../support/independent-policies/tokens";
import type { SpecimenResource, SpecimenValue } from "../../support/specimen";

const role = (...statements: readonly object[]): readonly SpecimenResource[] => [
    aws("iam:Role")({ assumeRolePolicy: document(...statements) }),
];

const lambda = trusting({ Service: "lambda.amazonaws.com" });
const events = trusting({ Service: "events.amazonaws.com" });

const github = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
const byGithub = (condition: object) => ({
    ...trusting({ Federated: github }, "sts:AssumeRoleWithWebIdentity"),
    Condition: condition,
});
const audience = { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" };
const subject = (sub: string) => ({ "token.actions.githubusercontent.com:sub": sub });

const sound = {
    minimumPasswordLength: 14,
    requireLowercaseCharacters: true,
    requireNumbers: true,
    requireUppercaseCharacters: true,
    requireSymbols: true,
    allowUsersToChangePassword: true,
    maxPasswordAge: 90,
    passwordReusePrevention: 24,
};

const passwords = (stated: { readonly [property: string]: SpecimenValue } = {}) => [
    aws("iam:AccountPasswordPolicy")({ ...sound, ...stated }),
];

const demand = (id: string, property: string, ...bad: readonly SpecimenValue[]): Fixture =>
    from("checkov", id, {
        about: new RegExp(property),
        pass: { "what is asked for": passwords() },
        fail: Object.fromEntries(
            [undefined, ...bad].map((value) => [
                `${property} as ${String(value)}`,
                passwords({ [property]: value }),
            ]),
        ),
    });

export const trustAndPasswords: readonly Fixture[] = [
    from("checkov", "CKV_AWS_60", {
        pass: { "a service": role(lambda), "a denial to everybody": role(deny("sts:AssumeRole", "*")) },
        fail: {
            everybody: role(lambda, trusting({ AWS: "*" }), events),
            "everybody, in a list": role(lambda, trusting({ AWS: ["*"] }), events),
            "everybody of every kind": role(trusting("*")),
        },
    }),
    from("checkov", "CKV_AWS_61", {
        pass: {
            "a service": role(trusting({ Service: "ecs-tasks.amazonaws.com" })),
            "one role of another account": role(trusting({ AWS: "arn:aws:iam::123123123123:role/deployer" })),
        },
        fail: {
            "an account, by its number": role(trusting({ AWS: "123123123123" })),
            "an account, by its root": role(trusting({ AWS: "arn:aws:iam::123123123123:root" })),
        },
    }),
    from("checkov", "CKV_AWS_393", {
        pass: {
            "one repository": role(
                byGithub({
                    StringEquals: { ...audience, ...subject("repo:myOrg/myRepo:ref:refs/heads/main") },
                }),
            ),
            "one repository, whatever branch": role(
                byGithub({ StringEquals: audience, StringLike: subject("repo:myOrg/myRepo:*") }),
            ),
        },
        fail: {
            "whoever is known": role(byGithub({ StringEquals: audience })),
            "any repository": role(byGithub({ StringLike: subject("*") })),
            "any repository of any owner": role(byGithub({ StringLike: subject("repo:*") })),
            "any owner's repository of a name": role(byGithub({ StringLike: subject("repo:*/myRepo:*") })),
        },
    }),
    demand("CKV_AWS_9", "maxPasswordAge", 91, 0),
    demand("CKV_AWS_10", "minimumPasswordLength", 13, 6),
    demand("CKV_AWS_11", "requireLowercaseCharacters", false),
    demand("CKV_AWS_12", "requireNumbers", false),
    demand("CKV_AWS_13", "passwordReusePrevention", 5),
    demand("CKV_AWS_14", "requireSymbols", false),
    demand("CKV_AWS_15", "requireUppercaseCharacters", false),
    from("prowler", "iam_password_policy_minimum_length_14", {
        pass: { "all that is asked for": passwords(), longer: passwords({ minimumPasswordLength: 16 }) },
        fail: { short: passwords({ minimumPasswordLength: 8 }) },
    }),
];
