import { intervalSet, isEmpty, subtract } from "../../../packets/interval-set";
import { everyPort, portRange } from "../../../packets/ports";
import { everyProtocol, hasPorts, protocolNumbers } from "../../../packets/protocol";
import { undecidable, type Faults } from "../../fault";
import { allPorts, openPorts, portSetOf, undecidedPeers } from "../../network/exposure";
import { otherTrafficFaults } from "../../network/open-protocols";
import { openRuleFaults } from "../../network/open-rule-faults";
import { perSecurityGroup } from "../../network/per-security-group";
import { onlyRedirectsOn } from "../../network/redirects";
import { rule } from "../../rule";
import { ports, toggle } from "../../settings";

const http = portRange(80);

export const sgAuthorizedPublicPorts = rule(
    {
        id: "sg-authorized-public-ports",
        title: "The internet reaches authorised ports only",
        severity: "high",
        checklist: ["network-2"],
        why: "Every port that strangers reach is an attack surface that somebody must have decided on.",
        fix: "Remove the rule, name its real clients, or authorise the port in the policy pack's configuration.",
        docs: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
        config: {
            tcpPorts: ports("TCP ports that may be open to the internet", [443]),
            udpPorts: ports("UDP ports that may be open to the internet; 443 for QUIC", []),
            redirectPort80: toggle("Whether TCP 80 may be open where a listener only redirects", true),
            ping: toggle("Whether the internet may ping", false),
        },
    },
    perSecurityGroup((group, model, { tcpPorts, udpPorts, redirectPort80, ping }) => {
        const allowed = {
            tcp: intervalSet([
                ...portSetOf(tcpPorts),
                ...(redirectPort80 && onlyRedirectsOn(group.key, model, 80) ? http : []),
            ]),
            udp: portSetOf(udpPorts),
        };
        const faults = (["tcp", "udp"] as const).flatMap((protocol): Faults => {
            const forbidden = subtract(everyPort, allowed[protocol]);
            const open = openPorts(group, model, "ingress", protocol).filter(
                (part) => !isEmpty(subtract(part.ports, allowed[protocol])),
            );
            return isEmpty(allPorts(open))
                ? []
                : openRuleFaults(open, forbidden, protocol, model, "nobody has authorised that");
        });
        const unsettled = undecidedPeers(group, model, "ingress", ({ traffic }) => {
            const isTcp = traffic.protocol === protocolNumbers.tcp;
            const within = subtract(traffic.ports ?? everyPort, isTcp ? allowed.tcp : allowed.udp);
            return traffic.protocol === everyProtocol || !hasPorts(traffic.protocol) || !isEmpty(within);
        });
        return [
            ...faults,
            ...otherTrafficFaults(group, model, ping),
            ...unsettled.map((open) => undecidable(open, "whether strangers reach it cannot be told")),
        ];
    }),
);
