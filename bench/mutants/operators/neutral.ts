import { called, type Mutant, type Operator } from "../operator";
import { Plan, refer, unknown, type Inputs } from "../plan";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";

const ruleTypes = [
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];
const entryType = "aws:ec2/networkAclRule:NetworkAclRule";

const neutral = (change: string, plan: Plan): Mutant => ({ change, plan, expected: [] });

/** The same registrations in another order, each after what it is computed from or before it. */
export const reordered: Operator = {
    name: "registrations in another order",
    mutants: ({ registrations }) => [
        neutral("backwards", new Plan([...registrations].reverse())),
        neutral(
            "by type",
            new Plan([...registrations].sort((one, other) => one.type.localeCompare(other.type))),
        ),
        neutral(
            "by name",
            new Plan([...registrations].sort((one, other) => one.name.localeCompare(other.name))),
        ),
    ],
};

/** What people read, in other words. */
export const reworded: Operator = {
    name: "display names and descriptions",
    mutants: (plan) => [
        ...[
            "aws:ec2/vpc:Vpc",
            "aws:ec2/subnet:Subnet",
            "aws:ec2/routeTable:RouteTable",
            "aws:ec2/networkAcl:NetworkAcl",
        ]
            .flatMap((type) => plan.ofType(type))
            .map((one) =>
                neutral(`${called(one)}: tags.note`, plan.with(one, { "tags.note": "See the runbook" })),
            ),
        ...plan
            .ofType(
                "aws:ec2/vpc:Vpc",
                "aws:ec2/internetGateway:InternetGateway",
                "aws:ec2/natGateway:NatGateway",
            )
            .map((one) =>
                neutral(
                    `${called(one)}: tags.Name`,
                    plan.with(one, { "tags.Name": "The network of production" }),
                ),
            ),
        ...plan
            .ofType(...ruleTypes)
            .map((one) =>
                neutral(
                    `${called(one)}: description`,
                    plan.with(one, { description: "Agreed on 2026-09-01 (#42)" }),
                ),
            ),
        ...plan
            .ofType("aws:ec2/securityGroup:SecurityGroup")
            .map((one) =>
                neutral(
                    `${called(one)}: description`,
                    plan.with(one, { description: "Members of the tier" }),
                ),
            ),
        ...plan
            .ofType("aws:kms/key:Key")
            .map((one) =>
                neutral(`${called(one)}: description`, plan.with(one, { description: "Another text" })),
            ),
    ],
};

/** The same addresses, ports and protocols, written otherwise. */
export const respelled: Operator = {
    name: "another spelling of the same",
    mutants: (plan) => [
        ...plan
            .ofType(...ruleTypes)
            .flatMap((rule) => [
                neutral(`${called(rule)}: ipProtocol = "6"`, plan.with(rule, { ipProtocol: "6" })),
                neutral(`${called(rule)}: ipProtocol = "TCP"`, plan.with(rule, { ipProtocol: "TCP" })),
            ]),
        ...plan
            .ofType(entryType)
            .filter(({ inputs }) => inputs.protocol === "6")
            .map((entry) =>
                neutral(`${called(entry)}: protocol = "tcp"`, plan.with(entry, { protocol: "tcp" })),
            ),
        ...plan
            .ofType(entryType)
            .filter(({ inputs }) => inputs.protocol === "-1")
            .flatMap((entry) => [
                neutral(`${called(entry)}: protocol = "all"`, plan.with(entry, { protocol: "all" })),
                neutral(`${called(entry)}: ports 0 to 0`, plan.with(entry, { fromPort: 0, toPort: 0 })),
            ]),
        ...plan.ofType("aws:ec2/launchTemplate:LaunchTemplate").flatMap((template) => [
            neutral(
                `${called(template)}: booleans as booleans`,
                plan.with(template, {
                    "networkInterfaces.0.associatePublicIpAddress": false,
                    "blockDeviceMappings.0.ebs.encrypted": true,
                }),
            ),
        ]),
        ...plan
            .ofType("aws:rds/instance:Instance")
            .map((one) =>
                neutral(
                    `${called(one)}: storageEncrypted = "true"`,
                    plan.with(one, { storageEncrypted: "true" }),
                ),
            ),
    ],
};

/** One entry of an ACL split in two that say the same together, and all of them renumbered in order. */
export const splitEntries: Operator = {
    name: "ACL entries split or renumbered",
    mutants: (plan) => {
        const entries = plan.ofType(entryType);
        const split = (entry: RecordedRegistration): Mutant => {
            const { fromPort, toPort, ruleNumber } = entry.inputs as { [key: string]: number };
            const middle = Math.floor((fromPort! + toPort!) / 2);
            return neutral(
                `${called(entry)} split at port ${middle}`,
                plan.with(entry, { toPort: middle }).adding(entryType, `${entry.name}-rest`, {
                    ...(entry.inputs as Inputs),
                    tags: undefined,
                    networkAclId: { refersTo: entry.propertyDependencies.networkAclId![0]! },
                    fromPort: middle + 1,
                    ruleNumber: ruleNumber! + 1,
                }),
            );
        };
        const renumbered = entries.reduce<Plan>(
            (changed, entry) =>
                changed.with(changed.one(entry.type, entry.name), {
                    ruleNumber: Number(entry.inputs.ruleNumber) + 17,
                }),
            plan,
        );
        return [
            ...entries.filter(({ inputs }) => Number(inputs.fromPort) < Number(inputs.toPort)).map(split),
            neutral("every ACL entry 17 numbers higher", renumbered),
        ];
    },
};

