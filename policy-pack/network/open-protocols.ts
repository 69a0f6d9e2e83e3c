import type { NetworkModel, SecurityGroup, Traffic } from "../../analysis/model/network-model";
import { formatAddressSet, noAddresses, unionAddresses } from "../../packets/address-set";
import { everyProtocol, formatProtocol, hasPorts, protocolNumbers } from "../../packets/protocol";
import { violates, type Faults } from "../fault";
import { isInternet, peerAddresses } from "./exposure";

/** What a group opens to the internet beside TCP and UDP. Path-MTU messages do no harm and much good. */
export function otherTrafficFaults(group: SecurityGroup, model: NetworkModel, ping: boolean): Faults {
    const rules = group.rules.filter(
        ({ direction, traffic }) =>
            direction === "ingress" &&
            traffic.protocol !== everyProtocol &&
            !hasPorts(traffic.protocol) &&
            !isHarmless(traffic, ping),
    );
    return rules.flatMap((rule) => {
        const { addresses } = peerAddresses(rule, model);
        const together = rules
            .filter(({ traffic }) => traffic.protocol === rule.traffic.protocol)
            .reduce((sum, other) => unionAddresses(sum, peerAddresses(other, model).addresses), noAddresses);
        const name = formatProtocol(rule.traffic.protocol).replace(/^(?=\d)/, "protocol ");
        return isInternet(together) && addresses !== noAddresses
            ? [violates(rule, `opens ${name} to ${formatAddressSet(addresses)}: nobody has authorised that`)]
            : [];
    });
}

function isHarmless({ protocol, icmp }: Traffic, ping: boolean): boolean {
    if (icmp === undefined) {
        return false;
    }
    return protocol === protocolNumbers.icmp
        ? (icmp.type === 3 && icmp.code === 4) || (ping && icmp.type === 8)
        : (protocol === protocolNumbers.icmpv6 && icmp.type === 2) || (ping && icmp.type === 128);
}
