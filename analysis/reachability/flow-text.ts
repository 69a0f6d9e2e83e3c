import { portRange } from "../../packets/ports";
import { icmpOrdinal, noTraffic, type TrafficSet } from "./traffic-set";

/** Names that a flow table knows without being told. */
const wellKnown: { readonly [name: string]: string } = {
    ssh: "tcp/22",
    dns: "udp/53",
    http: "tcp/80",
    ntp: "udp/123",
    https: "tcp/443",
    mysql: "tcp/3306",
    rdp: "tcp/3389",
    postgres: "tcp/5432",
    redis: "tcp/6379",
};

export const wellKnownPorts: readonly string[] = Object.keys(wellKnown);

const echo: TrafficSet = {
    ...noTraffic,
    icmp: portRange(icmpOrdinal(8, 0)),
    icmpv6: portRange(icmpOrdinal(128, 0)),
};

/**
 * The traffic of a flow table's port: `tcp/443`, `tcp/8000-8080`, `udp/53`, `icmp/echo`, `https`, or a
 * name of the table's own. Undefined for what is none of these.
 */
export function readFlowTraffic(text: string, named: ReadonlyMap<string, number>): TrafficSet | undefined {
    if (named.has(text)) {
        return { ...noTraffic, tcp: portRange(named.get(text)!) };
    }
    if (text === "icmp/echo") {
        return echo;
    }
    if (Object.hasOwn(wellKnown, text)) {
        return readFlowTraffic(wellKnown[text]!, named);
    }
    const match = /^(tcp|udp)\/(?:(\d+)(?:-(\d+))?|([a-z][a-z0-9-]*))$/.exec(text);
    if (match === null) {
        return undefined;
    }
    const [, protocol, first, last, name] = match;
    const from = name === undefined ? Number(first) : named.get(name);
    if (from === undefined) {
        return undefined;
    }
    return { ...noTraffic, [protocol!]: portRange(from, last === undefined ? from : Number(last)) };
}
