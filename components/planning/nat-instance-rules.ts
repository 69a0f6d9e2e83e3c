import type { Flow, GroupPeer } from "./flow";
import { matchesOf, requestIn } from "./flow-traffic";
import { blockKey, securityGroupRuleKey } from "./names";
import { internetBlocks } from "./internet-blocks";
import { describeFlow } from "./rule-description";
import type { SecurityGroupRulePlan } from "./security-group-rules";
import { tierOf, type FlowNetwork } from "./security-input";

/** The key of the group of a network's NAT instances. */
export const natGroup = "nat";

/**
 * The rules of NAT instances, which unlike NAT gateways have a security group: in from each private
 * group, and out to where it may go on the internet. Translation is IPv4's; IPv6 needs none.
 */
export function natInstanceRules(flows: readonly Flow[], network: FlowNetwork): SecurityGroupRulePlan[] {
    if (network.nat !== "instance") {
        return [];
    }
    const rules = flows.flatMap((flow) =>
        flow.from.kind === "group" && tierOf(network, flow.from.tier).access === "private"
            ? rulesFor(flow, flow.from, network)
            : [],
    );
    return [...new Map(rules.map((rule) => [rule.key, rule])).values()];
}

function rulesFor(flow: Flow, from: GroupPeer, network: FlowNetwork): SecurityGroupRulePlan[] {
    const blocks = blocksOnTheInternet(flow, network).filter(({ family }) => family === "ipv4");
    const matches = matchesOf(requestIn(flow.traffic, "ipv4"));
    const description = describeFlow(flow);
    if (blocks.length === 0) {
        return [];
    }
    return matches.flatMap((match): SecurityGroupRulePlan[] => [
        {
            key: securityGroupRuleKey(natGroup, "ingress", from.key, match),
            group: natGroup,
            direction: "ingress",
            peer: { kind: "group", key: from.key },
            match,
            description,
        },
        ...blocks.map((cidr): SecurityGroupRulePlan => ({
            key: securityGroupRuleKey(natGroup, "egress", `${flow.to.key}-${blockKey(cidr)}`, match),
            group: natGroup,
            direction: "egress",
            peer: { kind: "block", cidr },
            match,
            description,
        })),
    ]);
}

function blocksOnTheInternet(flow: Flow, network: FlowNetwork) {
    if (flow.to.kind === "internet") {
        return internetBlocks(flow, network);
    }
    return flow.to.kind === "range" && flow.to.via === "internet" ? flow.to.cidrs : [];
}
