/** One concrete packet. Ports for TCP (6) and UDP (17), type and code for ICMP (1) and ICMPv6 (58). */
export interface Packet {
    readonly protocol: number;
    readonly source: string;
    readonly destination: string;
    readonly sourcePort?: number;
    readonly destinationPort?: number;
    readonly icmpType?: number;
    readonly icmpCode?: number;
}

export const hasPorts = (packet: Packet): boolean => packet.protocol === 6 || packet.protocol === 17;

export const isIcmp = (packet: Packet): boolean => packet.protocol === 1 || packet.protocol === 58;

/**
 * The packet that answers one, as its receiver sends it; undefined where nothing answers: of the ICMP
 * messages only an echo request has a reply (RFC 792, RFC 4443).
 */
export function replyTo(packet: Packet): Packet | undefined {
    const { protocol, source, destination, sourcePort, destinationPort } = packet;
    const back = { protocol, source: destination, destination: source };
    if (hasPorts(packet)) {
        return { ...back, sourcePort: destinationPort, destinationPort: sourcePort };
    }
    if (!isIcmp(packet)) {
        return back;
    }
    const echo = protocol === 1 ? { request: 8, reply: 0 } : { request: 128, reply: 129 };
    return packet.icmpType === echo.request && packet.icmpCode === 0
        ? { ...back, icmpType: echo.reply, icmpCode: 0 }
        : undefined;
}

export function describePacket(packet: Packet): string {
    const names: { readonly [protocol: number]: string } = { 1: "icmp", 6: "tcp", 17: "udp", 58: "icmpv6" };
    const name = names[packet.protocol] ?? `protocol ${packet.protocol}`;
    if (hasPorts(packet)) {
        const { source, sourcePort, destination, destinationPort } = packet;
        return `${name} ${source} port ${sourcePort} → ${destination} port ${destinationPort}`;
    }
    const kind = isIcmp(packet) ? ` type ${packet.icmpType} code ${packet.icmpCode}` : "";
    return `${name}${kind} ${packet.source} → ${packet.destination}`;
}
