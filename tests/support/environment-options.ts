import type { Choice } from "./all-pairs";
import type { SettingsChange } from "./planned-environment";

/** What an environment can choose between, each option with its values. */
export const options = {
    addressing: ["seed", "aligned"],
    nat: ["perZone", "regional", "single", "instance", "none"],
    ipv6: ["off", "on"],
    access: ["sessionManager", "both"],
    instanceConnect: ["off", "on"],
    edge: ["none", "balancer", "balancer and firewall"],
    fleet: ["off", "on"],
    data: ["none", "database", "database and cache"],
    flowLogs: ["bucket", "log group", "both"],
    guardrails: ["create", "existing"],
    protection: ["off", "on"],
    connections: ["none", "peering", "hub", "both"],
    dns: ["off", "log", "firewall"],
};

const bastionKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMV1NaMqJGvQ6E2vRs8Zd2HPlmYFBEYFlFzyjRK0yT8c admin";

/** A choice of options as a stack's settings write them. */
export function settingsOf(choice: Choice): SettingsChange {
    const has = (option: string, word: string): boolean => choice[option]!.includes(word);
    const bastion = choice["access"] === "both";
    const peering = choice["connections"] === "peering" || choice["connections"] === "both";
    const hub = choice["connections"] === "hub" || choice["connections"] === "both";
    const outward = choice["nat"] !== "none";
    return {
        network: {
            cidr: "10.0.0.0/16",
            zones: { a: "use1-az1", b: "use1-az2" },
            addressing: choice["addressing"],
            nat: choice["nat"],
            ipv6: choice["ipv6"] === "on",
            // The article's unaligned blocks need an entry each.
            ...(choice["addressing"] === "seed" && { naclEntryQuota: 40 }),
        },
        access: {
            ...(bastion ? { mode: "both", publicKey: bastionKey } : { mode: "sessionManager" }),
            services: ["ssm", "ssmmessages", "ec2messages", "kms", "logs"],
        },
        groups: {
            app: { tier: "app", clients: "linux" },
            endpoints: { tier: "app" },
            ...(has("edge", "balancer") && { alb: { tier: "public" } }),
            ...(has("data", "database") && { db: { tier: "db" } }),
            ...(has("data", "cache") && { cache: { tier: "db" } }),
            ...(bastion && { bastion: { tier: "public", clients: "linux" } }),
            ...(choice["instanceConnect"] === "on" && { "instance-connect": { tier: "app" } }),
        },
        ranges: {
            ...(bastion && { office: { cidrs: ["203.0.113.0/24"], via: "internet" } }),
            ...(peering && { "shared-services": { cidrs: ["10.1.0.0/16"], via: "peering" } }),
            ...(hub && { "on-prem": { cidrs: ["192.168.0.0/16"], via: "transitGateway" } }),
        },
        ports: { app: 8080, ...(bastion && { "bastion-ssh": 2222 }) },
        flows: [
            { from: "app", to: "endpoints", port: "https", because: "AWS services" },
            { from: "app", to: "s3", port: "https", because: "data" },
            ...(outward ? [{ from: "app", to: "internet", port: "https", because: "updates" }] : []),
            ...(has("edge", "balancer")
                ? [
                      { from: "internet", to: "alb", port: "https", because: "customers" },
                      { from: "internet", to: "alb", port: "http", because: "redirect" },
                      { from: "alb", to: "app", port: "app", because: "requests" },
                  ]
                : []),
            ...(has("data", "database")
                ? [{ from: "app", to: "db", port: "mysql", because: "queries" }]
                : []),
            ...(has("data", "cache")
                ? [{ from: "app", to: "cache", port: "redis", because: "sessions" }]
                : []),
            ...(bastion
                ? [
                      { from: "office", to: "bastion", port: "bastion-ssh", because: "administrators" },
                      { from: "bastion", to: "app", port: "ssh", because: "administration" },
                      { from: "bastion", to: "internet", port: "https", because: "updates" },
                  ]
                : []),
            ...(choice["instanceConnect"] === "on"
                ? [{ from: "instance-connect", to: "app", port: "ssh", because: "emergencies" }]
                : []),
            ...(peering ? [{ from: "app", to: "shared-services", port: "https", because: "tools" }] : []),
            ...(hub ? [{ from: "app", to: "on-prem", port: "https", because: "ledger" }] : []),
        ],
        loadBalancer: has("edge", "balancer")
            ? {
                  certificate: { domainName: "www.example.com", zoneId: "Z1" },
                  ...(has("edge", "firewall") && { webFirewall: {} }),
              }
            : undefined,
        application:
            choice["fleet"] === "on" ? { instanceType: "t4g.small", minimum: 2, maximum: 4 } : undefined,
        database: has("data", "database")
            ? { instanceClass: "db.t4g.medium", backupRetentionDays: 35 }
            : undefined,
        cache: has("data", "cache") ? { nodeType: "cache.t4g.small" } : undefined,
        observability: {
            flowLogs: {
                toBucket: choice["flowLogs"] !== "log group",
                toLogGroup: choice["flowLogs"] !== "bucket",
            },
            alerts: { operations: { protocol: "email", endpoint: "operations@example.com" } },
        },
        guardrails: {
            ...Object.fromEntries(
                ["auditTrail", "configurationRecorder", "threatDetection", "accountDefaults"].map((key) => [
                    key,
                    choice["guardrails"],
                ]),
            ),
            ...(choice["guardrails"] === "existing" && { existingTrailLogGroupName: "/palisade/trail" }),
        },
        dataProtection:
            choice["protection"] === "on"
                ? { backups: {}, patching: {}, incidentResponse: true }
                : { deletionProtection: false },
        connectivity: {
            ...(peering && {
                peerings: {
                    shared: { range: "shared-services", peerVpcId: "vpc-0a1b2c3d", tiers: ["app"] },
                },
            }),
            ...(hub && {
                transitGateway: {
                    ranges: ["on-prem"],
                    tiers: ["app"],
                    vpnSites: { main: { address: "203.0.113.10", cidrs: ["192.168.0.0/16"] } },
                },
            }),
            ...(choice["dns"] !== "off" && {
                dns: { queryLog: true, blockedDomains: has("dns", "firewall") ? ["*.evil.example"] : [] },
            }),
        },
    };
}
