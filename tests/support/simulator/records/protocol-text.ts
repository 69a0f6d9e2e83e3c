import type { Registry } from "./registry";

const protocolNames: { readonly [protocol: number]: string } = {
    1: "icmp",
    6: "tcp",
    17: "udp",
    58: "icmpv6",
};

/** AWS takes names and numbers alike. */
export const protocolText = (registry: Registry, key: string, protocol: number): string =>
    registry.choose(key, protocolNames[protocol] ?? String(protocol), String(protocol));
