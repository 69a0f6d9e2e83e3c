import type { NetworkAclEntry } from "../../analysis/model/network-model";
import { isAddressSubset, noAddresses, unionAddresses } from "../../packets/address-set";
import { isSubset } from "../../packets/interval-set";
import { everyPort } from "../../packets/ports";
import { everyProtocol, hasPorts, protocolNumbers } from "../../packets/protocol";

/** Whether for each of its ports every address is decided earlier. */
export function isHidden(entry: NetworkAclEntry, earlier: readonly NetworkAclEntry[]): boolean {
    const ports = hasPorts(entry.traffic.protocol) ? (entry.traffic.ports ?? everyPort) : everyPort;
    // Between two of these ports nothing changes: one entry's range begins there or another's has ended.
    const edges = earlier.flatMap(({ traffic }) =>
        (traffic.ports ?? everyPort).flatMap(({ first, last }) => [first, last + 1]),
    );
    const probes = [...ports.map(({ first }) => first), ...edges].filter((port) =>
        isSubset([{ first: port, last: port }], ports),
    );
    return probes.every((port) => {
        const before = earlier.filter((other) => decidesAlike(other, entry, port));
        const decided = before.reduce((sum, { addresses }) => unionAddresses(sum, addresses), noAddresses);
        return isAddressSubset(entry.addresses, decided);
    });
}

function decidesAlike(other: NetworkAclEntry, entry: NetworkAclEntry, port: number): boolean {
    if (other.traffic.protocol === everyProtocol) {
        return true;
    }
    if (other.traffic.protocol !== entry.traffic.protocol) {
        return false;
    }
    if (hasPorts(other.traffic.protocol)) {
        return isSubset([{ first: port, last: port }], other.traffic.ports ?? everyPort);
    }
    const isIcmp = [protocolNumbers.icmp, protocolNumbers.icmpv6].some(
        (one) => one === other.traffic.protocol,
    );
    return !isIcmp || coversMessages(other.traffic.icmp, entry.traffic.icmp);
}

type Messages = NetworkAclEntry["traffic"]["icmp"];

const coversMessages = (outer: Messages, inner: Messages): boolean =>
    outer === undefined ||
    outer.type === -1 ||
    (outer.type === inner?.type && (outer.code === -1 || outer.code === inner.code));
