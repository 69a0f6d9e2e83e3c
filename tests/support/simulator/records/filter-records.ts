import { versionOf } from "../addresses";
import {
    named,
    type Match,
    type Network,
    type NetworkAcl,
    type NetworkAclEntry,
    type SecurityGroup,
    type SecurityGroupRule,
} from "../network";
import { refer, type Registry, type Value, type Values } from "./registry";

export function addFilters(registry: Registry, network: Network): void {
    for (const list of network.prefixLists) {
        if (list.service === undefined) {
            addPrefixList(registry, list.id, list.cidrs);
        }
    }
    for (const acl of network.networkAcls) {
        addNetworkAcl(registry, network, acl);
    }
    for (const group of network.securityGroups) {
        addSecurityGroup(registry, network, group);
    }
}

function addPrefixList(registry: Registry, id: string, cidrs: readonly string[]): void {
    const inline = registry.choose(`${id}-shape`, true, false);
    registry.add(id, "aws:ec2/managedPrefixList:ManagedPrefixList", {
        addressFamily: versionOf(cidrs[0]!) === 4 ? "IPv4" : "IPv6",
        maxEntries: 10,
        entries: inline ? cidrs.map((cidr) => ({ cidr })) : undefined,
    });
    if (!inline) {
        cidrs.forEach((cidr, index) => {
            const type = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";
            registry.add(`${id}-entry-${index}`, type, { prefixListId: refer(id), cidr });
        });
    }
}

const protocolNames: { readonly [protocol: number]: string } = {
    1: "icmp",
    6: "tcp",
    17: "udp",
    58: "icmpv6",
};

/** AWS takes names and numbers alike. */
const protocolText = (registry: Registry, key: string, protocol: number): string =>
    registry.choose(key, protocolNames[protocol] ?? String(protocol), String(protocol));

function addNetworkAcl(registry: Registry, network: Network, acl: NetworkAcl): void {
    const vpc = named(network.vpcs, acl.vpc);
    const isDefault = vpc.defaultNetworkAcl === acl.id;
    if (isDefault && acl.untouched === true) {
        registry.alias(acl.id, vpc.id, "defaultNetworkAclId");
        return;
    }
    const inline = isDefault || registry.choose(`${acl.id}-shape`, true, false);
    const entriesOf = (egress: boolean): Value[] =>
        acl.entries
            .filter((entry) => entry.egress === egress)
            .map((entry, index) => inlineEntry(registry, `${acl.id}-${index}`, entry));
    const stated = {
        ingress: inline && entriesOf(false).length > 0 ? entriesOf(false) : undefined,
        egress: inline && entriesOf(true).length > 0 ? entriesOf(true) : undefined,
    };
    const subnets = network.subnets.filter((subnet) => subnet.networkAcl === acl.id);
    const together = registry.choose(`${acl.id}-subnets`, true, false);
    const refreshed = inline || registry.choose(`${acl.id}-refreshed`, true, false);
    const state = refreshed
        ? { ingress: entriesOf(false), egress: entriesOf(true) }
        : { ingress: [], egress: [] };
    if (isDefault) {
        registry.add(
            acl.id,
            "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
            { defaultNetworkAclId: refer(vpc.id, "defaultNetworkAclId"), ...stated },
            { ...state, vpcId: refer(vpc.id) },
        );
    } else {
        const subnetIds = subnets.map((subnet) => refer(subnet.id));
        registry.add(
            acl.id,
            "aws:ec2/networkAcl:NetworkAcl",
            {
                vpcId: refer(vpc.id),
                subnetIds: together && subnets.length > 0 ? subnetIds : undefined,
                ...stated,
            },
            { ...state, subnetIds },
        );
    }
    if (isDefault || !together) {
        for (const subnet of subnets) {
            registry.add(`${subnet.id}-acl`, "aws:ec2/networkAclAssociation:NetworkAclAssociation", {
                networkAclId: refer(acl.id),
                subnetId: refer(subnet.id),
            });
        }
    }
    if (!inline) {
        acl.entries.forEach((entry, index) => {
            registry.add(
                `${acl.id}-${entry.egress ? "out" : "in"}-${entry.number}`,
                "aws:ec2/networkAclRule:NetworkAclRule",
                { networkAclId: refer(acl.id), ...standaloneEntry(registry, `${acl.id}-${index}`, entry) },
            );
        });
    }
}

const blockKey = (cidr: string): string => (versionOf(cidr) === 4 ? "cidrBlock" : "ipv6CidrBlock");

function portsAndIcmp(entry: NetworkAclEntry): Values {
    const [fromPort, toPort] =
        entry.ports ?? (entry.protocol === 6 || entry.protocol === 17 ? [0, 65535] : [0, 0]);
    const [icmpType, icmpCode] = entry.icmp ?? [-1, -1];
    return entry.protocol === 1 || entry.protocol === 58
        ? { fromPort, toPort, icmpType, icmpCode }
        : { fromPort, toPort };
}

const inlineEntry = (registry: Registry, key: string, entry: NetworkAclEntry): Values => ({
    ruleNo: entry.number,
    action: entry.allow ? "allow" : "deny",
    protocol: protocolText(registry, key, entry.protocol),
    [blockKey(entry.cidr)]: entry.cidr,
    ...portsAndIcmp(entry),
});

const standaloneEntry = (registry: Registry, key: string, entry: NetworkAclEntry): Values => ({
    ruleNumber: entry.number,
    egress: entry.egress,
    ruleAction: entry.allow ? "allow" : "deny",
    protocol: protocolText(registry, key, entry.protocol),
    [blockKey(entry.cidr)]: entry.cidr,
    ...portsAndIcmp(entry),
});

/** The range as security group rules write it: ports, ICMP type and code, or nothing to say. */
function rangeOf(match: Match): readonly [number, number] {
    if (match.protocol === 1 || match.protocol === 58) {
        return match.icmp ?? [-1, -1];
    }
    return match.ports ?? (match.protocol === 6 || match.protocol === 17 ? [0, 65535] : [0, 0]);
}

function addSecurityGroup(registry: Registry, network: Network, group: SecurityGroup): void {
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
