import type { Family } from "../../packets/cidr";
import type { Interval } from "../../packets/interval-set";
import type { PortSet } from "../../packets/ports";
import type { FlowTraffic } from "./flow";

/** Packets as one rule or network ACL entry names them. */
export interface TrafficMatch {
    readonly protocol: FlowTraffic["protocol"];
    /** Destination ports, for TCP and UDP. */
    readonly ports?: Interval<number>;
    readonly icmp?: { readonly type: number; readonly code: number };
}

/** ICMP's echo reply (RFC 792) and ICMPv6's echo request and reply (RFC 4443). */
const echoReply = { type: 0, code: 0 };
const echoRequestIpv6 = { type: 128, code: 0 };
const echoReplyIpv6 = { type: 129, code: 0 };

/** The packets that open a session, as they are in a family of addresses. */
export const requestIn = (traffic: FlowTraffic, family: Family): FlowTraffic =>
    traffic.protocol === "icmp" && family === "ipv6"
        ? { protocol: "icmpv6", icmp: echoRequestIpv6 }
        : traffic;

/** The packets that come back, to a client that sent from one of these ports. */
export function replyIn(traffic: FlowTraffic, family: Family, clientPorts: PortSet): FlowTraffic {
    switch (traffic.protocol) {
        case "tcp":
        case "udp":
            return { protocol: traffic.protocol, ports: clientPorts };
        case "icmp":
        case "icmpv6":
            return family === "ipv6"
                ? { protocol: "icmpv6", icmp: echoReplyIpv6 }
                : { protocol: "icmp", icmp: echoReply };
        case "all":
            return traffic;
    }
}

/** One match for each interval of ports. */
export const matchesOf = ({ protocol, ports, icmp }: FlowTraffic): TrafficMatch[] =>
    ports === undefined
        ? [icmp === undefined ? { protocol } : { protocol, icmp }]
        : ports.map((interval) => ({ protocol, ports: interval }));
