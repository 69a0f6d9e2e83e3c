import { addressesOf, formatAddressSet, publicPart, subtractAddresses } from "../../../packets/address-set";
import { undecidable, violates } from "../../fault";
import {
    hasBlockWiderThan,
    isInternet,
    isTcpWithin,
    peerAddresses,
    portSetOf,
    undecidedPeers,
} from "../../network/exposure";
import { perSecurityGroup } from "../../network/per-security-group";
import { rule } from "../../rule";
import { cidrList, ports, wholeNumber } from "../../settings";

export const sgWidePublicCidr = rule(
    {
        id: "sg-wide-public-cidr",
        title: "Public sources are as narrow as a real office",
        severity: "high",
        checklist: ["network-2"],
        why: "A wide public block lets in thousands of hosts of people nobody knows.",
        fix: "Name the narrow range really meant, or declare a wide office range in `officeRanges`.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
        config: {
            tcpPorts: ports("TCP ports that the whole internet may reach anyway", [80, 443]),
            widestIpv4: wholeNumber("Shortest IPv4 prefix that a public source may have", 24),
            widestIpv6: wholeNumber("Shortest IPv6 prefix that a public source may have", 48),
            officeRanges: cidrList("Public blocks that are ours, however wide", []),
        },
    },
    perSecurityGroup((group, model, { tcpPorts, widestIpv4, widestIpv6, officeRanges }) => {
        const widest = `/${widestIpv4} (IPv6: /${widestIpv6})`;
        const open = portSetOf(tcpPorts);
        const ours = addressesOf(...officeRanges);
        const faults = group.rules
            .filter(({ direction }) => direction === "ingress")
            .flatMap((wide) => {
                const { addresses } = peerAddresses(wide, model);
                const strangers = subtractAddresses(publicPart(addresses), ours);
                return hasBlockWiderThan(strangers, widestIpv4, widestIpv6) &&
                    !(isInternet(addresses) && isTcpWithin(wide.traffic, open))
                    ? [violates(wide, `lets in ${formatAddressSet(addresses)}, wider than ${widest}`)]
                    : [];
            });
        const unsettled = undecidedPeers(
            group,
            model,
            "ingress",
            ({ traffic }) => !isTcpWithin(traffic, open),
        );
        return [
            ...faults,
            ...unsettled.map((unclear) =>
                undecidable(unclear, "how many strangers it lets in cannot be told"),
            ),
        ];
    }),
);