/** Defaults of the provider, written down. */
const defaults: readonly (readonly [string, Inputs])[] = [
    ["aws:ec2/vpc:Vpc", { instanceTenancy: "default" }],
    ["aws:ec2/subnet:Subnet", { assignIpv6AddressOnCreation: false, enableDns64: false }],
    ["aws:ec2/natGateway:NatGateway", { connectivityType: undefined }],
    ["aws:ec2/securityGroup:SecurityGroup", { revokeRulesOnDelete: false }],
    ["aws:lb/loadBalancer:LoadBalancer", { enableCrossZoneLoadBalancing: true, preserveHostHeader: false }],
    ["aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: undefined }],
    ["aws:lb/loadBalancer:LoadBalancer", { internal: undefined, desyncMitigationMode: undefined }],
    ["aws:lb/targetGroup:TargetGroup", { slowStart: 0, "healthCheck.enabled": undefined }],
    [
        "aws:rds/instance:Instance",
        { publiclyAccessible: undefined, port: undefined, autoMinorVersionUpgrade: undefined },
    ],
    ["aws:cloudtrail/trail:Trail", { enableLogging: undefined, includeGlobalServiceEvents: undefined }],
    ["aws:cloudtrail/trail:Trail", { eventSelectors: undefined }],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", { actionsEnabled: undefined }],
    ["aws:cloudwatch/eventRule:EventRule", { state: "ENABLED" }],
    ["aws:guardduty/detector:Detector", { enable: undefined }],
    [
        "aws:kms/key:Key",
        { isEnabled: true, bypassPolicyLockoutSafetyCheck: false, deletionWindowInDays: undefined },
    ],
    ["aws:ssm/maintenanceWindow:MaintenanceWindow", { enabled: true }],
    ["aws:ec2/launchTemplate:LaunchTemplate", { "networkInterfaces.0.associatePublicIpAddress": undefined }],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", { ipAddressType: "ipv4" }],
];

export const statedDefaults: Operator = {
    name: "defaults of the provider stated or left out",
    mutants: (plan) =>
        defaults.flatMap(([type, inputs]) =>
            plan.ofType(type).map((one) =>
                neutral(
                    `${called(one)}: ${Object.entries(inputs)
                        .map(([path, value]) => `${path} = ${String(value ?? "default")}`)
                        .join(", ")}`,
                    plan.with(one, inputs),
                ),
            ),
        ),
};

/** Harmless things beside what is there, and ids that are known already. */
export const harmlessAdditions: Operator = {
    name: "harmless resource or reference",
    mutants: (plan) => {
        const vpc = plan.ofType("aws:ec2/vpc:Vpc")[0]!;
        const group = plan.one("aws:ec2/securityGroup:SecurityGroup", "prod-app");
        const added: readonly (readonly [string, string, Inputs])[] = [
            [
                "a log group",
                "aws:cloudwatch/logGroup:LogGroup",
                { retentionInDays: 365, kmsKeyId: refer(plan.one("aws:kms/key:Key", "prod-logs-key")) },
            ],
            ["a parameter", "aws:ssm/parameter:Parameter", { type: "String", value: "on" }],
            [
                "a public name",
                "aws:route53/record:Record",
                {
                    tags: undefined,
                    zoneId: "Z0000000000000",
                    name: "status",
                    type: "CNAME",
                    ttl: 300,
                    records: ["www.example.com"],
                },
            ],
            [
                "a closed group for the quarantine",
                "aws:ec2/securityGroup:SecurityGroup",
                {
                    vpcId: refer(vpc),
                    description: "Nothing in, nothing out",
                    tags: {
                        environment: "prod",
                        owner: "platform",
                        Purpose: "quarantine",
                        Name: "prod-quarantine-2",
                    },
                },
            ],
            [
                "an unknown tag",
                "aws:ssm/parameter:Parameter",
                {
                    type: "String",
                    value: "on",
                    tags: { environment: "prod", owner: "platform", build: unknown },
                },
            ],
        ];
        return [
            ...added.map(([change, type, inputs]) =>
                neutral(`${change} added`, plan.adding(type, "prod-added", inputs)),
            ),
            neutral("every id known", known(plan)),
            neutral(
                `${called(group)}: its rule's peer listed twice as a source`,
                twice(plan, plan.ofType(...ruleTypes)[0]!),
            ),
        ];
    },
};

/** The plan of a second preview: what others name is known by its id. */
function known({ registrations }: Plan): Plan {
    const ids = new Map(
        registrations.map(({ urn, type, name }) => [
            urn,
            `${type.split("/")[1]?.split(":")[0] ?? "id"}-${name}`,
        ]),
    );
    return new Plan(
        registrations.map((one) =>
            one.custom ? { ...one, id: ids.get(one.urn)!, ...knownProperties(one, ids) } : one,
        ),
    );
}

function knownProperties(
    { inputs, outputs, propertyDependencies, type }: RecordedRegistration,
    ids: ReadonlyMap<string, string>,
): Pick<RecordedRegistration, "inputs" | "outputs"> {
    if (!/\/(securityGroup|route|networkAcl|subnet)/i.test(type)) {
        return { inputs, outputs };
    }
    const filled = Object.fromEntries(
        Object.entries(inputs).map(([property, value]): [string, unknown] => {
            const sources = propertyDependencies[property] ?? [];
            return [
                property,
                value === unknown && sources.length === 1 && property !== "prefixListId"
                    ? ids.get(sources[0]!)
                    : value,
            ];
        }),
    );
    return { inputs: filled, outputs: { ...outputs, ...filled } };
}

const twice = (plan: Plan, rule: RecordedRegistration): Plan =>
    plan.replacing(rule, {
        ...rule,
        propertyDependencies: Object.fromEntries(
            Object.entries(rule.propertyDependencies).map(([property, urns]) => [
                property,
                [...urns, ...urns],
            ]),
        ),
    });
