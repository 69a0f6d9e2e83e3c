import {
    addressesOf,
    formatAddressSet,
    hasNoAddresses,
    subtractAddresses,
} from "../../../packets/address-set";
import { intersect, isEmpty } from "../../../packets/interval-set";
import { formatPorts } from "../../../packets/ports";
import { undecidable, violates } from "../../fault";
import { peerAddresses, portSetOf, portsOf } from "../../network/exposure";
import { perSecurityGroup } from "../../network/per-security-group";
import { isDatabaseGroup } from "../../network/tiers";
import { isCalled } from "../../network/words";
import { rule } from "../../rule";
import { cidrList, ports, textList } from "../../settings";

export const sgTierReferences = rule(
    {
        id: "sg-tier-references",
        title: "Application and database tiers name their clients by security group",
        severity: "high",
        checklist: ["network-2"],
        why: "An address range also holds hosts of other tiers; a group holds exactly the clients meant.",
        fix: "Replace the range by `referencedSecurityGroupId` of the clients' group.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing",
        config: {
            databasePorts: ports("TCP ports of databases", [1433, 1521, 3306, 5432, 6379, 11211, 27017]),
            referenceTiers: textList("Words that call tiers whose clients must be groups", [
                "app",
                "db",
                "database",
            ]),
            allowedRanges: cidrList("Ranges that have no group here: peered, on-premises, the office", []),
        },
    },
    perSecurityGroup((group, model, { databasePorts, referenceTiers, allowedRanges }) => {
        const database = portSetOf(databasePorts);
        const allowed = addressesOf(...allowedRanges);
        const isTier = isDatabaseGroup(group, model, []) || isCalled(group.record, referenceTiers);
        return group.rules
            .filter(({ direction }) => direction === "ingress")
            .flatMap((way) => {
                const reached = intersect(portsOf(way.traffic, "tcp"), database);
                if (!isTier && isEmpty(reached)) {
                    return [];
                }
                const { addresses, undecided } = peerAddresses(way, model);
                if (undecided !== undefined) {
                    return [undecidable(undecided, "whether its clients are a group cannot be told")];
                }
                const ranges = subtractAddresses(addresses, allowed);
                const what = isTier ? "its tier" : `database port ${formatPorts(reached)}`;
                return hasNoAddresses(ranges)
                    ? []
                    : [violates(way, `lets in ${formatAddressSet(addresses)} to ${what}, not a group`)];
            });
    }),
);
