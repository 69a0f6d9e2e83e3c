import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { unlessElsewhere } from "../../account-wide";
import { undecidable, violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { at, flag, text } from "../../reading";
import { perStack, rule } from "../../rule";
import type { Stack } from "../../stack";

const accountType = "aws:securityhub/account:Account";
const standards = /standards\/aws-foundational-security-best-practices\/|\/cis-aws-foundations-benchmark\//;

export const securityhub = rule(
    {
        id: "securityhub",
        title: "Security Hub holds the account against the standards of AWS and CIS",
        severity: "medium",
        checklist: ["compliance-1", "compliance-2"],
        why: "Findings of a dozen services are read only where they come together and are counted.",
        fix: "Add an `aws.securityhub.Account`, and a `StandardsSubscription` of AWS's own or CIS's standard.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html",
        config: { provided: provided("Security Hub") },
    },
    perStack((stack, settings) => {
        const accounts = stack.stated(accountType);
        return accounts.length > 0
            ? accounts.flatMap((account) => unlessSubscribed(stack, account))
            : unlessElsewhere(stack, settings.provided, "nothing turns Security Hub on");
    }),
);

/** Unless told otherwise, Security Hub begins with the standards of AWS and CIS. */
function unlessSubscribed(stack: Stack, account: ResourceRecord): Faults {
    const byDefault = flag(account, "enableDefaultStandards", true);
    const subscribed = stack
        .stated("aws:securityhub/standardsSubscription:StandardsSubscription")
        .map((subscription) => text(subscription, "standardsArn", ""));
    if (
        (byDefault.known && byDefault.value) ||
        subscribed.some((arn) => arn.known && standards.test(arn.value))
    ) {
        return [];
    }
    const open = [byDefault, ...subscribed].flatMap((reading) => (reading.known ? [] : [reading.undecided]));
    return open.length > 0
        ? open.map((one) => undecidable(one, "which standards it checks cannot be told"))
        : [
              violates(
                  at(account, "enableDefaultStandards"),
                  "is false, and no standard of AWS or CIS is subscribed",
              ),
          ];
}
