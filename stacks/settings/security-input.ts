import { networkInput } from "../../components/network/network-args";
import { natStrategyOf } from "../../components/planning/nat-placement";
import type { NetworkPlan } from "../../components/planning/network-plan";
import type { SecurityInput } from "../../components/planning/security-input";
import { formatCidr } from "../../packets/cidr";
import { adminPortsOf } from "./ports";
import type { Settings } from "./schema";

type SecuritySettings = Pick<Settings, "network" | "groups" | "ranges" | "ports" | "flows" | "region">;

/** No network has it and no range overlaps it: stands for a VPC whose own block cannot be read. */
const nowhere = "255.255.255.255/32";

/**
 * What the flow table is compiled from. A network with problems has no plan; its flows are checked all
 * the same, as far as they do not turn on addresses.
 */
export function securityInput(settings: SecuritySettings, plan: NetworkPlan | undefined): SecurityInput {
    const { network, groups, ranges, ports, flows, region } = settings;
    const input = networkInput({ ...network, region });
    const cidrsOf = (key: string): string[] =>
        plan?.tiers.find((tier) => tier.key === key)?.cidrs.map(formatCidr) ?? [];
    return {
        cidr: plan === undefined ? nowhere : formatCidr(plan.cidr),
        tiers: Object.fromEntries(
            Object.entries(input.tiers).map(([key, { access }]) => [key, { access, cidrs: cidrsOf(key) }]),
        ),
        nat: natStrategyOf(input),
        ipv6: input.ipv6 ?? false,
        groups,
        ranges,
        ports,
        flows,
        adminPorts: adminPortsOf(ports),
        ...(network.naclEntryQuota !== undefined && { naclEntryQuota: network.naclEntryQuota }),
    };
}
