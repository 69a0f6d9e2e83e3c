import type { NetworkAcl, NetworkAclEntry } from "../../../analysis/model/network-model";
import {
    formatAddressSet,
    hasNoAddresses,
    noAddresses,
    subtractAddresses,
    unionAddresses,
} from "../../../packets/address-set";
import { isSubset, size } from "../../../packets/interval-set";
import { clientPorts, formatPorts } from "../../../packets/ports";
import { everyProtocol } from "../../../packets/protocol";
import { violates, type Faults } from "../../fault";
import { entriesOf, passagesOf, passingEverywhere } from "../../network/acl-evaluation";
import { portsOf, type PortProtocol } from "../../network/exposure";
import { perNetworkAcl, undecidedEntries } from "../../network/per-network-acl";
import { rule } from "../../rule";

/** A range as wide as this, above the well-known ports, is there for replies and needs none itself. */
const widestService = 4096n;

export const naclEphemeral = rule(
    {
        id: "nacl-ephemeral",
        title: "Network ACLs let the replies back to whoever they let ask",
        severity: "medium",
        checklist: ["network-3"],
        why: "ACLs keep no state: without the way back for replies, what is allowed does not work at all.",
        fix: "Allow the client ports (1024-65535, or 32768-60999 for Linux) in the other direction, to the same range.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html",
    },
    perNetworkAcl((acl) => [
        ...[false, true].flatMap((egress) =>
            entriesOf(acl, egress)
                .filter(({ allow }) => allow)
                .flatMap((entry) =>
                    (["tcp", "udp"] as const).flatMap((protocol) => withoutReplies(acl, entry, protocol)),
                ),
        ),
        ...undecidedEntries(acl, "whether replies come back cannot be told"),
    ]),
);

function withoutReplies(acl: NetworkAcl, entry: NetworkAclEntry, protocol: PortProtocol): Faults {
    const ports = portsOf(entry.traffic, protocol);
    const isForReplies = size(ports) > widestService && isSubset(ports, clientPorts.any);
    if (ports.length === 0 || isForReplies || entry.traffic.protocol === everyProtocol) {
        return [];
    }
    const asking = passagesOf(acl, entry.egress, protocol, ports)
        .flatMap(({ entries }) => entries.filter((through) => through.entry === entry))
        .reduce((sum, { addresses }) => unionAddresses(sum, addresses), noAddresses);
    const answered = passingEverywhere(acl, !entry.egress, protocol, clientPorts.linux);
    const unanswered = subtractAddresses(asking, answered);
    if (hasNoAddresses(unanswered)) {
        return [];
    }
    const name = `${protocol.toUpperCase()} ${formatPorts(ports)}`;
    const way = entry.egress ? "sends" : "admits";
    const back = entry.egress ? "lets no reply back in from" : "lets no reply out to";
    return [
        violates(
            entry,
            `entry ${entry.number} ${way} ${name}, but the ACL ${back} ${formatAddressSet(unanswered)}`,
        ),
    ];
}
