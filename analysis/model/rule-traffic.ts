import { everyPort, portRange } from "../../packets/ports";
import { everyProtocol, hasPorts, parseProtocol, protocolNumbers } from "../../packets/protocol";
import type { Traffic } from "./network-model";
import { isAbsent, isUnknownSlot, numberIn, textIn, type Slot } from "./property-slots";
import type { Undecided } from "./resource-record";
import { missingIn, unknownIn, unreadableIn } from "./undecided-values";

export type TrafficReading =
    | { readonly kind: "read"; readonly traffic: Traffic }
    | { readonly kind: "undecided"; readonly undecided: Undecided };

export const everyTraffic: Traffic = { protocol: everyProtocol };

/** Protocols that rules may also name (IANA protocol numbers), beside those with ports or types. */
const otherProtocolNumbers: { readonly [name: string]: number } = {
    igmp: 2,
    egp: 8,
    gre: 47,
    esp: 50,
    ah: 51,
    "ipv6-icmp": 58,
    ospf: 89,
    sctp: 132,
};

/** Reads what a security-group rule lets through. It holds an ICMP type and code in its two ports. */
export function securityGroupTraffic(protocol: Slot, fromPort: Slot, toPort: Slot): TrafficReading {
    return readTraffic(protocol, (number) => {
        const open = [fromPort, toPort].find(isUnreadable);
        if (open !== undefined) {
            return undecidedNumber(open);
        }
        const from = numberIn(fromPort) ?? -1;
        const to = numberIn(toPort) ?? -1;
        if (isIcmp(number)) {
            return read({ protocol: number, icmp: { type: from, code: from === -1 ? -1 : to } });
        }
        // A port of -1, or none, stands for all of them.
        return read({
            protocol: number,
            ports: from === -1 ? everyPort : portRange(from, to === -1 ? from : to),
        });
    });
}

/** Reads what a network ACL's entry matches. The provider sends zero for what is left out. */
export function networkAclTraffic(
    protocol: Slot,
    ports: { readonly from: Slot; readonly to: Slot },
    icmp: { readonly type: Slot; readonly code: Slot },
): TrafficReading {
    return readTraffic(protocol, (number) => {
        const limits = isIcmp(number) ? [icmp.type, icmp.code] : [ports.from, ports.to];
        const open = limits.find(isUnreadable);
        if (open !== undefined) {
            return undecidedNumber(open);
        }
        const [first, second] = limits.map((slot) => numberIn(slot) ?? 0) as [number, number];
        return isIcmp(number)
            ? read({ protocol: number, icmp: { type: first, code: second } })
            : read({ protocol: number, ports: portRange(first, second) });
    });
}

function readTraffic(protocol: Slot, limited: (number: number) => TrafficReading): TrafficReading {
    const number = protocolIn(protocol);
    if (number === undefined) {
        return {
            kind: "undecided",
            undecided: isUnknownSlot(protocol)
                ? unknownIn(protocol, "the protocol")
                : isAbsent(protocol)
                  ? missingIn(protocol, "protocol")
                  : unreadableIn(protocol, "is no protocol that AWS knows"),
        };
    }
    return hasPorts(number) || isIcmp(number) ? limited(number) : read({ protocol: number });
}

function protocolIn(slot: Slot): number | undefined {
    const text = textIn(slot)?.trim().toLowerCase();
    return parseProtocol(slot.value) ?? (text === undefined ? undefined : otherProtocolNumbers[text]);
}

const isIcmp = (protocol: number): boolean =>
    protocol === protocolNumbers.icmp || protocol === protocolNumbers.icmpv6;

const isUnreadable = (slot: Slot): boolean => !isAbsent(slot) && numberIn(slot) === undefined;

const read = (traffic: Traffic): TrafficReading => ({ kind: "read", traffic });

const undecidedNumber = (slot: Slot): TrafficReading => ({
    kind: "undecided",
    undecided: isUnknownSlot(slot)
        ? unknownIn(slot, "the port or ICMP type")
        : unreadableIn(slot, "is no port or ICMP type"),
});
