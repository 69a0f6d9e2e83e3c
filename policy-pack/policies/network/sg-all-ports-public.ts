import { equals } from "../../../packets/interval-set";
import { everyPort } from "../../../packets/ports";
import { everyProtocol } from "../../../packets/protocol";
import { undecidable } from "../../fault";
import { allPorts, openPorts, portsOf, undecidedPeers } from "../../network/exposure";
import { openRuleFaults } from "../../network/open-rule-faults";
import { perSecurityGroup } from "../../network/per-security-group";
import { rule } from "../../rule";

export const sgAllPortsPublic = rule(
    {
        id: "sg-all-ports-public",
        title: "No security group opens everything to the internet",
        severity: "critical",
        checklist: ["network-2"],
        why: "A group that lets everybody reach every port protects nothing.",
        fix: "Allow the one port that strangers need, and name the clients of all others.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
        waivable: false,
    },
    perSecurityGroup((group, model) => {
        const faults = (["tcp", "udp"] as const).flatMap((protocol) => {
            const open = openPorts(group, model, "ingress", protocol);
            return equals(allPorts(open), everyPort)
                ? openRuleFaults(open, everyPort, protocol, model, "that is every port")
                : [];
        });
        const unsettled = undecidedPeers(
            group,
            model,
            "ingress",
            ({ traffic }) => traffic.protocol === everyProtocol || equals(portsOf(traffic, "tcp"), everyPort),
        );
        return [
            ...faults,
            ...unsettled.map((open) => undecidable(open, "who reaches every port cannot be told")),
        ];
    }),
);
