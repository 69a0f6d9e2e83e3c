import { managesAccount } from "../../account-wide";
import { undecidable, violates, type Faults } from "../../fault";
import { provided } from "../../provided";
import { text } from "../../reading";
import { perStack, rule } from "../../rule";
import { textList } from "../../settings";
import type { Stack } from "../../stack";

const packTypes = [
    "aws:cfg/conformancePack:ConformancePack",
    "aws:cfg/organizationConformancePack:OrganizationConformancePack",
];
const ruleTypes: readonly [string, string][] = [
    ["aws:cfg/rule:Rule", "source.sourceIdentifier"],
    ["aws:cfg/organizationManagedRule:OrganizationManagedRule", "ruleIdentifier"],
];

export const configRulesPresent = rule(
    {
        id: "config-rules-present",
        title: "AWS Config judges security groups and the rest every time they change",
        severity: "medium",
        checklist: ["compliance-1", "compliance-2"],
        why: "Nothing that is changed by hand after the deployment is seen by any preview.",
        fix: "Add an `aws.cfg.Rule` for each identifier named, or a conformance pack that has them.",
        docs: "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html",
        config: {
            provided: provided("the rules of AWS Config"),
            identifiers: textList("Managed rules that there must be", [
                "INCOMING_SSH_DISABLED",
                "VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS",
                "VPC_DEFAULT_SECURITY_GROUP_CLOSED",
                "VPC_FLOW_LOGS_ENABLED",
                "ENCRYPTED_VOLUMES",
                "EC2_IMDSV2_CHECK",
                "RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
            ]),
        },
    },
    perStack((stack, settings) =>
        settings.provided === "elsewhere" || !managesAccount(stack) || stack.ofType(...packTypes).length > 0
            ? []
            : missingRules(stack, settings.identifiers),
    ),
);

function missingRules(stack: Stack, wanted: readonly string[]): Faults {
    const named = ruleTypes.flatMap(([type, property]) =>
        stack.stated(type).map((one) => text(one, property, "")),
    );
    const present = named.flatMap((name) => (name.known ? [name.value.toUpperCase()] : []));
    const missing = wanted.filter((identifier) => !present.includes(identifier.toUpperCase()));
    const open = named.flatMap((name) => (name.known ? [] : [name.undecided]));
    return missing.length === 0
        ? []
        : open.length > 0
          ? open.map((one) => undecidable(one, `whether there is ${missing.join(", ")} cannot be told`))
          : [violates(undefined, `no rule of AWS Config is ${missing.join(", nor ")}`)];
}
