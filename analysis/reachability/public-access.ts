import type { BlockPublicAccess, NetworkModel, Subnet } from "../model/network-model";
import type { Journey } from "./journey";

/** What VPC Block Public Access leaves of a subnet's way to and from the internet. */
export type PublicAccess = "open" | "egressOnly" | "closed";

/**
 * Source: VPC user guide, "Block public access to VPCs and subnets": `block-ingress` leaves what only
 * opens sessions outward, NAT gateways and egress-only gateways; an exclusion lifts it for one VPC or
 * subnet.
 */
export function publicAccess(model: NetworkModel, subnet: Subnet | undefined, vpc: string): PublicAccess {
    const mode = settingOf(model, vpc).mode;
    if (mode === "off") {
        return "open";
    }
    const { exclusions } = model.blockPublicAccess;
    const mine = exclusions.filter(({ subject }) => subject === vpc || subject === subnet?.key);
    if (mine.some((exclusion) => exclusion.mode === "allow-bidirectional")) {
        return "open";
    }
    return mode === "block-ingress" || mine.length > 0 ? "egressOnly" : "closed";
}

/** Each Region has a setting of its own. */
function settingOf(
    { blockPublicAccess, vpcs }: NetworkModel,
    vpc: string,
): Pick<BlockPublicAccess, "mode" | "urn"> {
    const { ofRegions } = blockPublicAccess;
    return ofRegions === undefined
        ? blockPublicAccess
        : (ofRegions.get(vpcs.get(vpc)?.region ?? "") ?? ofRegions.get("") ?? { mode: "off" });
}

/** Stops what the setting blocks; where the plan leaves the setting open, it only doubts. */
export function checkPublicAccess(
    model: NetworkModel,
    journey: Journey,
    at: { readonly subnet?: Subnet; readonly vpc: string; readonly gateway: string },
    isOpen: (access: PublicAccess) => boolean,
): void {
    const { undecided = [] } = model.blockPublicAccess;
    undecided.forEach((doubt) => journey.doubt("UNDECIDED_PROPERTY", doubt));
    if (undecided.length > 0 || isOpen(publicAccess(model, at.subnet, at.vpc))) {
        return;
    }
    const { mode, urn } = settingOf(model, at.vpc);
    journey.stop({
        key: urn ?? at.gateway,
        code: "VPC_BLOCK_PUBLIC_ACCESS_ENABLED",
        message: `VPC Block Public Access is ${mode}`,
        change: "exclude the VPC or the subnet from VPC Block Public Access",
    });
}
