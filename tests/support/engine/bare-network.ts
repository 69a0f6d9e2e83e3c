import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { Network } from "../../../components/network";
import { SecurityTiers } from "../../../components/security-tiers";
import { securityArgsOf } from "../../../components/security-tiers/security-parts";
import { loadSettings } from "../../../stacks/settings/load";
import { adminPortsOf } from "../../../stacks/settings/ports";
import type { Program } from "./language-server";

export interface BareNetworkOptions {
    /** What its components are called, where it is not the settings' name. */
    readonly name?: string;
    readonly options?: ComponentResourceOptions;
}

/** An environment without servers, data and watch: its network, its groups, their rules and the ACLs. */
export function bareNetworkOf(how: BareNetworkOptions = {}): Program {
    return async () => {
        const { region, tags, network: planned, groups, ranges, ports, flows, ...settings } = loadSettings();
        const name = how.name ?? settings.name;
        const network = new Network(name, { ...planned, region, tags }, how.options);
        const security = securityArgsOf(network);
        const tiers = { ...security, groups, ranges, ports, flows, adminPorts: adminPortsOf(ports), tags };
        const { securityGroupIds } = new SecurityTiers(name, tiers, how.options);
        return { vpcId: network.vpcId, subnetIds: network.subnetIds, securityGroupIds };
    };
}

export const bareNetwork: Program = bareNetworkOf();
