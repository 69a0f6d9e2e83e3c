import { later, parameter } from "../../support/hosts";
import { trusted } from "../../support/iam";
import { resource, type Specimens, type SpecimenValue } from "../../support/specimen";

const by = (principal: SpecimenValue, more: object = {}, action = "sts:AssumeRole") => ({
    Effect: "Allow",
    Principal: principal,
    Action: action,
    ...more,
});
const when = (operator: string, key: string, value: SpecimenValue) => ({
    Condition: { [operator]: { [key]: value } },
});
const other = "arn:aws:iam::444455556666:root";
const github = { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" };
const subject = (value: SpecimenValue) =>
    when("StringLike", "token.actions.githubusercontent.com:sub", value);
const byWeb = "sts:AssumeRoleWithWebIdentity";

export const specimens: Specimens = {
    compliant: {
        "a service": trusted(by({ Service: "ec2.amazonaws.com" })),
        "a role": trusted(by({ AWS: "arn:aws:iam::111122223333:role/deployer" })),
        "an account with an external id": trusted(
            by({ AWS: other }, when("StringEquals", "sts:ExternalId", "partner-42")),
        ),
        "an account of the organization": trusted(
            by({ AWS: other }, when("StringEquals", "aws:PrincipalOrgID", "o-1234567890")),
        ),
        "people with MFA": trusted(by({ AWS: other }, when("Bool", "aws:MultiFactorAuthPresent", "true"))),
        "everybody denied": trusted({ Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" }),
        "one repository": trusted(by(github, subject("repo:example/network:*"), byWeb)),
        "a company's own sign-in": trusted(
            by({ Federated: "arn:aws:iam::111122223333:saml-provider/staff" }, {}, "sts:AssumeRoleWithSAML"),
        ),
        "a role of an own account": {
            config: { ownAccounts: ["111122223333"] },
            resources: trusted(by({ AWS: "arn:aws:iam::111122223333:role/deployer" })),
        },
    },
    violating: {
        everybody: trusted(by("*")),
        "everybody of AWS": trusted(by({ AWS: "*" })),
        "everybody in a list": trusted(by({ AWS: ["arn:aws:iam::111122223333:role/deployer", "*"] })),
        "everybody, though with an external id": trusted(
            by("*", when("StringEquals", "sts:ExternalId", "partner-42")),
        ),
        "a role of any account": trusted(by({ AWS: "arn:aws:iam::*:role/deployer" })),
        "everybody but one": trusted({
            Effect: "Allow",
            NotPrincipal: { AWS: other },
            Action: "sts:AssumeRole",
        }),
        "a whole account": trusted(by({ AWS: other })),
        "a whole account by its number": trusted(by({ AWS: "444455556666" })),
        "a whole account without MFA": trusted(
            by({ AWS: other }, when("Bool", "aws:MultiFactorAuthPresent", "false")),
        ),
        "a whole account, whose MFA may be absent": trusted(
            by({ AWS: other }, when("BoolIfExists", "aws:MultiFactorAuthPresent", "true")),
        ),
        "a role of a foreign account": {
            config: { ownAccounts: ["111122223333"] },
            resources: trusted(by({ AWS: "arn:aws:iam::444455556666:role/partner" })),
        },
        "any repository": trusted(by(github, {}, byWeb)),
        "any repository of an organization": trusted(by(github, subject("repo:example/*"), byWeb)),
        "any repository, written out": trusted(by(github, subject(["*"]), byWeb)),
    },
    undecidable: {
        "a trust that is written later": [
            parameter,
            resource("aws:iam/role:Role", "worker", { assumeRolePolicy: later }),
        ],
    },
};
