import { undecidable, violates } from "../../fault";
import { subnetsOf } from "../../network/per-network-acl";
import { perStack, rule } from "../../rule";

const association = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

export const naclAttached = rule(
    {
        id: "nacl-attached",
        title: "Every network ACL holds for a subnet",
        severity: "low",
        checklist: ["network-3"],
        why: "An ACL without subnets protects nothing, though whoever wrote it believes that it does.",
        fix: "Associate it by `aws.ec2.NetworkAclAssociation` or `subnetIds`, or remove it.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-16",
    },
    perStack((stack) => {
        const { model } = stack;
        const open = model.undecided.filter(({ urn }) => /networkAclAssociation|networkAcl:/.test(urn));
        return [...model.networkAcls.values()]
            .filter(({ external, isDefault }) => !external && !isDefault)
            .filter((acl) => subnetsOf(acl, model).length === 0)
            .flatMap(({ record }) => {
                // Associated with another stack's subnet, or with one that is not known yet, it holds too.
                if (record === undefined || stack.referrers(record, association, "networkAclId").length > 0) {
                    return [];
                }
                return open.length === 0
                    ? [violates(record, "is associated with no subnet")]
                    : open.map((undecided) =>
                          undecidable(undecided, "whether an ACL holds for it cannot be told"),
                      );
            });
    }),
);
