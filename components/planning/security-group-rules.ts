import type { Cidr } from "../../packets/cidr";
import type { Flow, FlowPeer, GroupPeer } from "./flow";
import { matchesOf, requestIn, type TrafficMatch } from "./flow-traffic";
import { internetBlocks } from "./internet-blocks";
import { blockKey, securityGroupRuleKey } from "./names";
import type { ServiceKey } from "./peer-key";
import { describeFlow } from "./rule-description";
import type { FlowNetwork } from "./security-input";

/** One rule of a security group: AWS's standalone resource for it, still without ids. */
export interface SecurityGroupRulePlan {
    /** Follows the component's name in the rule's own: `app-in-alb-tcp-8080`. */
    readonly key: string;
    readonly group: string;
    readonly direction: "ingress" | "egress";
    readonly peer: RulePeer;
    readonly match: TrafficMatch;
    readonly description: string;
}

export type RulePeer =
    | { readonly kind: "group"; readonly key: string }
    | { readonly kind: "block"; readonly cidr: Cidr }
    | { readonly kind: "prefixList"; readonly service: ServiceKey };

/**
 * The rules that open a flow table's flows, on both sides of each: egress at the source and ingress
 * at the destination, groups by reference. A rule follows from its own flow alone, and its key from
 * its content, so no flow changes another flow's rules. Sorted by key.
 */
export const securityGroupRules = (flows: readonly Flow[], network: FlowNetwork): SecurityGroupRulePlan[] =>
    flows
        .flatMap((flow) => [
            ...(flow.from.kind === "group" ? rulesAt("egress", flow.from, flow.to, flow, network) : []),
            ...(flow.to.kind === "group" ? rulesAt("ingress", flow.to, flow.from, flow, network) : []),
        ])
        .sort((left, right) => (left.key < right.key ? -1 : 1));

function rulesAt(
    direction: "ingress" | "egress",
    group: GroupPeer,
    remote: FlowPeer,
    flow: Flow,
    network: FlowNetwork,
): SecurityGroupRulePlan[] {
    return rulePeers(remote, flow, network).flatMap((peer) => {
        const family = peer.kind === "block" ? peer.cidr.family : "ipv4";
        return matchesOf(requestIn(flow.traffic, family)).map((match) => ({
            key: securityGroupRuleKey(group.key, direction, peerName(remote, peer), match),
            group: group.key,
            direction,
            peer,
            match,
            description: describeFlow(flow),
        }));
    });
}

function rulePeers(remote: FlowPeer, flow: Flow, network: FlowNetwork): RulePeer[] {
    switch (remote.kind) {
        case "group":
            return [{ kind: "group", key: remote.key }];
        case "service":
            return [{ kind: "prefixList", service: remote.key }];
        case "range":
            return remote.cidrs.map((cidr) => ({ kind: "block", cidr }));
        case "internet":
            return internetBlocks(flow, network).map((cidr) => ({ kind: "block", cidr }));
    }
}

/** A range's rules name their block, so that a second block changes nothing about the first one's. */
function peerName(remote: FlowPeer, peer: RulePeer): string {
    if (peer.kind !== "block") {
        return remote.key;
    }
    if (remote.kind === "range") {
        return `${remote.key}-${blockKey(peer.cidr)}`;
    }
    return peer.cidr.family === "ipv6" ? `${remote.key}-ipv6` : remote.key;
}
