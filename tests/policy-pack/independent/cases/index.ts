import type { Fixture } from "../../../support/independent-policies/fixture";
import { attachedGroups } from "./attached-groups";
import { networkAcls } from "./network-acls";
import { routesAndLogs } from "./routes-and-logs";
import { securityGroupEgress } from "./security-group-egress";
import { securityGroupIngress } from "./security-group-ingress";
import { securityGroupText } from "./security-group-text";
import { subnetsAndHosts } from "./subnets-and-hosts";
import { hostLaunch } from "./host-launch";
import { identities } from "./identities";
import { secretsAndDocuments } from "./secrets-and-documents";
import { trustAndPasswords } from "./trust-and-passwords";
import { loadBalancers } from "./load-balancers";
import { listeners } from "./listeners";
import { databases } from "./databases";
import { databaseChores } from "./database-chores";
import { disks } from "./disks";
import { keysAndTopics } from "./keys-and-topics";
import { buckets } from "./buckets";
import { trailsAndLogs } from "./trails-and-logs";
import { alerts } from "./alerts";
import { accountServices } from "./account-services";
import { networkStructure } from "./network-structure";
import { networkServices } from "./network-services";
import { accessAndAlarms } from "./access-and-alarms";
import { awsguardRules } from "./awsguard-rules";
import { guardRules } from "./guard-rules";
import { trivyExamples } from "./trivy-examples";

/** Every case, by what it is about. */
export const fixtures: readonly Fixture[] = [
    ...securityGroupIngress,
    ...securityGroupEgress,
    ...securityGroupText,
    ...attachedGroups,
    ...networkAcls,
    ...subnetsAndHosts,
    ...routesAndLogs,
    ...hostLaunch,
    ...identities,
    ...secretsAndDocuments,
    ...trustAndPasswords,
    ...loadBalancers,
    ...listeners,
    ...databases,
    ...databaseChores,
    ...disks,
    ...keysAndTopics,
    ...buckets,
    ...trailsAndLogs,
    ...alerts,
    ...accountServices,
    ...networkStructure,
    ...networkServices,
    ...accessAndAlarms,
    ...guardRules,
    ...awsguardRules,
    ...trivyExamples,
];
