import { formatAddressSet, hasNoAddresses, publicPart } from "../../../packets/address-set";
import { equals } from "../../../packets/interval-set";
import { everyPort } from "../../../packets/ports";
import { undecidable, violates } from "../../fault";
import { allPorts, openPorts, peerAddresses, portsOf, undecidedPeers } from "../../network/exposure";
import { openRuleFaults } from "../../network/open-rule-faults";
import { perSecurityGroup } from "../../network/per-security-group";
import { isDatabaseGroup } from "../../network/tiers";
import { rule } from "../../rule";
import { textList } from "../../settings";

export const sgUnrestrictedEgress = rule(
    {
        id: "sg-unrestricted-egress",
        title: "Nothing may send everything everywhere, and databases send nothing to the internet",
        severity: "medium",
        checklist: ["network-2"],
        why: "Free egress is how stolen data leaves and how malware fetches its orders.",
        fix: "Allow only the ports and destinations really needed, for example TCP 443; none for a database.",
        docs: "https://docs.aws.amazon.com/prescriptive-guidance/latest/vpc-security-best-practices/egress.html",
        config: {
            databaseTiers: textList("Words that call a tier of databases", [
                "db",
                "database",
                "data",
                "cache",
            ]),
        },
    },
    perSecurityGroup((group, model, { databaseTiers }) => {
        if (group.isDefault && group.record === undefined) {
            return []; // The untouched default group is the matter of `default-sg-closed`.
        }
        if (isDatabaseGroup(group, model, databaseTiers)) {
            return group.rules
                .filter(({ direction }) => direction === "egress")
                .flatMap((way) => {
                    const { addresses, undecided } = peerAddresses(way, model);
                    if (undecided !== undefined) {
                        return [undecidable(undecided, "where a database may send data cannot be told")];
                    }
                    const outside = formatAddressSet(addresses);
                    return hasNoAddresses(publicPart(addresses))
                        ? []
                        : [violates(way, `lets a database send to ${outside}; it needs no way out`)];
                });
        }
        const faults = (["tcp", "udp"] as const).flatMap((protocol) => {
            const open = openPorts(group, model, "egress", protocol);
            return equals(allPorts(open), everyPort)
                ? openRuleFaults(open, everyPort, protocol, model, "everything may leave")
                : [];
        });
        const unsettled = undecidedPeers(group, model, "egress", ({ traffic }) =>
            equals(portsOf(traffic, "tcp"), everyPort),
        );
        return [...faults, ...unsettled.map((open) => undecidable(open, "what may leave cannot be told"))];
    }),
);
