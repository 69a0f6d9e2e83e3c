import { from, type Fixture } from "../../../support/independent-policies/fixture";
import {
    anywhere,
    anywhereIpv6,
    egressAt,
    egressRule,
    group,
    inline,
    older,
    v4,
    v6,
} from "../../../support/independent-policies/security-groups";
import type { SpecimenResource } from "../../support/specimen";

const out = (...egress: readonly SpecimenResource["inputs"][]) => [group({ egress })];

export const securityGroupEgress: readonly Fixture[] = [
    from("checkov", "CKV_AWS_382", {
        pass: {
            "the older rule for one port": older("egress", 80, 80, v4(anywhere)),
            "the newer rule for one port": egressAt(80, { cidrIpv4: anywhere }),
            "everything to private addresses": egressRule({ ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" }),
            "everything to another group": egressRule({
                ipProtocol: "-1",
                referencedSecurityGroupId: "sg-12345",
            }),
            "no egress, which Pulumi's provider takes for none": [group({ egress: [] })],
        },
        fail: {
            "everything everywhere": out(inline(0, 0, v4(anywhere), "-1")),
            "ports -1 to -1 in a group": out(inline(-1, -1, v4(anywhere))),
            "ports -1 to -1 in an older rule": older("egress", -1, -1, v4(anywhere)),
            "every protocol in an older rule": older("egress", 0, 0, v4(anywhere), "-1"),
            "ports -1 to -1 in a newer rule": egressAt(-1, { cidrIpv4: anywhere }),
            "every protocol in a newer rule": egressRule({ ipProtocol: "-1", cidrIpv4: anywhere }),
            "every protocol to every IPv6 address": egressRule({ ipProtocol: "-1", cidrIpv6: anywhereIpv6 }),
        },
        disputed: {
            "every protocol with ports": {
                theirs: "pass",
                because: "AWS ignores the ports of a rule for every protocol",
                resources: out(inline(20, 200, v4(anywhere), "-1")),
            },
        },
    }),
    from("trivy", "AWS-0104", {
        pass: { "a port to one network": egressAt(443, { cidrIpv4: "10.0.0.0/16" }) },
        fail: {
            "everything everywhere": out(inline(0, 0, v4(anywhere), "-1")),
            "every TCP port to every IPv6 address": out(inline(0, 65535, v6(anywhereIpv6))),
        },
    }),
];
