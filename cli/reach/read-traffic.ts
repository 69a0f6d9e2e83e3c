import { didYouMean } from "../../components/planning/did-you-mean";
import { readFlowTraffic, wellKnownPorts } from "../../analysis/reachability/flow-text";
import { securityTiersType } from "../../analysis/reachability/intent";
import type { ReachQuery } from "../../analysis/reachability/query";
import { InputError } from "../input-error";
import type { NetworkSource } from "../network-source";

/** The part of a question that says what is sent. */
export type AskedTraffic = Pick<ReachQuery, "protocol" | "port" | "icmpType" | "icmpCode">;

/**
 * What `--port` asks about: `tcp/443`, `udp/53`, `443` (TCP), `tcp` (any port), `icmp` (an echo), `icmp/3/4`
 * (type and code), `protocol/47`, or a name that the flow table or custom knows. Throws an InputError.
 */
export function readTraffic({ records }: Pick<NetworkSource, "records">, text: string): AskedTraffic {
    const [protocol = "", first, second] = text.toLowerCase().split("/");
    const numbers = [first, second].map((part) => (part === undefined ? undefined : wholeNumber(part)));
    const [one, two] = numbers;
    if (/^\d+$/.test(protocol) && first === undefined) {
        return portOf("tcp", Number(protocol), text);
    }
    if ((protocol === "tcp" || protocol === "udp") && second === undefined) {
        if (first === undefined) {
            return { protocol };
        }
        if (one !== undefined) {
            return portOf(protocol, one, text);
        }
    }
    if ((protocol === "icmp" || protocol === "icmpv6") && (first === undefined || isByte(one))) {
        const code = second === undefined ? 0 : two;
        if (first === undefined || isByte(code)) {
            return { protocol, ...(one === undefined ? {} : { icmpType: one, icmpCode: code! }) };
        }
    }
    if (protocol === "protocol" && isByte(one) && second === undefined) {
        return { protocol: one };
    }
    return namedTraffic(portNames(records), text);
}

const wholeNumber = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);

const isByte = (value: number | undefined): value is number => value !== undefined && value <= 255;

function portOf(protocol: string, port: number, text: string): AskedTraffic {
    if (port > 65535) {
        throw new InputError([`--port: "${text}" is not a port from 0 to 65535`]);
    }
    return { protocol, port };
}

/** The numbers that the flow tables' components give names to. */
function portNames(records: NetworkSource["records"]): ReadonlyMap<string, number> {
    const stated = records
        .filter(({ type }) => type === securityTiersType)
        .flatMap(({ properties }) => Object.entries(properties["ports"] ?? {}) as [string, unknown][]);
    return new Map(stated.filter((entry): entry is [string, number] => typeof entry[1] === "number"));
}

function namedTraffic(names: ReadonlyMap<string, number>, text: string): AskedTraffic {
    const traffic = readFlowTraffic(text, names);
    for (const protocol of ["tcp", "udp"] as const) {
        const [ports] = traffic?.[protocol] ?? [];
        if (ports !== undefined && ports.first === ports.last) {
            return { protocol, port: ports.first };
        }
    }
    if (traffic !== undefined && traffic.icmp.length > 0) {
        return { protocol: "icmp" };
    }
    const known = [...names.keys(), ...wellKnownPorts, "tcp", "udp", "icmp"];
    throw new InputError([
        `--port: "${text}" is not one port${didYouMean(text, known)}; write tcp/443, udp/53, icmp, protocol/47 ` +
            `or a name: ${[...new Set([...names.keys(), ...wellKnownPorts])].join(", ")}`,
    ]);
}
