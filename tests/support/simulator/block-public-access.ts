import { named, type Network } from "./network";

/**
 * VPC Block Public Access, which stands above every route and rule.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 *
 * Bidirectional: nothing passes an internet gateway or an egress-only one, in or out. Ingress-only:
 * no internet traffic to the VPCs; "only traffic to and from NAT gateways and egress-only internet
 * gateways is allowed". An exclusion (of a VPC or a subnet) allows both ways, or only what begins
 * inside; the latter "only applies when VPC BPA is set to Bidirectional".
 */
export function publicAccessAllowed(
    network: Network,
    place: { readonly vpc: string; readonly subnet?: string },
    traffic: {
        readonly direction: "in" | "out";
        /** The session was begun inside the VPC. */
        readonly begunInside: boolean;
        /** It passes a NAT gateway or an egress-only internet gateway. */
        readonly outboundOnlyGateway: boolean;
    },
): boolean {
    const { mode, exclusions } = network.blockPublicAccess;
    named(network.vpcs, place.vpc);
    const excluded = exclusions
        .filter(({ subject }) => subject === place.vpc || subject === place.subnet)
        .map((exclusion) => exclusion.mode);
    if (mode === "off" || excluded.includes("allow-bidirectional")) {
        return true;
    }
    if (mode === "block-bidirectional") {
        return excluded.includes("allow-egress") && traffic.begunInside;
    }
    return traffic.outboundOnlyGateway || traffic.direction === "out";
}
