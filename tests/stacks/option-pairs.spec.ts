import { expect } from "chai";
import { allPairs, pairsOf, type Choice } from "../support/all-pairs";
import { options, settingsOf } from "../support/environment-options";
import { judgedEnvironment, plannedEnvironment } from "../support/planned-environment";

/**
 * Policies that an option goes against by its nature: choosing it is the decision that they ask for, and
 * an environment that makes it says so in its policy configuration.
 */
const againstTheGrain: { readonly [policy: string]: (choice: Choice) => boolean } = {
    "nat-per-az": ({ nat }) => nat === "single",
    "no-nat-instance": ({ nat }) => nat === "instance",
    "private-route-via-nat": ({ nat }) => nat === "instance",
    "instance-public-ip": ({ nat }) => nat === "instance",
    "alb-waf": ({ edge }) => edge === "balancer",
    // The group is there for instances of another stack.
    "sg-unused": ({ fleet }) => fleet === "off",
    // Without hosts nobody signs in by SSH.
    "alarm-auth-failures": ({ fleet, access }) => fleet === "off" && access !== "both",
    "alb-hygiene": ({ protection }) => protection === "off",
    "backup-plan": ({ protection }) => protection === "off",
    "backup-restore-test": ({ protection }) => protection === "off",
    patching: ({ protection, fleet }) => protection === "off" || fleet === "off",
    "incident-response": ({ protection }) => protection === "off",
    "rds-deletion-protection": ({ protection }) => protection === "off",
};

/** What the policy configuration of an environment says whose account is looked after by another. */
const lookedAfterElsewhere = Object.fromEntries(
    [
        "access-analyzer",
        "cloudtrail-present",
        "config-recorder",
        "config-rules-present",
        "ebs-default-encryption",
        "guardduty",
        "password-policy",
        "securityhub",
        "serial-console",
    ].map((policy) => [policy, { provided: "elsewhere" }]),
);

const describeChoice = (choice: Choice): string =>
    Object.entries(choice)
        .map(([option, value]) => `${option} ${value}`)
        .join(", ");

describe("every pair of options", function () {
    this.timeout(120000);
    const choices = allPairs(options);

    it("is held by the choices that are tried", () => {
        for (const pair of pairsOf(options)) {
            const held = choices.some((choice) =>
                Object.entries(pair).every(([option, value]) => choice[option] === value),
            );
            expect(held, describeChoice(pair)).to.equal(true);
        }
    });

    for (const choice of choices) {
        it(`previews: ${describeChoice(choice)}`, async () => {
            const registrations = await plannedEnvironment("prod", settingsOf(choice));
            const { findings } = await judgedEnvironment(
                "prod",
                registrations,
                choice["guardrails"] === "existing" ? lookedAfterElsewhere : {},
            );
            const unexpected = findings.filter(
                ({ policy, enforcement }) =>
                    enforcement === "mandatory" && againstTheGrain[policy]?.(choice) !== true,
            );
            expect(
                unexpected.map(({ policy, urn, message }) => `${policy} ${urn ?? ""} ${message}`),
            ).to.deep.equal([]);
        });
    }
});
