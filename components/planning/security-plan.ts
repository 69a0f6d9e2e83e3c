import { readAdminPorts } from "./admin-ports";
import { checkDelivery } from "./flow-delivery";
import type { Flow } from "./flow";
import { readGroups } from "./flow-groups";
import { readFlowNetwork } from "./flow-network";
import { readRanges } from "./flow-ranges";
import { checkRepeats } from "./flow-repeats";
import { readFlows } from "./flow-table";
import { checkNamedPorts } from "./named-ports";
import { networkAclEntries, type NetworkAclEntryPlan } from "./network-acl-entries";
import { natInstanceRules } from "./nat-instance-rules";
import { checkEntryQuota } from "./network-acl-quota";
import type { Problem } from "./problem";
import { securityGroupRules, type SecurityGroupRulePlan } from "./security-group-rules";
import type { SecurityInput } from "./security-input";

/** Every rule and entry that a flow table comes to. */
export interface SecurityPlan {
    readonly flows: readonly Flow[];
    readonly rules: readonly SecurityGroupRulePlan[];
    readonly entries: readonly NetworkAclEntryPlan[];
}

/**
 * Compiles a flow table: security-group rules on both sides of each flow and network ACL entries for
 * every tier it crosses. The result is the whole plan, or all that is wrong with the input, at paths
 * relative to it. The order of groups, ranges and flows changes nothing.
 */
export function planSecurity(input: SecurityInput): SecurityPlan | Problem[] {
    const problems: Problem[] = [];
    const network = readFlowNetwork(input, problems);
    const peers = {
        groups: readGroups(input, problems),
        ranges: readRanges(input, network, problems),
    };
    const adminPorts = readAdminPorts(input, problems);
    checkNamedPorts(input, problems);
    const lines = readFlows(input.flows, peers, input.ports ?? {}, problems);
    checkDelivery(lines, network, adminPorts, problems);
    checkRepeats(lines, problems);
    if (problems.length > 0) {
        return problems;
    }
    const flows = lines.map((line) => line.flow);
    const entries = networkAclEntries(flows, network, adminPorts);
    checkEntryQuota(input, entries, problems);
    const rules = [...securityGroupRules(flows, network), ...natInstanceRules(flows, network)];
    return problems.length > 0 ? problems : { flows, rules, entries };
}
