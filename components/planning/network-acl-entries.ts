import { cidrContains, type Cidr } from "../../packets/cidr";
import { adminPortsIn } from "./admin-ports";
import type { Flow } from "./flow";
import { matchesOf, type TrafficMatch } from "./flow-traffic";
import { networkAclEntryKey } from "./names";
import { crossingsOf, type Crossing } from "./network-acl-crossings";
import { numberEntries, type AclBand } from "./network-acl-numbers";
import { anywhereIpv4, anywhereIpv6, type FlowNetwork } from "./security-input";

/** One entry of a network ACL, numbered. */
export interface NetworkAclEntryPlan {
    /** Follows the component's name in the entry's own: `public-in-tcp-443-0.0.0.0-0`. */
    readonly key: string;
    readonly tier: string;
    readonly direction: "in" | "out";
    readonly action: "allow" | "deny";
    readonly match: TrafficMatch;
    readonly cidr: Cidr;
    readonly band: AclBand;
    readonly number: number;
}

type Entry = Omit<NetworkAclEntryPlan, "number">;

/**
 * The network ACL entries that let a flow table's flows pass, both ways, in every tier they cross;
 * a tier that no flow crosses has none. In the order of tiers, directions and numbers.
 *
 * A flow's entries follow from it alone (and, behind a group that keeps client addresses, from that
 * group's own flows), and the ACLs are their union: no flow changes another flow's entries.
 *
 * What an entry for anybody opens too far is closed before it, after all that is named:
 * - The VPC's own addresses: "internet" means outside, and inside only what a flow names passes.
 * - Ports of remote administration among those that replies return to (AWS FSBP EC2.21, CIS 5.2). The
 *   price: a connection to the internet that happens to be given that very source port, one in some
 *   60 000 behind NAT, gets no reply; clients try again from another one.
 */
export function networkAclEntries(
    flows: readonly Flow[],
    network: FlowNetwork,
    adminPorts: readonly number[],
): NetworkAclEntryPlan[] {
    const entries = new Map<string, Entry>();
    for (const crossing of flows.flatMap((flow) => crossingsOf(flow, flows, network))) {
        for (const entry of entriesFor(crossing, network, adminPorts)) {
            entries.set(entry.key, entry);
        }
    }
    return network.tiers.flatMap((tier) =>
        (["in", "out"] as const).flatMap((direction) =>
            numbered(
                [...entries.values()].filter(
                    (entry) => entry.tier === tier.key && entry.direction === direction,
                ),
            ),
        ),
    );
}

function numbered(entries: readonly Entry[]): NetworkAclEntryPlan[] {
    const numbers = numberEntries(entries);
    return entries
        .map((entry) => ({ ...entry, number: numbers.get(entry.key)! }))
        .sort((left, right) => left.number - right.number);
}

function entriesFor(crossing: Crossing, network: FlowNetwork, adminPorts: readonly number[]): Entry[] {
    const { remote, traffic } = crossing;
    const toAnybody = remote.prefix === 0;
    const allows = matchesOf(traffic).map((match) =>
        entry(crossing, "allow", toAnybody ? "internet" : "named", match, remote),
    );
    return [
        ...allows,
        ...(cidrContains(network.cidr, remote) ? [] : pathMtuEntries(crossing)),
        ...(toAnybody ? closedBefore(crossing, network, adminPorts) : []),
    ];
}

/** ICMP's "fragmentation needed" (RFC 1191) and ICMPv6's "packet too big" (RFC 8201). */
const fragmentationNeeded: TrafficMatch = { protocol: "icmp", icmp: { type: 3, code: 4 } };
const packetTooBig: TrafficMatch = { protocol: "icmpv6", icmp: { type: 2, code: 0 } };

/**
 * Path MTU discovery for packets that leave the VPC, as the VPC guide asks of network ACLs, both
 * ways. Any router on the path may send the message, a NAT gateway from inside the VPC among them.
 * Security groups let it in by themselves.
 */
function pathMtuEntries(crossing: Crossing): Entry[] {
    const [match, anywhere] =
        crossing.remote.family === "ipv4"
            ? [fragmentationNeeded, anywhereIpv4]
            : [packetTooBig, anywhereIpv6];
    return (["in", "out"] as const).map((direction) =>
        entry({ ...crossing, direction }, "allow", "named", match, anywhere),
    );
}

function closedBefore(crossing: Crossing, network: FlowNetwork, adminPorts: readonly number[]): Entry[] {
    const { direction, remote, traffic } = crossing;
    const exposed = direction === "in" ? adminPortsIn(traffic, adminPorts) : [];
    return [
        ...(remote.family === network.cidr.family
            ? [entry(crossing, "deny", "denies", { protocol: "all" }, network.cidr)]
            : []),
        ...exposed.map((port) =>
            entry(
                crossing,
                "deny",
                "denies",
                { protocol: traffic.protocol, ports: { first: port, last: port } },
                remote,
            ),
        ),
    ];
}

const entry = (
    { tier, direction }: Crossing,
    action: "allow" | "deny",
    band: AclBand,
    match: TrafficMatch,
    cidr: Cidr,
): Entry => ({
    key: networkAclEntryKey(tier, direction, action, match, cidr),
    tier,
    direction,
    action,
    band,
    match,
    cidr,
});
