export { AccessScope, type AccessScopeArgs } from "./access-scope";
export { GuardrailMode, AccountGuardrails, type AccountGuardrailsArgs } from "./account-guardrails";
export { AccountDefaults, type AccountDefaultsArgs } from "./guardrails/account-defaults";
export { AuditTrail, type AuditTrailArgs } from "./guardrails/audit-trail";
export { ConfigurationRecorder, type ConfigurationRecorderArgs } from "./guardrails/configuration-recorder";
export {
    PublicAccessMode,
    VpcPublicAccessBlock,
    type VpcPublicAccessBlockArgs,
} from "./guardrails/public-access";
export { ThreatDetection, type ThreatDetectionArgs } from "./guardrails/threat-detection";
export { Alarms, type WatchedFleetArgs, type WatchedLoadBalancerArgs, type AlarmsArgs } from "./alarms";
export { AlertTopic, type AlertSubscriptionArgs, type AlertTopicArgs } from "./alert-topic";
export { ApplicationFleet, type ApplicationFleetArgs } from "./application-fleet";
export {
    ApplicationLoadBalancer,
    type BackendArgs,
    type ApplicationLoadBalancerArgs,
} from "./application-load-balancer";
export { Backups, type BackupsArgs } from "./backups";
export { Bastion, type BastionArgs } from "./bastion";
export { Cache, type CacheArgs } from "./cache";
export { Certificate, type CertificateArgs } from "./certificate";
export { ChangeAlerts, type ChangeAlertsArgs } from "./change-alerts";
export { Dashboard, type DashboardArgs } from "./dashboard";
export { Database, type DatabaseArgs } from "./database";
export { DnsProtection, type DnsProtectionArgs } from "./dns-protection";
export { EncryptionKey, type KeyServiceArgs, type EncryptionKeyArgs } from "./encryption-key";
export { ExistingNetwork, type ExistingNetworkArgs, type ExistingTierArgs } from "./existing-network";
export { FlowLogs, type FlowLogsArgs } from "./flow-logs";
export { IncidentResponse, type IncidentResponseArgs } from "./incident-response";
export { InstanceConnectEndpoint, type InstanceConnectEndpointArgs } from "./instance-connect-endpoint";
export { InstanceRole, type InstanceRoleArgs } from "./instance-role";
export { InterfaceEndpoints, type InterfaceEndpointsArgs } from "./interface-endpoints";
export { LogSource, LogBucket, type LogBucketArgs } from "./log-bucket";
export {
    NetworkLoadBalancer,
    type NetworkListenerArgs,
    type NetworkLoadBalancerArgs,
} from "./network-load-balancer";
export { Network } from "./network";
export {
    Addressing,
    GatewayService,
    NatStrategy,
    TierAccess,
    type NetworkArgs,
    type NetworkTierArgs,
} from "./network/network-args";
export {
    planOf,
    prefixListOf,
    readyFor,
    routeTablesOf,
    subnetsOf,
    type NetworkRouteTable,
    type NetworkSubnet,
} from "./network/network-parts";
export { BadArgumentsError } from "./planning/bad-arguments";
export { flow, type FlowArgs } from "./planning/flow-args";
export { Peer } from "./planning/peer";
export { Port } from "./planning/port";
export { Patching, type PatchingArgs } from "./patching";
export { SecurityTiers } from "./security-tiers";
export { groupIdOf, securityArgsOf } from "./security-tiers/security-parts";
export {
    ClientKind,
    RangeVia,
    type GroupArgs,
    type RangeArgs,
    type SecurityTierArgs,
    type SecurityTiersArgs,
} from "./security-tiers/security-tiers-args";
export { SessionAccess, type SessionAccessArgs } from "./session-access";
export { TransitGatewaySpoke, type TransitGatewaySpokeArgs } from "./transit-gateway-spoke";
export { TransitGateway, type VpnSiteArgs, type TransitGatewayArgs } from "./transit-gateway";
export { PeeringAcceptance, VpcPeering, type VpcPeeringArgs } from "./vpc-peering";
export { WebFirewall, type WebFirewallArgs } from "./web-firewall";
