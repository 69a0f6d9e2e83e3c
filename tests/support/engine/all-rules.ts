import { accountWide } from "./rules/account-wide";
import { addressing } from "./rules/addressing";
import { endpoints } from "./rules/endpoints";
import { gateways } from "./rules/gateways";
import { interconnects } from "./rules/interconnects";
import { networkAcls } from "./rules/network-acls";
import { routing } from "./rules/routing";
import { securityGroups } from "./rules/security-groups";
import { workloads } from "./rules/workloads";
import type { RulesByType, ServiceRules } from "./service-rules";

const all: RulesByType = {
    ...accountWide,
    ...addressing,
    ...endpoints,
    ...gateways,
    ...interconnects,
    ...networkAcls,
    ...routing,
    ...securityGroups,
    ...workloads,
};

/** What AWS enforces for a type; for most it is nothing beyond the schema and that what is named exists. */
export const rulesOf = (type: string): ServiceRules => all[type] ?? {};
