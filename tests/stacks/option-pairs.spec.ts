import { expect } from "chai";
import { allPairs, pairsOf, type Choice } from "../support/all-pairs";
import { judgedEnvironment, plannedEnvironment, type SettingsChange } from "../support/planned-environment";

const options = {
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
function settingsOf(choice: Choice): SettingsChange {
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

/**
 * Policies that an option goes against by its nature: choosing it is the decision that they ask for, and
 * an environment that makes it says so in its policy configuration.
 */
const againstTheGrain: { readonly [policy: string]: (choice: Choice) => boolean } = {
    "nat-per-az": ({ nat }) => nat === "single",
    "no-nat-instance": ({ nat }) => nat === "instance",
    "private-route-via-nat": ({ nat }) => nat === "instance",
    "instance-public-ip": ({ nat }) => nat === "instance",
    "alb-waf": ({ edge }) => edge === "balancer",
    // The group is there for instances of another stack.
    "sg-unused": ({ fleet }) => fleet === "off",
    // Without hosts nobody signs in by SSH.
    "alarm-auth-failures": ({ fleet, access }) => fleet === "off" && access !== "both",
    "alb-hygiene": ({ protection }) => protection === "off",
    "backup-plan": ({ protection }) => protection === "off",
    "backup-restore-test": ({ protection }) => protection === "off",
    patching: ({ protection, fleet }) => protection === "off" || fleet === "off",
    "incident-response": ({ protection }) => protection === "off",
    "rds-deletion-protection": ({ protection }) => protection === "off",
};

/** What the policy configuration of an environment says whose account is looked after by another. */
const lookedAfterElsewhere = Object.fromEntries(
    [
        "access-analyzer",
        "cloudtrail-present",
        "config-recorder",
        "config-rules-present",
        "ebs-default-encryption",
        "guardduty",
        "password-policy",
        "securityhub",
        "serial-console",
    ].map((policy) => [policy, { provided: "elsewhere" }]),
);

const describeChoice = (choice: Choice): string =>
    Object.entries(choice)
        .map(([option, value]) => `${option} ${value}`)
        .join(", ");

describe("every pair of options", function () {
    this.timeout(120000);
    const choices = allPairs(options);

    it("is held by the choices that are tried", () => {
        for (const pair of pairsOf(options)) {
            const held = choices.some((choice) =>
                Object.entries(pair).every(([option, value]) => choice[option] === value),
            );
            expect(held, describeChoice(pair)).to.equal(true);
        }
    });

    for (const choice of choices) {
        it(`previews: ${describeChoice(choice)}`, async () => {
            const registrations = await plannedEnvironment("prod", settingsOf(choice));
            const { findings } = await judgedEnvironment(
                "prod",
                registrations,
                choice["guardrails"] === "existing" ? lookedAfterElsewhere : {},
            );
            const unexpected = findings.filter(
                ({ policy, enforcement }) =>
                    enforcement === "mandatory" && againstTheGrain[policy]?.(choice) !== true,
            );
            expect(
                unexpected.map(({ policy, urn, message }) => `${policy} ${urn ?? ""} ${message}`),
            ).to.deep.equal([]);
        });
    }
});
