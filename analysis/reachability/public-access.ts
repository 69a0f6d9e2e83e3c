import type { NetworkModel, Subnet } from "../model/network-model";

/** What VPC Block Public Access leaves of a subnet's way to and from the internet. */
export type PublicAccess = "open" | "egressOnly" | "closed";

/**
 * Source: VPC user guide, "Block public access to VPCs and subnets": `block-ingress` leaves what only
 * opens sessions outward, NAT gateways and egress-only gateways; an exclusion lifts it for one VPC or
 * subnet.
 */
export function publicAccess(model: NetworkModel, subnet: Subnet | undefined, vpc: string): PublicAccess {
    const { mode, exclusions } = model.blockPublicAccess;
    if (mode === "off") {
        return "open";
    }
    const mine = exclusions.filter(({ subject }) => subject === vpc || subject === subnet?.key);
    if (mine.some((exclusion) => exclusion.mode === "allow-bidirectional")) {
        return "open";
    }
    return mode === "block-ingress" || mine.length > 0 ? "egressOnly" : "closed";
}
