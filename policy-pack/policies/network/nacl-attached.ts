import { undecidable, violates } from "../../fault";
import { subnetsOf } from "../../network/per-network-acl";
import { perStack, rule } from "../../rule";

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
    perStack(({ model }) =>
        [...model.networkAcls.values()]
            .filter(({ external, isDefault, record }) => !external && !isDefault && record !== undefined)
            .flatMap((acl) => {
                const open = model.undecided.filter(({ urn }) =>
                    /networkAclAssociation|networkAcl:/.test(urn),
                );
                if (subnetsOf(acl, model).length > 0) {
                    return [];
                }
                return open.length === 0
                    ? [violates(acl.record, "is associated with no subnet")]
                    : open.map((undecided) =>
                          undecidable(undecided, "whether an ACL holds for it cannot be told"),
                      );
            }),
    ),
);
