/** IP protocol numbers under the names AWS accepts beside them. */
export const protocolNumbers = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

/** AWS's own number for "every protocol". */
export const everyProtocol = -1;

/**
 * Reads a protocol as rules and NACL entries write it: a name in any case, a number, a number as a
 * text, "-1" or "all". Undefined where it is none of these.
 */
export function parseProtocol(value: unknown): number | undefined {
    if (typeof value === "number") {
        return Number.isInteger(value) && value >= -1 && value <= 255 ? value : undefined;
    }
    if (typeof value !== "string") {
        return undefined;
    }
    const text = value.trim().toLowerCase();
    if (text === "all") {
        return everyProtocol;
    }
    if (text in protocolNumbers) {
        return protocolNumbers[text as keyof typeof protocolNumbers];
    }
    return /^-?\d{1,3}$/.test(text) ? parseProtocol(Number(text)) : undefined;
}

/** Whether rules of this protocol name ports; every other protocol is all or nothing. */
export const hasPorts = (protocol: number): boolean =>
    protocol === protocolNumbers.tcp || protocol === protocolNumbers.udp;

export function formatProtocol(protocol: number): string {
    if (protocol === everyProtocol) {
        return "all";
    }
    const name = Object.entries(protocolNumbers).find(([, number]) => number === protocol)?.[0];
    return name ?? String(protocol);
}
