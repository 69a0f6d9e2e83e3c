import { addressOf, isInAny } from "../../support/simulator/addresses";
import type { Packet } from "../../../analysis/reachability/answer";
import { named, type Interface, type Network } from "../../support/simulator/network";
import type { Face, Probe, ProbeEnd } from "../../support/simulator/probe";

/**
 * The network in which the ends of a probe have the very addresses of an answer's packet. Undefined
 * where the plan gave such an address to somebody else.
 */
export function withAddressesOf(network: Network, probe: Probe, packet: Packet): Network | undefined {
    const moved = place(network, probe.from, packet.source);
    return moved === undefined ? undefined : place(moved, probe.to, packet.destination);
}

const properties = {
    private: "privateAddress",
    public: "publicAddress",
    ipv6: "ipv6Address",
} as const satisfies { readonly [face in Face]: keyof Interface };

function place(network: Network, end: ProbeEnd, address: string): Network | undefined {
    if (!("interface" in end)) {
        return network;
    }
    const face = named(network.interfaces, end.interface);
    const property = properties[end.face];
    const before = face[property];
    if (before === undefined || addressOf(before).value === addressOf(address).value) {
        return network;
    }
    const homes = (face.mayBeIn ?? [face.subnet]).map((id) => named(network.subnets, id));
    const home = homes.find((subnet) => isInAny(address, subnet.cidrs));
    if (end.face !== "public" && home === undefined) {
        // Of an IPv6 block that AWS has yet to choose.
        return undefined;
    }
    const holder = network.interfaces.find((other) => other !== face && other[property] === address);
    if (holder !== undefined && (holder.pinned || holder.subnet !== face.subnet)) {
        return undefined;
    }
    const interfaces = network.interfaces.map((other) => {
        if (other === face) {
            return { ...face, [property]: address, subnet: home?.id ?? face.subnet };
        }
        return other === holder ? { ...other, [property]: before } : other;
    });
    return { ...network, interfaces };
}
