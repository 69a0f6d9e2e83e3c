import { undecidable, violates, type Faults } from "../../fault";
import { at, isSet } from "../../reading";
import { perStack, rule } from "../../rule";

const aclType = "aws:wafv2/webAcl:WebAcl";
const loggingType = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
const olderTypes = ["aws:waf/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl"];

export const wafLogging = rule(
    {
        id: "waf-logging",
        title: "Web firewalls record what they stop and let through",
        severity: "medium",
        checklist: ["monitoring-1", "network-4"],
        why: "Without its log nobody can tell an attack that was stopped from a customer who was.",
        fix: "Add an `aws.wafv2.WebAclLoggingConfiguration` with a destination.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-11",
    },
    perStack((stack) => {
        const open = stack.stated(loggingType).flatMap((logging): Faults => {
            const acls = stack.references(logging, "resourceArn", aclType);
            return acls.known
                ? []
                : [undecidable(acls.undecided, "which web firewall it logs cannot be told")];
        });
        return [
            ...open,
            ...stack
                .ofType(aclType)
                .filter(
                    (acl) =>
                        !stack
                            .referrers(acl, loggingType, "resourceArn")
                            .some((logging) => isSet(logging, "logDestinationConfigs")),
                )
                .filter(() => open.length === 0)
                .map((acl) => violates(acl, "is not logged")),
            ...stack
                .stated(...olderTypes)
                .filter((acl) => !isSet(acl, "loggingConfiguration"))
                .map((acl) => violates(at(acl, "loggingConfiguration"), "is not set, so it is not logged")),
        ];
    }),
);
