import type * as pulumi from "@pulumi/pulumi";
import { Network } from "../components/network";
import { SecurityTiers } from "../components/security-tiers";
import { securityArgsOf } from "../components/security-tiers/security-parts";
import { createAccess, type EnvironmentAccess } from "./environment/access";
import { createConnectivity } from "./environment/connectivity";
import type { EnvironmentContext } from "./environment/context";
import { createDataProtection } from "./environment/data-protection";
import { createGuardrails } from "./environment/guardrails";
import { createKeys } from "./environment/keys";
import { createLogging } from "./environment/logging";
import { createObservability } from "./environment/observability";
import { createWorkload, type EnvironmentWorkload } from "./environment/workload";
import { adminPortsOf } from "./settings/ports";
import type { Settings } from "./settings/schema";

/** What an environment hands to other stacks and to people. What it does not have is left out. */
export interface EnvironmentOutputs {
    readonly vpcId: pulumi.Output<string>;
    readonly cidrBlock: pulumi.Output<string>;
    /** Subnet ids by tier and zone letter. */
    readonly subnetIds: pulumi.Output<Record<string, Record<string, string>>>;
    readonly routeTableIds: pulumi.Output<Record<string, string>>;
    /** The addresses that private tiers appear under on the internet, by zone letter. */
    readonly natPublicIps: pulumi.Output<Record<string, string>>;
    readonly securityGroupIds: pulumi.Output<Record<string, string>>;
    readonly alertTopicArn: pulumi.Output<string>;
    readonly loadBalancerDnsName?: pulumi.Output<string>;
    readonly databaseAddress?: pulumi.Output<string>;
    readonly databaseSecretArn?: pulumi.Output<string>;
    /** A `~/.ssh/config` that leads through the bastion. */
    readonly sshConfig?: pulumi.Output<string>;
}

/**
 * Builds an environment from its settings. It reads nothing but them, so that tests and the palisade
 * command run the very program that `pulumi up` runs.
 */
export function createEnvironment(settings: Settings): EnvironmentOutputs {
    const { name } = settings;
    const tags = { ...settings.tags, environment: name };
    const place = { accountId: settings.account, region: settings.region };
    const keys = createKeys({ settings, name, tags });
    const { naclEntryQuota, ...networkArgs } = settings.network;
    const network = new Network(name, {
        ...networkArgs,
        ...place,
        natInstanceKmsKeyArn: keys.data.keyArn,
        tags,
    });
    const security = createSecurity(settings, network, naclEntryQuota, tags);
    const context: EnvironmentContext = { settings, name, tags, network, security };
    const logging = createLogging(context, keys);
    const guardrails = createGuardrails(context, keys, logging);
    const access = createAccess(context, keys, logging);
    const workload = createWorkload(context, keys, logging, access);
    const alerts = createObservability(context, keys, guardrails, access, workload);
    createDataProtection(context, keys);
    createConnectivity(context, keys);
    return {
        vpcId: network.vpcId,
        cidrBlock: network.cidrBlock,
        subnetIds: network.subnetIds,
        routeTableIds: network.routeTableIds,
        natPublicIps: network.natPublicIps,
        securityGroupIds: security.securityGroupIds,
        alertTopicArn: alerts.topicArn,
        ...optionalOutputs(access, workload),
    };
}

function createSecurity(
    settings: Settings,
    network: Network,
    naclEntryQuota: number | undefined,
    tags: Record<string, string>,
): SecurityTiers {
    const { name, groups, ranges, ports, flows } = settings;
    return new SecurityTiers(name, {
        ...securityArgsOf(network),
        groups,
        ranges,
        ports,
        flows,
        adminPorts: adminPortsOf(ports),
        ...(naclEntryQuota !== undefined && { naclEntryQuota }),
        tags,
    });
}

const optionalOutputs = (
    { bastion }: EnvironmentAccess,
    { loadBalancer, database }: EnvironmentWorkload,
): Partial<EnvironmentOutputs> => ({
    ...(loadBalancer && { loadBalancerDnsName: loadBalancer.dnsName }),
    ...(database && { databaseAddress: database.address, databaseSecretArn: database.secretArn }),
    ...(bastion && { sshConfig: bastion.sshConfig }),
});
