import { addressesOverlap, addressSet } from "../../packets/address-set";
import { cidrContains, formatCidr, isCidrProblem, readCidr, type Cidr } from "../../packets/cidr";
import type { Problem } from "./problem";
import { anywhereIpv4, type FlowNetwork, type FlowTier, type SecurityInput } from "./security-input";

/**
 * The network as far as flows need it; what cannot be read is a problem and left out. A VPC whose
 * block cannot be read is taken for one that holds every address, so that nothing else seems wrong.
 */
export function readFlowNetwork(input: SecurityInput, problems: Problem[]): FlowNetwork {
    const cidr = readBlock("cidr", input.cidr, problems) ?? anywhereIpv4;
    const tiers = Object.entries(input.tiers).map(([key, tier]): FlowTier => {
        const path = `tiers.${key}.cidrs`;
        if (tier.cidrs.length === 0) {
            problems.push({
                path,
                given: "no block",
                allowed: "the blocks of the tier's subnets",
                change: "add them, or remove the tier",
            });
        }
        const cidrs = tier.cidrs
            .map((text, position) => readBlock(`${path}[${position}]`, text, problems))
            .filter((block) => block !== undefined);
        for (const block of cidrs.filter((candidate) => !cidrContains(cidr, candidate))) {
            problems.push({
                path,
                given: `${formatCidr(block)}, outside the VPC`,
                allowed: `blocks inside ${formatCidr(cidr)}`,
                change: "give the tier's own subnets",
            });
        }
        return { key, access: tier.access, cidrs };
    });
    checkApart(tiers, problems);
    return { cidr, tiers, nat: input.nat, ipv6: input.ipv6 ?? false };
}

/** Reads one block as somebody wrote it; undefined, with a problem, where it is none. */
export function readBlock(path: string, text: string, problems: Problem[]): Cidr | undefined {
    const result = readCidr(text);
    if (!isCidrProblem(result)) {
        return result;
    }
    problems.push({
        path,
        given: `"${text}", which ${result.problem}`,
        allowed: "an address block such as 10.0.0.0/16",
        change: result.suggestion === undefined ? "write a block" : `write ${result.suggestion}`,
    });
    return undefined;
}

function checkApart(tiers: readonly FlowTier[], problems: Problem[]): void {
    tiers.forEach((tier, position) => {
        const neighbour = tiers
            .slice(0, position)
            .find((other) => addressesOverlap(addressSet(other.cidrs), addressSet(tier.cidrs)));
        if (neighbour !== undefined) {
            problems.push({
                path: `tiers.${tier.key}.cidrs`,
                given: `${tier.cidrs.map(formatCidr).join(", ")}, overlapping tier ${neighbour.key}`,
                allowed: "blocks that share no address with another tier",
                change: "give each tier its own subnets' blocks",
            });
        }
    });
}
