import { egress, groups, network, routing, workload } from "../../support/base-network";
import { everybody, ports, sending } from "../../support/groups";
import { ref, type Specimens } from "../../support/specimen";

export const specimens: Specimens = {
    compliant: {
        "the seed's network": network,
        "HTTPS to everybody": sending("web-sg", { ...ports(443), ...everybody }),
        "everything to the VPC": sending("web-sg", { ipProtocol: "-1", cidrIpv4: "10.0.0.0/16" }),
        "nothing at all": sending("db-sg"),
        "a database that answers a group": sending("db-sg", {
            ...ports(443),
            referencedSecurityGroupId: ref("db-sg"),
        }),
    },
    violating: {
        "everything to everybody": sending("web-sg", { ipProtocol: "-1", ...everybody }),
        "every TCP port over IPv6": sending("web-sg", { ...ports(0, 65535), cidrIpv6: "::/0" }),
        "two halves of the internet": sending(
            "web-sg",
            { ipProtocol: "-1", cidrIpv4: "0.0.0.0/1" },
            { ipProtocol: "-1", cidrIpv4: "128.0.0.0/1" },
        ),
        "a database that calls out": sending("db-sg", { ...ports(443), ...everybody }),
        "a database that calls out, by what carries the group": [
            ...routing,
            ...groups,
            ...workload,
            egress("leak", "db-sg", 443, { cidrIpv4: "198.51.100.0/24" }),
        ],
    },
};
