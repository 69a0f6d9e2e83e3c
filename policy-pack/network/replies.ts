import type { NetworkAcl, NetworkAclEntry } from "../../analysis/model/network-model";
import { hasNoAddresses, noAddresses, subtractAddresses, unionAddresses } from "../../packets/address-set";
import { isSubset, size } from "../../packets/interval-set";
import { clientPorts, formatPorts } from "../../packets/ports";
import { everyProtocol } from "../../packets/protocol";
import { violates, type Faults } from "../fault";
import { passagesOf, passingEverywhere } from "./acl-evaluation";
import { portsOf, type PortProtocol } from "./exposure";
import { formatAddresses } from "./format-addresses";

/** A range as wide as this, above the well-known ports, is there for replies and needs none itself. */
const widestService = 4096n;

/** An entry whose packets pass, while the replies to them do not. */
export function withoutReplies(acl: NetworkAcl, entry: NetworkAclEntry, protocol: PortProtocol): Faults {
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
            `entry ${entry.number} ${way} ${name}, but the ACL ${back} ${formatAddresses(unanswered)}`,
        ),
    ];
}
