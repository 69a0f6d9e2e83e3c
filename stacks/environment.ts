import type * as pulumi from "@pulumi/pulumi";
import { Network } from "../components/network";
import { SecurityTiers } from "../components/security-tiers";
import { securityArgsOf } from "../components/security-tiers/security-parts";
import { adminPortsOf } from "./settings/ports";
import type { Settings } from "./settings/schema";

/** What an environment hands to other stacks and to people. */
export interface EnvironmentOutputs {
    readonly vpcId: pulumi.Output<string>;
    /** Subnet ids by tier and zone letter. */
    readonly subnetIds: pulumi.Output<Record<string, Record<string, string>>>;
    /** The addresses that private tiers appear under on the internet, by zone letter. */
    readonly natPublicIps: pulumi.Output<Record<string, string>>;
    readonly securityGroupIds: pulumi.Output<Record<string, string>>;
}

/**
 * Builds an environment from its settings. It reads nothing but them, so that tests and the palisade
 * command run the very program that `pulumi up` runs.
 */
export function createEnvironment(settings: Settings): EnvironmentOutputs {
    const { name, region, groups, ranges, ports, flows } = settings;
    const tags = { ...settings.tags, environment: name };
    const network = new Network(name, { ...settings.network, region, tags });
    const security = new SecurityTiers(name, {
        ...securityArgsOf(network),
        groups,
        ranges,
        ports,
        flows,
        adminPorts: adminPortsOf(ports),
        tags,
    });
    return {
        vpcId: network.vpcId,
        subnetIds: network.subnetIds,
        natPublicIps: network.natPublicIps,
        securityGroupIds: security.securityGroupIds,
    };
}
