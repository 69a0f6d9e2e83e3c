import { intersect } from "../../../packets/interval-set";
import { portRange } from "../../../packets/ports";
import { portSetOf } from "../../network/exposure";
import { internetOn } from "../../network/open-rule-faults";
import { perSecurityGroup } from "../../network/per-security-group";
import { rule } from "../../rule";
import { ports } from "../../settings";

/** Remote Desktop also speaks UDP. */
const remoteDesktop = portRange(3389);

export const sgAdminPortsPublic = rule(
    {
        id: "sg-admin-ports-public",
        title: "No security group opens an administration port to the internet",
        severity: "critical",
        checklist: ["network-2", "access-3"],
        why: "SSH, RDP and WinRM that everybody reaches are attacked within minutes, and one weak key is enough.",
        fix: "Use Session Manager, or allow the port from the bastion's security group or the office's range only.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-13",
        waivable: false,
        config: {
            adminPorts: ports("TCP ports of remote administration", [22, 2222, 3389, 5985, 5986]),
        },
    },
    perSecurityGroup((group, model, { adminPorts }) => {
        const tcp = portSetOf(adminPorts);
        const danger = "everybody can try to log in";
        return [
            ...internetOn(group, model, "tcp", tcp, danger),
            ...internetOn(group, model, "udp", intersect(tcp, remoteDesktop), danger),
        ];
    }),
);
