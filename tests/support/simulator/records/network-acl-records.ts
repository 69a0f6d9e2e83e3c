import { versionOf } from "../addresses";
import { named, type Network, type NetworkAcl, type NetworkAclEntry } from "../network";
import { protocolText } from "./protocol-text";
import { refer, type Registry, type Value, type Values } from "./registry";

export function addNetworkAcl(registry: Registry, network: Network, acl: NetworkAcl): void {
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
