import { versionOf } from "../addresses";
import type { Network } from "../network";
import { addNetworkAcl } from "./network-acl-records";
import { refer, type Registry } from "./registry";
import { addSecurityGroup } from "./security-group-records";

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
