import { formatPorts, portRange } from "../../packets/ports";
import type { FlowTraffic } from "./flow";
import { didYouMean } from "./did-you-mean";

/** Port numbers by the names an owner gives them, so that each is written down once. */
export interface NamedPorts {
    readonly [name: string]: number;
}

/** What a flow is about: a TCP or UDP port, a range of them, or the echo of ICMP. */
export class Port {
    static readonly ssh = Port.tcp(22);
    static readonly dns = Port.udp(53);
    static readonly http = Port.tcp(80);
    static readonly ntp = Port.udp(123);
    static readonly https = Port.tcp(443);
    static readonly mysql = Port.tcp(3306);
    static readonly rdp = Port.tcp(3389);
    static readonly postgres = Port.tcp(5432);
    static readonly redis = Port.tcp(6379);
    /** Ping; over IPv6 its counterpart in ICMPv6. */
    static readonly icmpEcho = new Port({ protocol: "icmp", icmp: { type: 8, code: 0 } });

    private constructor(readonly traffic: FlowTraffic) {}

    static tcp(port: number): Port {
        return Port.tcpRange(port, port);
    }

    static tcpRange(first: number, last: number): Port {
        return Port.checkedRange("tcp", first, last);
    }

    static udp(port: number): Port {
        return Port.udpRange(port, port);
    }

    static udpRange(first: number, last: number): Port {
        return Port.checkedRange("udp", first, last);
    }

    /**
     * Reads a port as the flow table writes it: `tcp/443`, `tcp/8000-8080`, `udp/53`, `icmp/echo`, a
     * well-known name (`https`), or a name of the settings' own, which is TCP unless written
     * `udp/<name>`. A name of the settings' own goes before a well-known one.
     * Throws a TypeError that says what is allowed instead.
     */
    static parse(text: string, named: NamedPorts = {}): Port {
        if (Object.hasOwn(named, text)) {
            return Port.tcp(named[text]!);
        }
        if (Object.hasOwn(wellKnown, text)) {
            return wellKnown[text]!;
        }
        const match = /^(tcp|udp)\/(?:(\d+)(?:-(\d+))?|([a-z][a-z0-9-]*))$/.exec(text);
        const [, protocol, first, last, name] = match ?? [];
        if (protocol === undefined || (name !== undefined && !Object.hasOwn(named, name))) {
            const written = name ?? text;
            throw new TypeError(
                `"${text}" is no port${didYouMean(written, [...Object.keys(named), ...Object.keys(wellKnown)])}`,
            );
        }
        const from = name === undefined ? Number(first) : named[name]!;
        const to = last === undefined ? from : Number(last);
        return protocol === "tcp" ? Port.tcpRange(from, to) : Port.udpRange(from, to);
    }

    /** As `parse` reads it and as rule descriptions show it: `tcp/443`. */
    toString(): string {
        return formatTraffic(this.traffic);
    }

    private static checkedRange(protocol: "tcp" | "udp", first: number, last: number): Port {
        for (const port of [first, last]) {
            if (!Number.isInteger(port) || port < 1 || port > 65535) {
                throw new TypeError(`port ${port} is not a whole number from 1 to 65535`);
            }
        }
        if (first > last) {
            throw new TypeError(`ports ${first}-${last} run backwards; did you mean ${last}-${first}?`);
        }
        return new Port({ protocol, ports: portRange(first, last) });
    }
}

/** Names that every flow table knows. */
const wellKnown: { readonly [name: string]: Port } = {
    ssh: Port.ssh,
    dns: Port.dns,
    http: Port.http,
    ntp: Port.ntp,
    https: Port.https,
    mysql: Port.mysql,
    rdp: Port.rdp,
    postgres: Port.postgres,
    redis: Port.redis,
    "icmp/echo": Port.icmpEcho,
};

export const formatTraffic = ({ protocol, ports, icmp }: FlowTraffic): string => {
    const subject = ports === undefined ? icmp && "echo" : formatPorts(ports);
    return subject === undefined ? protocol : `${protocol}/${subject}`;
};
