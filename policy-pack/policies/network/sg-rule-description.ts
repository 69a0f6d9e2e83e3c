import type { ResourceRecord } from "../../../analysis/model/resource-record";
import { undecidable, violates, type Faults } from "../../fault";
import { blocks, text, type Source } from "../../reading";
import { perResource, rule } from "../../rule";

export const sgRuleDescription = rule(
    {
        id: "sg-rule-description",
        title: "Every security group rule says why it is there",
        severity: "low",
        checklist: ["network-2", "compliance-2"],
        why: "A rule whose reason nobody knows is never removed.",
        fix: "Set the rule's `description` to who needs it and what for.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    },
    perResource(
        [
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
            "aws:ec2/securityGroupRule:SecurityGroupRule",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        ],
        (record) => (/Rule$/.test(record.type) ? described(record) : inlineRules(record)),
    ),
);

const inlineRules = (group: ResourceRecord): Faults =>
    ["ingress", "egress"].flatMap((direction) => {
        const rules = blocks(group, direction);
        return rules.known ? rules.value.flatMap(described) : [undecidable(rules.undecided)];
    });

function described(source: Source): Faults {
    const description = text(source, "description", "");
    if (!description.known) {
        return [undecidable(description.undecided, "whether it says why it is there cannot be told")];
    }
    return description.value.trim() === "" || description.value === "Managed by Pulumi"
        ? [violates(description.place, "is not set")]
        : [];
}
