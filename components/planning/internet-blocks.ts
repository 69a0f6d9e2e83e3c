import type { Cidr } from "../../packets/cidr";
import type { Flow } from "./flow";
import { anywhereIpv4, anywhereIpv6, tierOf, type FlowNetwork } from "./security-input";

/**
 * What "internet" is in a flow's rules: 0.0.0.0/0 and, in a dual-stack network, ::/0. A private tier
 * without NAT goes out over IPv6 only, through the egress-only gateway.
 */
export function internetBlocks({ from }: Flow, network: FlowNetwork): Cidr[] {
    const closedToIpv4 =
        from.kind === "group" && network.nat === "none" && tierOf(network, from.tier).access === "private";
    return [...(closedToIpv4 ? [] : [anywhereIpv4]), ...(network.ipv6 ? [anywhereIpv6] : [])];
}
