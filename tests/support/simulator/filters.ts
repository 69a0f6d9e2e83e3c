import { isIn, isInAny } from "./addresses";
import { named, type Interface, type Match, type Network, type Subnet } from "./network";
import { hasPorts, isIcmp, type Packet } from "./packet";

/**
 * Whether a rule's protocol and ports cover a packet. AWS's rules look at the destination port only.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 */
export function matches(rule: Match, packet: Packet): boolean {
    if (rule.protocol === -1) {
        return true;
    }
    if (rule.protocol !== packet.protocol) {
        return false;
    }
    if (hasPorts(packet) && rule.ports !== undefined) {
        return rule.ports[0] <= packet.destinationPort! && packet.destinationPort! <= rule.ports[1];
    }
    if (isIcmp(packet) && rule.icmp !== undefined) {
        const [type, code] = rule.icmp;
        return (type === -1 || type === packet.icmpType) && (code === -1 || code === packet.icmpCode);
    }
    return true;
}

/**
 * Entries are evaluated from the lowest number; the first that matches decides, whatever a later one
 * says. A packet that no entry matches is denied. The ACL knows no connections: a reply is judged as
 * any other packet. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
 */
export function networkAclAllows(
    network: Network,
    subnet: Subnet,
    direction: "in" | "out",
    packet: Packet,
): boolean {
    const vpc = named(network.vpcs, subnet.vpc);
    const acl = named(network.networkAcls, subnet.networkAcl ?? vpc.defaultNetworkAcl);
    const far = direction === "in" ? packet.source : packet.destination;
    let decision: { readonly number: number; readonly allow: boolean } | undefined;
    for (const entry of acl.entries) {
        const applies =
            entry.egress === (direction === "out") && isIn(far, entry.cidr) && matches(entry, packet);
        if (applies && (decision === undefined || entry.number < decision.number)) {
            decision = entry;
        }
    }
    return decision?.allow ?? false;
}

/**
 * Whether the groups of an interface let a packet in or out. The rules of all its groups count
 * together, and there are only allow rules. A rule that names a group means the *private* addresses
 * of the interfaces that carry it: `far` is the interface at the other end where the packet bears its
 * private address and came a way on which such references hold.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export function securityGroupsAllow(
    network: Network,
    owner: Interface,
    direction: "ingress" | "egress",
    packet: Packet,
    farGroups: readonly string[],
): boolean {
    if (owner.securityGroups === null) {
        return true;
    }
    const farAddress = direction === "ingress" ? packet.source : packet.destination;
    return owner.securityGroups.some((id) =>
        named(network.securityGroups, id).rules.some((rule) => {
            if (rule.direction !== direction || !matches(rule, packet)) {
                return false;
            }
            if ("cidr" in rule.peer) {
                return isIn(farAddress, rule.peer.cidr);
            }
            if ("prefixList" in rule.peer) {
                return isInAny(farAddress, named(network.prefixLists, rule.peer.prefixList).cidrs);
            }
            return farGroups.includes(rule.peer.securityGroup);
        }),
    );
}
