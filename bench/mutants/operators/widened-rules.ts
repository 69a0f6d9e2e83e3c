import { called, type Operator } from "../operator";
import { refer, unknown, type Inputs } from "../plan";

export const ruleTypes = [
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];

const byAddress = { referencedSecurityGroupId: undefined, prefixListId: undefined };

const widenings: readonly {
    readonly change: string;
    readonly inputs: Inputs;
    readonly expected: readonly string[];
}[] = [
    {
        change: "any port",
        inputs: { fromPort: 0, toPort: 65535 },
        expected: ["intent-equals-effect", "sg-rules-declared", "sg-all-ports-public", "ssm-over-ssh"],
    },
    {
        change: "any protocol",
        inputs: { ipProtocol: "-1", fromPort: undefined, toPort: undefined },
        expected: ["intent-equals-effect", "sg-rules-declared", "sg-all-ports-public", "ssm-over-ssh"],
    },
    {
        change: "the ports below, too",
        inputs: { fromPort: 22 },
        expected: ["intent-equals-effect", "sg-rules-declared", "sg-admin-ports-public", "ssm-over-ssh"],
    },
    {
        change: "the whole VPC",
        inputs: { ...byAddress, cidrIpv4: "10.0.0.0/16" },
        expected: ["intent-equals-effect", "sg-rules-declared", "sg-tier-references"],
    },
    {
        change: "everybody",
        inputs: { ...byAddress, cidrIpv4: "0.0.0.0/0" },
        expected: [
            "intent-equals-effect",
            "sg-rules-declared",
            "sg-tier-references",
            "sg-authorized-public-ports",
            "vpc-endpoint-sg",
        ],
    },
    {
        change: "a peer nobody knows",
        inputs: { ...byAddress, cidrIpv4: unknown },
        expected: [
            "intent-equals-effect",
            "sg-rules-declared",
            "sg-tier-references",
            "sg-authorized-public-ports",
            "vpc-endpoint-sg",
        ],
    },
    {
        change: "ports nobody knows",
        inputs: { fromPort: unknown, toPort: unknown },
        expected: ["intent-equals-effect", "sg-rules-declared", "sg-admin-ports-public", "ssm-over-ssh"],
    },
    { change: "a group nobody knows", inputs: { securityGroupId: unknown }, expected: ["plan-decidable"] },
];

/** Each rule of a security group, letting more through than its flow says. */
export const widenedRules: Operator = {
    name: "security group rule widened",
    isLayered: true,
    mutants: (plan) =>
        plan.ofType(...ruleTypes).flatMap((rule) =>
            widenings
                .filter(({ change }) => !(change === "everybody" && rule.inputs.cidrIpv4 === "0.0.0.0/0"))
                .map(({ change, inputs, expected }) => ({
                    change: `${called(rule)}: ${change}`,
                    plan: plan.with(rule, inputs),
                    expected,
                })),
        ),
};

/** Each rule of a security group, on another group or with another peer. */
export const swappedRules: Operator = {
    name: "security group rule on another group",
    isLayered: true,
    mutants: (plan) =>
        plan.ofType(...ruleTypes).flatMap((rule) =>
            ["securityGroupId", "referencedSecurityGroupId"]
                .filter((property) => (rule.propertyDependencies[property] ?? []).length > 0)
                .flatMap((property) =>
                    plan
                        .ofType("aws:ec2/securityGroup:SecurityGroup")
                        .filter(({ urn }) => !rule.propertyDependencies[property]!.includes(urn))
                        .map((group) => ({
                            change: `${called(rule)}: ${property} = ${group.name}`,
                            plan: plan.with(rule, { [property]: refer(group) }),
                            expected: ["intent-equals-effect", "sg-rules-declared", "sg-unused"],
                        })),
                ),
        ),
};
