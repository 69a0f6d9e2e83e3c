import { formatCidr, type Cidr } from "../../packets/cidr";
import type { TrafficMatch } from "./flow-traffic";

/**
 * Names say what a rule or entry opens and nothing about where it stands in a list. So it keeps its
 * name whatever is added or removed beside it, and another content is another resource.
 */
export const securityGroupRuleKey = (
    group: string,
    direction: "ingress" | "egress",
    peer: string,
    match: TrafficMatch,
): string => `${group}-${direction === "ingress" ? "in" : "out"}-${peer}-${matchKey(match)}`;

/** `public-in-tcp-443-0.0.0.0-0`, `public-in-deny-tcp-3389-0.0.0.0-0`. */
export const networkAclEntryKey = (
    tier: string,
    direction: "in" | "out",
    action: "allow" | "deny",
    match: TrafficMatch,
    cidr: Cidr,
): string => `${tier}-${direction}-${action === "deny" ? "deny-" : ""}${matchKey(match)}-${blockKey(cidr)}`;

/** A block without the characters that URNs and names give a meaning: `10.0.1.0-24`, `2001.db8..-32`. */
export const blockKey = (cidr: Cidr): string => formatCidr(cidr).replaceAll(":", ".").replaceAll("/", "-");

function matchKey({ protocol, ports, icmp }: TrafficMatch): string {
    if (icmp !== undefined) {
        return `${protocol}-${icmp.type}-${icmp.code}`;
    }
    if (ports === undefined) {
        return protocol;
    }
    return ports.first === ports.last
        ? `${protocol}-${ports.first}`
        : `${protocol}-${ports.first}-${ports.last}`;
}
