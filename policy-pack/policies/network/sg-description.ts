import { faultUnless, text } from "../../reading";
import { perResource, rule } from "../../rule";

/** What the providers of Pulumi and of Terraform write where nothing is said. */
const placeholders = ["Managed by Pulumi", "Managed by Terraform"];

export const sgDescription = rule(
    {
        id: "sg-description",
        title: "Every security group says what it is for",
        severity: "low",
        checklist: ["network-2", "compliance-2"],
        why: "Whoever audits or responds to an incident must see from the group itself whom it protects.",
        fix: "Set `description`. It cannot be changed later without replacing the group, so keep it general.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html",
    },
    perResource(["aws:ec2/securityGroup:SecurityGroup"], (group) =>
        faultUnless(
            text(group, "description", ""),
            (description) => !["", ...placeholders].includes(description.trim()),
            (description) => (description === "" ? "is not set" : `is the placeholder "${description}"`),
        ),
    ),
);
