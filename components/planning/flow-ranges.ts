import { addressSet, isAddressSubset, publicAddresses } from "../../packets/address-set";
import { addressCount, cidrContains, cidrsOverlap, formatCidr, type Cidr } from "../../packets/cidr";
import type { RangePeer } from "./flow";
import { checkPeerKey } from "./flow-groups";
import { readBlock } from "./flow-network";
import type { Problem } from "./problem";
import type { FlowNetwork, SecurityInput } from "./security-input";

/** The named ranges by key; one with a problem is among them, so that flows to it are not unknown as well. */
export function readRanges(
    input: SecurityInput,
    network: FlowNetwork,
    problems: Problem[],
): ReadonlyMap<string, RangePeer> {
    const ranges = new Map<string, RangePeer>();
    for (const [key, range] of Object.entries(input.ranges ?? {})) {
        checkPeerKey("ranges", key, problems);
        if (Object.hasOwn(input.groups, key)) {
            problems.push({
                path: `ranges.${key}`,
                given: `key "${key}", which is a group's too`,
                allowed: "a key that no group has",
                change: "rename the range or the group",
            });
        }
        if (range.cidrs.length === 0) {
            problems.push({
                path: `ranges.${key}.cidrs`,
                given: "no block",
                allowed: "at least one address block",
                change: "add the range's blocks, or remove the range and its flows",
            });
        }
        const cidrs = range.cidrs.flatMap((text, position): Cidr[] => {
            const path = `ranges.${key}.cidrs[${position}]`;
            const block = readBlock(path, text, problems);
            return block === undefined ? [] : [block];
        });
        const peer: RangePeer = { kind: "range", key, cidrs, via: range.via ?? "internet" };
        checkWidth(peer, problems);
        checkPlace(peer, network, problems);
        checkRepeats(peer, ranges, problems);
        ranges.set(key, peer);
    }
    return ranges;
}

/**
 * More than this is not a place with a name but a good part of the internet, in however many blocks it
 * is written. All private IPv4 networks together (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16) are less.
 */
const tooManyIpv4 = 1n << 25n;
const tooManyIpv6 = 1n << 113n;

function checkWidth({ key, cidrs }: RangePeer, problems: Problem[]): void {
    const size = (family: Cidr["family"]): bigint =>
        cidrs
            .filter((block) => block.family === family)
            .reduce((sum, block) => sum + addressCount(block), 0n);
    if (size("ipv4") >= tooManyIpv4 || size("ipv6") >= tooManyIpv6) {
        problems.push({
            path: `ranges.${key}.cidrs`,
            given: `${cidrs.map(formatCidr).join(", ")}, too much of the internet for a range`,
            allowed: "fewer addresses than an IPv4 /7 and an IPv6 /15 have",
            change: "name the addresses that are really meant, or write internet in the flow",
        });
    }
}

function checkPlace({ key, cidrs, via }: RangePeer, network: FlowNetwork, problems: Problem[]): void {
    for (const block of cidrs) {
        const given = formatCidr(block);
        const path = `ranges.${key}.cidrs`;
        if (network.cidr.prefix > 0 && cidrsOverlap(block, network.cidr)) {
            problems.push({
                path,
                given: `${given}, which overlaps this VPC (${formatCidr(network.cidr)})`,
                allowed: "addresses outside the VPC; those inside it are groups",
                change: "name a group in the flow instead",
            });
        } else if (via === "internet" && !isAddressSubset(addressSet([block]), publicAddresses)) {
            problems.push({
                path,
                given: `${given}, which holds private addresses`,
                allowed: "public addresses for a range reached over the internet",
                change: "write the public addresses it comes from, or via: peering or transitGateway",
            });
        }
        if (block.family === "ipv6" && !network.ipv6) {
            problems.push({
                path,
                given: `${given}, in a network without IPv6`,
                allowed: "IPv4 blocks while ipv6 is false",
                change: "remove the block, or set ipv6: true",
            });
        }
    }
}

/** AWS refuses a rule that another rule repeats, so a block is written down once. */
function checkRepeats(
    { key, cidrs }: RangePeer,
    others: ReadonlyMap<string, RangePeer>,
    problems: Problem[],
): void {
    cidrs.forEach((block, position) => {
        const path = `ranges.${key}.cidrs[${position}]`;
        const within = cidrs.find(
            (other, place) =>
                place !== position &&
                cidrsOverlap(block, other) &&
                cidrContains(other, block) &&
                !(other.prefix === block.prefix && place > position),
        );
        if (within !== undefined) {
            problems.push({
                path,
                given: `${formatCidr(block)}, inside ${formatCidr(within)} of the same range`,
                allowed: "blocks that share no address within one range",
                change: "remove the smaller block",
            });
        }
        const owner = [...others.values()].find((other) =>
            other.cidrs.some((candidate) => formatCidr(candidate) === formatCidr(block)),
        );
        if (owner !== undefined) {
            problems.push({
                path,
                given: `${formatCidr(block)}, which range ${owner.key} has too`,
                allowed: "a block in one range only",
                change: "remove it here, or use the other range in the flows",
            });
        }
    });
}
