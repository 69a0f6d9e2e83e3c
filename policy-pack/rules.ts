import { accessRules } from "./access-rules";
import { complianceRules } from "./compliance-rules";
import { dataRules } from "./data-rules";
import { monitoringRules } from "./monitoring-rules";
import { albWaf } from "./policies/network/alb-waf";
import { dbNoInternetRoute } from "./policies/network/db-no-internet-route";
import { defaultSgClosed } from "./policies/network/default-sg-closed";
import { eipUsage } from "./policies/network/eip-usage";
import { flowLogRetention } from "./policies/network/flow-log-retention";
import { instancePublicIp } from "./policies/network/instance-public-ip";
import { intentEqualsEffect } from "./policies/network/intent-equals-effect";
import { lbInternalDefault } from "./policies/network/lb-internal-default";
import { naclAdminPorts } from "./policies/network/nacl-admin-ports";
import { naclAllPorts } from "./policies/network/nacl-all-ports";
import { naclAttached } from "./policies/network/nacl-attached";
import { naclEntriesDeclared } from "./policies/network/nacl-entries-declared";
import { naclEphemeral } from "./policies/network/nacl-ephemeral";
import { naclFtp } from "./policies/network/nacl-ftp";
import { naclShadowed } from "./policies/network/nacl-shadowed";
import { natInPublicSubnet } from "./policies/network/nat-in-public-subnet";
import { natPerAz } from "./policies/network/nat-per-az";
import { networkFirewall } from "./policies/network/network-firewall";
import { noDefaultVpc } from "./policies/network/no-default-vpc";
import { noNatInstance } from "./policies/network/no-nat-instance";
import { pathInvariants } from "./policies/network/path-invariants";
import { peeringLeastAccess } from "./policies/network/peering-least-access";
import { peeringOptions } from "./policies/network/peering-options";
import { privateRouteViaNat } from "./policies/network/private-route-via-nat";
import { sgAdminPortsPublic } from "./policies/network/sg-admin-ports-public";
import { sgAllPortsPublic } from "./policies/network/sg-all-ports-public";
import { sgAuthorizedPublicPorts } from "./policies/network/sg-authorized-public-ports";
import { sgDescription } from "./policies/network/sg-description";
import { sgHighRiskPorts } from "./policies/network/sg-high-risk-ports";
import { sgNaming } from "./policies/network/sg-naming";
import { sgPerTier } from "./policies/network/sg-per-tier";
import { sgRuleDescription } from "./policies/network/sg-rule-description";
import { sgRuleManagementConflict } from "./policies/network/sg-rule-management-conflict";
import { sgRulesDeclared } from "./policies/network/sg-rules-declared";
import { sgTierReferences } from "./policies/network/sg-tier-references";
import { sgUnrestrictedEgress } from "./policies/network/sg-unrestricted-egress";
import { sgUnused } from "./policies/network/sg-unused";
import { sgWidePublicCidr } from "./policies/network/sg-wide-public-cidr";
import { subnetAutoPublicIp } from "./policies/network/subnet-auto-public-ip";
import { tgwAutoAccept } from "./policies/network/tgw-auto-accept";
import { threeTierSubnets } from "./policies/network/three-tier-subnets";
import { vpcBpa } from "./policies/network/vpc-bpa";
import { vpcCidrPlan } from "./policies/network/vpc-cidr-plan";
import { vpcDns } from "./policies/network/vpc-dns";
import { vpcEndpointPolicy } from "./policies/network/vpc-endpoint-policy";
import { vpcEndpointSg } from "./policies/network/vpc-endpoint-sg";
import { vpcEndpointsRequired } from "./policies/network/vpc-endpoints-required";
import { vpcFlowLogs } from "./policies/network/vpc-flow-logs";
import { vpceServiceAcceptance } from "./policies/network/vpce-service-acceptance";
import { vpnLogging } from "./policies/network/vpn-logging";
import type { AnyRule } from "./rule";

const networkRules: readonly AnyRule[] = [
    albWaf,
    dbNoInternetRoute,
    defaultSgClosed,
    eipUsage,
    flowLogRetention,
    instancePublicIp,
    intentEqualsEffect,
    lbInternalDefault,
    naclAdminPorts,
    naclAllPorts,
    naclAttached,
    naclEntriesDeclared,
    naclEphemeral,
    naclFtp,
    naclShadowed,
    natInPublicSubnet,
    natPerAz,
    networkFirewall,
    noDefaultVpc,
    noNatInstance,
    pathInvariants,
    peeringLeastAccess,
    peeringOptions,
    privateRouteViaNat,
    sgAdminPortsPublic,
    sgAllPortsPublic,
    sgAuthorizedPublicPorts,
    sgDescription,
    sgHighRiskPorts,
    sgNaming,
    sgPerTier,
    sgRuleDescription,
    sgRuleManagementConflict,
    sgRulesDeclared,
    sgTierReferences,
    sgUnrestrictedEgress,
    sgUnused,
    sgWidePublicCidr,
    subnetAutoPublicIp,
    tgwAutoAccept,
    threeTierSubnets,
    vpcBpa,
    vpcCidrPlan,
    vpcDns,
    vpcEndpointPolicy,
    vpcEndpointSg,
    vpcEndpointsRequired,
    vpcFlowLogs,
    vpceServiceAcceptance,
    vpnLogging,
];

/** Every policy of the pack, as data, by area. */
export const rules: readonly AnyRule[] = [
    ...networkRules,
    ...accessRules,
    ...monitoringRules,
    ...dataRules,
    ...complianceRules,
];
