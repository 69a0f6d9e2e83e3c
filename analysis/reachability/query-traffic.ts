import { everyPort, portRange, type PortSet } from "../../packets/ports";
import { everyProtocol, parseProtocol, protocolNumbers } from "../../packets/protocol";
import type { Family } from "../../packets/cidr";
import { anyClientPort } from "./itinerary";
import { QueryError, type ReachQuery } from "./query";
import {
    icmpOrdinal,
    kindOfProtocol,
    noTraffic,
    trafficKinds,
    type TrafficKind,
    type TrafficSet,
} from "./traffic-set";

/** The traffic a question asks about. */
export interface QueryTraffic {
    readonly protocol: number;
    readonly kind: TrafficKind;
    readonly traffic: TrafficSet;
    readonly clientPorts: PortSet;
    /** The sender chooses its port by itself, among all: a load balancer on its way to a target. */
    readonly clientsChoose?: boolean;
}

const echoRequest = { icmp: 8, icmpv6: 128 } as const;

/** Throws a QueryError that says what is wrong with the protocol or a port. */
export function queryTraffic(query: ReachQuery, family: Family): QueryTraffic {
    const stated = parseProtocol(query.protocol);
    if (stated === undefined || stated === everyProtocol) {
        throw new QueryError(
            "protocol",
            `"${query.protocol}" is not tcp, udp, icmp or a number from 0 to 255`,
        );
    }
    const protocol = stated === protocolNumbers.icmp && family === "ipv6" ? protocolNumbers.icmpv6 : stated;
    const kind = kindOfProtocol(protocol);
    const clientPorts =
        query.sourcePort === undefined ? anyClientPort : portRange(port(query.sourcePort, "sourcePort"));
    return { protocol, kind, clientPorts, traffic: { ...noTraffic, [kind]: wanted(query, protocol, kind) } };
}

function wanted(query: ReachQuery, protocol: number, kind: TrafficKind): PortSet {
    switch (kind) {
        case "tcp":
        case "udp":
            return query.port === undefined ? everyPort : portRange(port(query.port, "port"));
        case "icmp":
        case "icmpv6":
            return portRange(icmpOrdinal(query.icmpType ?? echoRequest[kind], query.icmpCode ?? 0));
        case "other":
            return portRange(protocol);
    }
}

function port(value: number, field: string): number {
    if (!Number.isInteger(value) || value < 0 || value > 65535) {
        throw new QueryError(field, `${value} is not a port from 0 to 65535`);
    }
    return value;
}

const protocolOf: { readonly [kind in TrafficKind]?: number } = {
    tcp: protocolNumbers.tcp,
    udp: protocolNumbers.udp,
    icmp: protocolNumbers.icmp,
    icmpv6: protocolNumbers.icmpv6,
};

/** The first session of the set, as a question. */
export function oneSession(traffic: TrafficSet): QueryTraffic {
    const kind = trafficKinds.find((one) => traffic[one].length > 0) ?? "tcp";
    const ordinal = traffic[kind][0]?.first ?? 0;
    return {
        protocol: protocolOf[kind] ?? ordinal,
        kind,
        traffic: { ...noTraffic, [kind]: [{ first: ordinal, last: ordinal }] },
        clientPorts: anyClientPort,
    };
}
