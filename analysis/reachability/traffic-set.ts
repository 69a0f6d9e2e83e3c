import type { Traffic } from "../model/network-model";
import * as intervals from "../../packets/interval-set";
import type { IntervalSet } from "../../packets/interval-set";
import { everyPort, formatPorts } from "../../packets/ports";
import { everyProtocol, formatProtocol, protocolNumbers } from "../../packets/protocol";

/**
 * What one direction of a filter lets through, whatever the addresses: destination ports for TCP and
 * UDP, `type * 256 + code` for ICMP, the protocol number for everything else. AWS's filters look at
 * nothing but the destination port, so these five sets are exact.
 */
export interface TrafficSet {
    readonly tcp: IntervalSet<number>;
    readonly udp: IntervalSet<number>;
    readonly icmp: IntervalSet<number>;
    readonly icmpv6: IntervalSet<number>;
    readonly other: IntervalSet<number>;
}

export type TrafficKind = keyof TrafficSet;

export const trafficKinds: readonly TrafficKind[] = ["tcp", "udp", "icmp", "icmpv6", "other"];

export const noTraffic: TrafficSet = { tcp: [], udp: [], icmp: [], icmpv6: [], other: [] };

const everyOtherProtocol = intervals.subtract(
    [{ first: 0, last: 255 }],
    intervals.intervalSet(Object.values(protocolNumbers).map((number) => ({ first: number, last: number }))),
);

export const everyTraffic: TrafficSet = {
    tcp: everyPort,
    udp: everyPort,
    icmp: everyPort,
    icmpv6: everyPort,
    other: everyOtherProtocol,
};

/** Which of the five sets a protocol number belongs to. */
export function kindOfProtocol(protocol: number): TrafficKind {
    switch (protocol) {
        case protocolNumbers.tcp:
            return "tcp";
        case protocolNumbers.udp:
            return "udp";
        case protocolNumbers.icmp:
            return "icmp";
        case protocolNumbers.icmpv6:
            return "icmpv6";
        default:
            return "other";
    }
}

/** One ICMP type and code as the ordinal that the ICMP sets hold. */
export const icmpOrdinal = (type: number, code: number): number => type * 256 + code;

/** What a rule's protocol, ports or ICMP type let through. */
export function trafficOf(traffic: Traffic): TrafficSet {
    if (traffic.protocol === everyProtocol) {
        return everyTraffic;
    }
    const kind = kindOfProtocol(traffic.protocol);
    switch (kind) {
        case "tcp":
        case "udp":
            return { ...noTraffic, [kind]: traffic.ports ?? everyPort };
        case "icmp":
        case "icmpv6":
            return { ...noTraffic, [kind]: icmpMessages(traffic.icmp) };
        case "other":
            return { ...noTraffic, other: [{ first: traffic.protocol, last: traffic.protocol }] };
    }
}

function icmpMessages(icmp: Traffic["icmp"]): IntervalSet<number> {
    if (icmp === undefined || icmp.type < 0) {
        return everyPort;
    }
    const first = icmpOrdinal(icmp.type, Math.max(icmp.code, 0));
    return [{ first, last: icmp.code < 0 ? first + 255 : first }];
}

function combine(
    left: TrafficSet,
    right: TrafficSet,
    join: (a: IntervalSet<number>, b: IntervalSet<number>) => IntervalSet<number>,
): TrafficSet {
    return {
        tcp: join(left.tcp, right.tcp),
        udp: join(left.udp, right.udp),
        icmp: join(left.icmp, right.icmp),
        icmpv6: join(left.icmpv6, right.icmpv6),
        other: join(left.other, right.other),
    };
}

export function unionTraffic(left: TrafficSet, right: TrafficSet): TrafficSet {
    if (left === right || right === noTraffic || left === everyTraffic) {
        return left;
    }
    return left === noTraffic || right === everyTraffic ? right : combine(left, right, intervals.union);
}

export function intersectTraffic(left: TrafficSet, right: TrafficSet): TrafficSet {
    if (left === right || right === everyTraffic || left === noTraffic) {
        return left;
    }
    return left === everyTraffic || right === noTraffic ? right : combine(left, right, intervals.intersect);
}

export function subtractTraffic(left: TrafficSet, right: TrafficSet): TrafficSet {
    if (right === noTraffic || left === noTraffic) {
        return left;
    }
    return right === everyTraffic || left === right ? noTraffic : combine(left, right, intervals.subtract);
}

export const hasNoTraffic = (set: TrafficSet): boolean =>
    set === noTraffic || trafficKinds.every((kind) => set[kind].length === 0);

/** Whether they have any traffic in common, told without computing it. */
export const trafficOverlaps = (left: TrafficSet, right: TrafficSet): boolean =>
    trafficKinds.some((kind) => meets(left[kind], right[kind]));

function meets(left: IntervalSet<number>, right: IntervalSet<number>): boolean {
    let i = 0;
    let j = 0;
    while (i < left.length && j < right.length) {
        if (left[i]!.last < right[j]!.first) {
            i += 1;
        } else if (right[j]!.last < left[i]!.first) {
            j += 1;
        } else {
            return true;
        }
    }
    return false;
}

export const sameTraffic = (left: TrafficSet, right: TrafficSet): boolean =>
    left === right || trafficKinds.every((kind) => intervals.equals(left[kind], right[kind]));

/** A text that is equal exactly for equal sets. */
export const trafficKey = (set: TrafficSet): string =>
    trafficKinds.map((kind) => set[kind].map(({ first, last }) => `${first}-${last}`).join(",")).join(";");

/** For people: `tcp 80, 443; icmp`. */
export function formatTraffic(set: TrafficSet): string {
    if (hasNoTraffic(set)) {
        return "nothing";
    }
    if (sameTraffic(set, everyTraffic)) {
        return "everything";
    }
    return trafficKinds
        .filter((kind) => set[kind].length > 0)
        .map((kind) => formatKind(kind, set[kind]))
        .join("; ");
}

function formatKind(kind: TrafficKind, set: IntervalSet<number>): string {
    if (kind === "other") {
        return intervals.equals(set, everyOtherProtocol)
            ? "other protocols"
            : `protocol ${set.map(({ first, last }) => spell(first, last, String)).join(", ")}`;
    }
    if (intervals.equals(set, everyPort)) {
        return kind;
    }
    if (kind === "tcp" || kind === "udp") {
        return `${kind} ${formatPorts(set)}`;
    }
    const message = (ordinal: number): string => `${ordinal >> 8}/${ordinal & 255}`;
    return `${kind} ${set.map(({ first, last }) => spell(first, last, message)).join(", ")}`;
}

const spell = (first: number, last: number, text: (value: number) => string): string =>
    first === last ? text(first) : `${text(first)}-${text(last)}`;

export const formatRuleTraffic = (traffic: Traffic): string =>
    traffic.protocol === everyProtocol ? formatProtocol(everyProtocol) : formatTraffic(trafficOf(traffic));
