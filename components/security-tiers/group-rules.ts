import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { formatCidr } from "../../packets/cidr";
import type { PartContext } from "../network/named";
import type { TrafficMatch } from "../planning/flow-traffic";
import type { RulePeer, SecurityGroupRulePlan } from "../planning/security-group-rules";
import type { SecurityTiersArgs } from "./security-tiers-args";

type RuleArgs = vpc.SecurityGroupIngressRuleArgs & vpc.SecurityGroupEgressRuleArgs;

/** Makes each planned rule as a resource of its own, which refers to the groups' own ids. */
export function createGroupRules(
    context: PartContext,
    rules: readonly SecurityGroupRulePlan[],
    groupIds: ReadonlyMap<string, pulumi.Input<string>>,
    prefixListIds: SecurityTiersArgs["prefixListIds"],
): void {
    const peerArgs = (peer: RulePeer): Partial<RuleArgs> => {
        switch (peer.kind) {
            case "group":
                return { referencedSecurityGroupId: groupIds.get(peer.key)! };
            case "prefixList":
                return { prefixListId: prefixListIds![peer.service] };
            case "block":
                return peer.cidr.family === "ipv4"
                    ? { cidrIpv4: formatCidr(peer.cidr) }
                    : { cidrIpv6: formatCidr(peer.cidr) };
        }
    };
    for (const rule of rules) {
        const Rule =
            rule.direction === "ingress" ? vpc.SecurityGroupIngressRule : vpc.SecurityGroupEgressRule;
        new Rule(
            `${context.name}-${rule.key}`,
            {
                securityGroupId: groupIds.get(rule.group)!,
                ...peerArgs(rule.peer),
                ...matchArgs(rule.match),
                description: rule.description,
                tags: context.tags,
            },
            { parent: context.parent },
        );
    }
}

/** For ICMP, AWS keeps the type where the first port is and the code where the last one is. */
function matchArgs({
    protocol,
    ports,
    icmp,
}: TrafficMatch): Pick<RuleArgs, "ipProtocol" | "fromPort" | "toPort"> {
    if (ports !== undefined) {
        return { ipProtocol: protocol, fromPort: ports.first, toPort: ports.last };
    }
    return icmp === undefined
        ? { ipProtocol: protocol === "all" ? "-1" : protocol }
        : { ipProtocol: protocol, fromPort: icmp.type, toPort: icmp.code };
}
