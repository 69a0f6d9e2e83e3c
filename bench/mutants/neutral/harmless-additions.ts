import { called, neutral, type Operator } from "../operator";
import { commonTags, Plan, refer, unknown, type Inputs } from "../plan";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";
import { ruleTypes } from "../operators/widened-rules";

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
                    tags: { ...commonTags, Purpose: "quarantine", Name: "prod-quarantine-2" },
                },
            ],
            [
                "an unknown tag",
                "aws:ssm/parameter:Parameter",
                {
                    type: "String",
                    value: "on",
                    tags: { ...commonTags, build: unknown },
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
