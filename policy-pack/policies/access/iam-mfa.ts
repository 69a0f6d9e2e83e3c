import { documentsOf, policyType } from "../../access/identity-policies";
import { groupsOfUser, groupStatements, groupType } from "../../access/people";
import { demandsFactor, enteredWithoutFactor } from "../../access/second-factor";
import { undecidable, violates, type Faults } from "../../fault";
import { at } from "../../reading";
import { perStack, rule } from "../../rule";
import type { Stack } from "../../stack";

const documentsForPeople = [
    policyType,
    "aws:iam/groupPolicy:GroupPolicy",
    "aws:iam/userPolicy:UserPolicy",
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
];

export const iamMfa = rule(
    {
        id: "iam-mfa",
        title: "People administer with a second factor only",
        severity: "high",
        checklist: ["access-5"],
        why: "A password alone is phished; with it, the intruder is an administrator.",
        fix: "Deny everything unless `aws:MultiFactorAuthPresent`, or demand it in each statement that allows.",
        docs: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html",
    },
    perStack((stack) => [
        ...stack.ofType(groupType).flatMap((group): Faults => {
            const { statements, undecided } = groupStatements(stack, group);
            if (demandsFactor(statements)) {
                return [];
            }
            return undecided.length > 0
                ? undecided.map((open) => undecidable(open, "whether the group needs MFA cannot be told"))
                : [violates(group, "has no policy that demands MFA of its members")];
        }),
        ...stack
            .ofType(...documentsForPeople)
            .flatMap((policy): Faults =>
                documentsOf(policy).flatMap((document) =>
                    document.known
                        ? enteredWithoutFactor(document.value).map((action) =>
                              violates(document.place, `allows ${action} without MFA`),
                          )
                        : [undecidable(document.undecided, "whether it demands MFA cannot be told")],
                ),
            ),
        ...consoleFaults(stack),
    ]),
);

const consoleFaults = (stack: Stack): Faults =>
    stack
        .ofType("aws:iam/userLoginProfile:UserLoginProfile")
        .filter((profile) =>
            groupsOfUser(stack, profile).every(
                (group) => !demandsFactor(groupStatements(stack, group).statements),
            ),
        )
        .map((profile) => violates(at(profile, "user"), "may sign in to the console without MFA"));
