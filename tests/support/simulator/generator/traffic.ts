import { halvesOf } from "../addresses";
import type { Match, Network } from "../network";
import type { Random } from "./random";

/** Ports at which services listen, and near which rules begin and end. */
export const servicePorts = [22, 53, 80, 443, 3306, 5432, 8080] as const;

export const portRanges: readonly (readonly [number, number])[] = [
    [0, 65535],
    [1, 65535],
    [0, 22],
    [22, 22],
    [22, 80],
    [45, 50],
    [80, 80],
    [80, 443],
    [443, 443],
    [443, 8080],
    [3306, 3306],
    [8080, 8080],
    [1024, 65535],
    [1025, 5000],
    [32768, 60999],
    [65530, 65535],
];

/** Blocks outside every generated VPC: offices, single hosts, halves of the internet. */
export const outsideBlocks: readonly string[] = [
    "0.0.0.0/0",
    "0.0.0.0/1",
    "128.0.0.0/1",
    "203.0.113.0/24",
    "203.0.113.128/25",
    "203.0.113.7/32",
    "192.0.2.0/24",
    "198.51.100.0/24",
    "198.51.100.0/26",
];

export const outsideBlocks6: readonly string[] = ["::/0", "8000::/1", "2001:db8::/32", "2001:db8:1::/48"];

export const serviceBlocks: readonly string[] = ["52.216.0.0/16", "3.5.0.0/19"];

export function randomMatch(random: Random, version: 4 | 6): Match {
    const roll = random.next();
    if (roll < 0.2) {
        return { protocol: -1 };
    }
    if (roll < 0.32) {
        const icmp = random.pick([
            undefined,
            [-1, -1],
            [version === 4 ? 8 : 128, -1],
            [version === 4 ? 0 : 129, 0],
            [3, 4],
        ] as const);
        return { protocol: version === 4 ? 1 : 58, icmp };
    }
    if (roll < 0.35) {
        return { protocol: 47 };
    }
    const ports = random.chance(0.05) ? undefined : random.pick(portRanges);
    return { protocol: random.chance(0.8) ? 6 : 17, ports };
}

/** A block a rule might name: outside, a whole VPC, a subnet, or part of one. */
export function randomBlock(random: Random, network: Network, version: 4 | 6): string {
    if (version === 6) {
        return random.pick(outsideBlocks6);
    }
    const roll = random.next();
    if (roll < 0.4) {
        return random.pick(outsideBlocks);
    }
    if (roll < 0.6 || network.subnets.length === 0) {
        return random.pick(random.pick(network.vpcs).cidrs.filter((cidr) => !cidr.includes(":")));
    }
    const subnet = random.pick(network.subnets).cidrs[0]!;
    return roll < 0.85 ? subnet : random.pick(halvesOf(random.chance(0.5) ? subnet : halvesOf(subnet)[0]));
}
