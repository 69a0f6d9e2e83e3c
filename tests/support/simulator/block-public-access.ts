import { named, type Network } from "./network";

/**
 * VPC Block Public Access, which stands above every route and rule.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 *
 * Bidirectional: nothing passes an internet gateway or an egress-only one, in or out. Ingress-only:
 * no internet traffic to the VPCs; "only traffic to and from NAT gateways and egress-only internet
 * gateways is allowed". An exclusion (of a VPC or a subnet) allows both ways, or only what begins
 * inside; the latter "only applies when VPC BPA is set to Bidirectional". Read so: the feature looks at
 * gateways, not at sessions, and lets out what can only begin inside.
 */
export function publicAccessAllowed(
    network: Network,
    place: { readonly vpc: string; readonly subnet?: string },
    /** Whether it passes a NAT gateway or an egress-only internet gateway. */
    outboundOnlyGateway: boolean,
): boolean {
    const { mode, exclusions } = network.blockPublicAccess;
    named(network.vpcs, place.vpc);
    const excluded = exclusions
        .filter(({ subject }) => subject === place.vpc || subject === place.subnet)
        .map((exclusion) => exclusion.mode);
    if (mode === "off" || excluded.includes("allow-bidirectional")) {
        return true;
    }
    return outboundOnlyGateway && (mode === "block-ingress" || excluded.includes("allow-egress"));
}
