import { addressesOf, addressSet, addressesOverlap, isAddressSubset } from "../../packets/address-set";
import { formatCidr, isCidrProblem, parseCidr, readCidr, type Cidr } from "../../packets/cidr";
import { seedVpcLength } from "./subnet-slots";
import type { NetworkInput } from "./network-input";
import type { NetworkPlan } from "./network-plan";
import type { Problem } from "./problem";

// RFC 1918 and RFC 6598. AWS accepts public blocks too, and then hides their owners from the VPC.
const ownAddresses = addressesOf("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

/** The VPC's block; undefined, with the reason among the problems, where it cannot be one. */
export function readVpcBlock(input: NetworkInput, problems: Problem[]): Cidr | undefined {
    const block = readBlock("cidr", input.cidr, problems);
    if (block === undefined) {
        return undefined;
    }
    if (!isAddressSubset(addressSet([block]), ownAddresses)) {
        problems.push({
            path: "cidr",
            given: formatCidr(block),
            allowed: "a block within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10",
            change: "choose private addresses, for example 10.0.0.0/16",
        });
        return undefined;
    }
    if (input.addressing === "seed" && block.prefix !== seedVpcLength) {
        problems.push({
            path: "cidr",
            given: `${formatCidr(block)} under seed addressing`,
            allowed: `a /${seedVpcLength}: seed addressing lays its /24 subnets out in one`,
            change: "write a /16, or addressing: aligned, which fits smaller networks",
        });
        return undefined;
    }
    return block;
}

/** A block of a VPC or subnet: IPv4, no host bits, /16 to /28 as AWS accepts them. */
export function readBlock(path: string, text: string, problems: Problem[]): Cidr | undefined {
    const block = readCidr(text);
    if (isCidrProblem(block)) {
        problems.push({
            path,
            given: `"${text}", which ${block.problem}`,
            allowed: "an IPv4 block from /16 to /28",
            change:
                block.suggestion === undefined
                    ? "write one, for example 10.0.0.0/16"
                    : `write ${block.suggestion}`,
        });
        return undefined;
    }
    if (block.family !== "ipv4" || block.prefix < 16 || block.prefix > 28) {
        problems.push({
            path,
            given: formatCidr(block),
            allowed: "an IPv4 block from /16 to /28",
            change:
                block.family === "ipv6"
                    ? "write the IPv4 block here; ipv6: true asks AWS for an IPv6 one"
                    : "choose a mask from /16 to /28",
        });
        return undefined;
    }
    return block;
}

const dockerBridge = parseCidr("172.17.0.0/16");

/** What AWS accepts, and its owner will still regret. */
export function networkWarnings(plan: NetworkPlan): Problem[] {
    const warnings: Problem[] = [];
    if (addressesOverlap(addressSet([plan.cidr]), addressSet([dockerBridge]))) {
        warnings.push({
            path: "cidr",
            given: formatCidr(plan.cidr),
            allowed: "blocks outside 172.17.0.0/16, which Docker, Cloud9 and SageMaker use on every host",
            change: "choose another block before anything runs in it",
        });
    }
    for (const tier of plan.tiers.filter((candidate) => candidate.access === "public")) {
        for (const subnet of tier.subnets.filter((candidate) => candidate.cidr.prefix > 27)) {
            warnings.push({
                path: `subnets.${tier.key}.${subnet.zone.letter}`,
                given: formatCidr(subnet.cidr),
                allowed: "a /27 or larger: a load balancer needs one, and eight free addresses in it",
                change: "give public subnets more room",
            });
        }
    }
    return warnings;
}
