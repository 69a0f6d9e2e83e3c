import { portSetOf } from "../../network/exposure";
import { letIn, perNetworkAcl, undecidedEntries } from "../../network/per-network-acl";
import { rule } from "../../rule";
import { ports } from "../../settings";

export const naclAdminPorts = rule(
    {
        id: "nacl-admin-ports",
        title: "No network ACL lets the internet reach an administration port",
        severity: "high",
        checklist: ["network-3"],
        why: "The ACL is the second wall: it must hold when a security group is wrong. Ranges for replies count.",
        fix: "Deny 22 and 3389 from 0.0.0.0/0 and ::/0 under a lower number than the range for replies.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-21",
        config: {
            adminPorts: ports("TCP ports of remote administration", [22, 3389]),
        },
    },
    perNetworkAcl((acl, { adminPorts }) => {
        const admin = portSetOf(adminPorts);
        return [
            ...letIn(acl, "tcp", admin, "everybody can try to log in where a group lets them"),
            ...undecidedEntries(acl, "whether it lets in SSH or RDP cannot be told"),
        ];
    }),
);
