import type { NetworkAclEntry } from "../../../analysis/model/network-model";
import { isAddressSubset, noAddresses, unionAddresses } from "../../../packets/address-set";
import { isSubset } from "../../../packets/interval-set";
import { everyPort } from "../../../packets/ports";
import { everyProtocol, hasPorts, protocolNumbers } from "../../../packets/protocol";
import { violates, type Faults } from "../../fault";
import { entriesOf } from "../../network/acl-evaluation";
import { perNetworkAcl, undecidedEntries } from "../../network/per-network-acl";
import { rule } from "../../rule";

export const naclShadowed = rule(
    {
        id: "nacl-shadowed",
        title: "Every network ACL entry has a number of its own and decides something",
        severity: "medium",
        checklist: ["network-3"],
        why: "A deny that stands behind an allow denies nothing, and two entries of one number fight.",
        fix: "Give the entry a lower number than the one that hides it, or remove it.",
        docs: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    },
    perNetworkAcl((acl) => [
        ...[false, true].flatMap((egress) => {
            const entries = entriesOf(acl, egress);
            return entries.flatMap((entry, i) => hidden(entry, entries.slice(0, i)));
        }),
        ...undecidedEntries(acl, "whether it decides anything cannot be told"),
    ]),
);

function hidden(entry: NetworkAclEntry, earlier: readonly NetworkAclEntry[]): Faults {
    const twin = earlier.find(({ number }) => number === entry.number);
    if (twin !== undefined) {
        return [violates(entry, `entry ${entry.number} has the number of another entry of its direction`)];
    }
    const kind = entry.allow ? "allows" : "denies";
    return isHidden(entry, earlier)
        ? [violates(entry, `entry ${entry.number} ${kind} only what earlier entries have decided`)]
        : [];
}

/** Whether for each of its ports every address is decided earlier. */
function isHidden(entry: NetworkAclEntry, earlier: readonly NetworkAclEntry[]): boolean {
    const ports = hasPorts(entry.traffic.protocol) ? (entry.traffic.ports ?? everyPort) : everyPort;
    const starts = earlier.flatMap(({ traffic }) => (traffic.ports ?? everyPort).map(({ first }) => first));
    const probes = [...ports.map(({ first }) => first), ...starts].filter((port) =>
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
