import type { ResourceRecord } from "../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../fault";
import { blocks, isSet } from "../reading";
import type { Stack } from "../stack";

const aclType = "aws:wafv2/webAcl:WebAcl";

/** A web firewall that is associated, but has no rules to judge requests by. */
export function withoutRules(stack: Stack, association: ResourceRecord): Faults {
    const acls = stack.references(association, "webAclArn", aclType);
    if (!acls.known) {
        return [undecidable(acls.undecided, "whether the web firewall has rules cannot be told")];
    }
    const unsettled = acls.value.flatMap((acl) => {
        const rules = blocks(acl, "rules");
        return rules.known
            ? []
            : [undecidable(rules.undecided, "whether the web firewall has rules cannot be told")];
    });
    const empty = acls.value
        .filter((acl) => !isSet(acl, "rules") && !isSet(acl, "ruleJson"))
        .filter((acl) => stack.referrers(acl, "aws:wafv2/webAclRule:WebAclRule", "webAclArn").length === 0)
        .map((acl) =>
            violates({ urn: acl.urn, property: "rules" }, "is empty, so the web firewall stops nothing"),
        );
    return [...unsettled, ...empty];
}
