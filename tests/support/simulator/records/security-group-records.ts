import { versionOf } from "../addresses";
import { named, type Match, type Network, type SecurityGroup, type SecurityGroupRule } from "../network";
import { protocolText } from "./protocol-text";
import { refer, type Registry, type Value, type Values } from "./registry";

/** The range as security group rules write it: ports, ICMP type and code, or nothing to say. */
function rangeOf(match: Match): readonly [number, number] {
    if (match.protocol === 1 || match.protocol === 58) {
        return match.icmp ?? [-1, -1];
    }
    return match.ports ?? (match.protocol === 6 || match.protocol === 17 ? [0, 65535] : [0, 0]);
}

export function addSecurityGroup(registry: Registry, network: Network, group: SecurityGroup): void {
    const vpc = named(network.vpcs, group.vpc);
    const isDefault = vpc.defaultSecurityGroup === group.id;
    if (isDefault && group.untouched === true) {
        registry.alias(group.id, vpc.id, "defaultSecurityGroupId");
        return;
    }
    const shape = isDefault
        ? "inline"
        : registry.choose(`${group.id}-shape`, "inline", "standalone", "legacy");
    const inline = shape === "inline";
    const rulesOf = (direction: "ingress" | "egress"): Value[] =>
        group.rules
            .filter((rule) => rule.direction === direction)
            .map((rule, index) =>
                inlineRule(registry, network, group, rule, `${group.id}-${direction}-${index}`),
            );
    // A group or list that the program leaves out is the same as an empty one when it is created.
    const statedOf = (direction: "ingress" | "egress"): Value[] | undefined =>
        inline && rulesOf(direction).length > 0 ? rulesOf(direction) : undefined;
    const state =
        inline || registry.choose(`${group.id}-refreshed`, true, false)
            ? { ingress: rulesOf("ingress"), egress: rulesOf("egress") }
            : { ingress: [], egress: [] };
    registry.add(
        group.id,
        isDefault
            ? "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"
            : "aws:ec2/securityGroup:SecurityGroup",
        { vpcId: refer(vpc.id), ingress: statedOf("ingress"), egress: statedOf("egress") },
        state,
    );
    if (!inline) {
        group.rules.forEach((rule, index) => {
            const key = `${group.id}-rule-${index}`;
            if (shape === "legacy") {
                addLegacyRule(registry, network, group, rule, key);
            } else {
                addStandaloneRule(registry, network, group, rule, key);
            }
        });
    }
}

/** A list of AWS's own is known by the endpoint that brings it. */
function prefixListReference(network: Network, id: string): Value {
    const endpoint = network.gatewayEndpoints.find((candidate) => candidate.prefixList === id);
    return endpoint === undefined ? refer(id) : refer(endpoint.id, "prefixListId");
}

function inlineRule(
    registry: Registry,
    network: Network,
    group: SecurityGroup,
    rule: SecurityGroupRule,
    key: string,
): Values {
    const [fromPort, toPort] = rangeOf(rule);
    return {
        protocol: protocolText(registry, key, rule.protocol),
        fromPort,
        toPort,
        ...listedPeer(registry, network, group, rule, key, "securityGroups"),
    };
}

function listedPeer(
    registry: Registry,
    network: Network,
    group: SecurityGroup,
    { peer }: SecurityGroupRule,
    key: string,
    groupsProperty: "securityGroups" | "sourceSecurityGroupId",
): Values {
    if ("cidr" in peer) {
        return { [versionOf(peer.cidr) === 4 ? "cidrBlocks" : "ipv6CidrBlocks"]: [peer.cidr] };
    }
    if ("prefixList" in peer) {
        return { prefixListIds: [prefixListReference(network, peer.prefixList)] };
    }
    // A resource cannot name itself, so an inline rule for the group's own members must say `self`.
    const self = peer.securityGroup === group.id;
    if (self && (groupsProperty === "securityGroups" || registry.choose(`${key}-self`, true, false))) {
        return { self: true };
    }
    const reference = refer(peer.securityGroup);
    return { [groupsProperty]: groupsProperty === "securityGroups" ? [reference] : reference };
}

function addLegacyRule(
    registry: Registry,
    network: Network,
    group: SecurityGroup,
    rule: SecurityGroupRule,
    key: string,
): void {
    const [fromPort, toPort] = rangeOf(rule);
    registry.add(key, "aws:ec2/securityGroupRule:SecurityGroupRule", {
        securityGroupId: refer(group.id),
        type: rule.direction,
        protocol: protocolText(registry, key, rule.protocol),
        fromPort,
        toPort,
        ...listedPeer(registry, network, group, rule, key, "sourceSecurityGroupId"),
    });
}

function addStandaloneRule(
    registry: Registry,
    network: Network,
    group: SecurityGroup,
    rule: SecurityGroupRule,
    key: string,
): void {
    const [fromPort, toPort] = rangeOf(rule);
    const limited = rule.protocol !== -1 && [1, 6, 17, 58].includes(rule.protocol);
    const { peer } = rule;
    registry.add(
        key,
        rule.direction === "ingress"
            ? "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
            : "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        {
            securityGroupId: refer(group.id),
            ipProtocol: protocolText(registry, key, rule.protocol),
            ...(limited ? { fromPort, toPort } : {}),
            ...("cidr" in peer
                ? { [versionOf(peer.cidr) === 4 ? "cidrIpv4" : "cidrIpv6"]: peer.cidr }
                : "prefixList" in peer
                  ? { prefixListId: prefixListReference(network, peer.prefixList) }
                  : { referencedSecurityGroupId: refer(peer.securityGroup) }),
        },
    );
}
