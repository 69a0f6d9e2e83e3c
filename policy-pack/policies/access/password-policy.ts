import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { groupType, userType } from "../../access/people";
import { managesAccount } from "../../account";
import { violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { faultUnless, flag, number } from "../../reading";
import { perResourceAndStack, rule } from "../../rule";
import { wholeNumber, type SettingsOf } from "../../settings";

const policyType = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy";
const classes = ["LowercaseCharacters", "UppercaseCharacters", "Numbers", "Symbols"];

const demands = {
    length: wholeNumber("Fewest characters of a password", 14, 8),
    remembered: wholeNumber("How many former passwords may not be used again", 24, 1),
    maxAgeDays: wholeNumber("Days after which a password must be changed", 90, 1),
    provided: provided("the account's password policy"),
};

export const passwordPolicy = rule(
    {
        id: "password-policy",
        title: "Passwords of the account are long, mixed, changed and never used again",
        severity: "medium",
        checklist: ["access-5"],
        why: "Whoever guesses, or finds in a leak, one password of the console is in.",
        fix: "Set the `aws.iam.AccountPasswordPolicy` accordingly.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-7",
        config: demands,
    },
    perResourceAndStack([policyType], passwordFaults, (stack, settings) => {
        const policies = stack.stated(policyType);
        const isConcerned = managesAccount(stack) || stack.ofType(userType, groupType).length > 0;
        return policies.length === 0 && isConcerned && settings.provided === "here"
            ? [violates(undefined, "the account has no password policy")]
            : policies.flatMap((policy) => passwordFaults(policy, settings));
    }),
);

function passwordFaults(policy: ResourceRecord, settings: SettingsOf<typeof demands>): Faults {
    const { length, remembered, maxAgeDays } = settings;
    const atLeast = (path: string, least: number) =>
        faultUnless(
            number(policy, path, 0),
            (value) => value >= least,
            (value) => `is ${value}, not ${least} or more`,
        );
    const ages = (days: number): boolean => days > 0 && days <= maxAgeDays;
    return [
        ...atLeast("minimumPasswordLength", length),
        ...atLeast("passwordReusePrevention", remembered),
        ...faultUnless(number(policy, "maxPasswordAge", 0), ages, `is not between 1 and ${maxAgeDays} days`),
        ...classes.flatMap((kind) =>
            faultUnless(flag(policy, `require${kind}`, false), (isOn) => isOn, "is off"),
        ),
    ];
}
