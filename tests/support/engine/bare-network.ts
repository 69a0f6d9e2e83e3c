import { Network } from "../../../components/network";
import { SecurityTiers } from "../../../components/security-tiers";
import { securityArgsOf } from "../../../components/security-tiers/security-parts";
import { loadSettings } from "../../../stacks/settings/load";
import { adminPortsOf } from "../../../stacks/settings/ports";
import type { Program } from "./language-server";

/** An environment without servers, data and watch: its network, its groups, their rules and the ACLs. */
export const bareNetwork: Program = async () => {
    const { name, region, tags, network: planned, groups, ranges, ports, flows } = loadSettings();
    const network = new Network(name, { ...planned, region, tags });
    const { securityGroupIds } = new SecurityTiers(name, {
        ...securityArgsOf(network),
        groups,
        ranges,
        ports,
        flows,
        adminPorts: adminPortsOf(ports),
        tags,
    });
    return { vpcId: network.vpcId, subnetIds: network.subnetIds, securityGroupIds };
};
