import { called, type Mutant, type Operator } from "../operator";
import { refer, unknown, type Inputs } from "../plan";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";

export const entryType = "aws:ec2/networkAclRule:NetworkAclRule";
const aclType = "aws:ec2/networkAcl:NetworkAcl";
const effect = ["intent-equals-effect", "nacl-entries-declared", "nacl-ephemeral", "path-invariants"];

const isAllow = ({ inputs }: RecordedRegistration): boolean => inputs.ruleAction === "allow";
const isEphemeral = ({ inputs }: RecordedRegistration): boolean =>
    Number(inputs.fromPort) >= 1024 && inputs.fromPort !== inputs.toPort;
const isIcmp = ({ inputs }: RecordedRegistration): boolean => inputs.protocol === "1";

/** Each entry of an ACL that lets something through, gone or turned: a service or its replies fail. */
export const missingEntries: Operator = {
    name: "ACL entry missing or turned",
    isLayered: true,
    mutants: (plan) =>
        plan
            .ofType(entryType)
            .filter((entry) => isAllow(entry) && !isIcmp(entry))
            .flatMap((entry): readonly Mutant[] => [
                {
                    change: `${called(entry)} dropped${isEphemeral(entry) ? " (replies)" : ""}`,
                    plan: plan.without(entry),
                    expected: effect,
                },
                {
                    change: `${called(entry)} denies`,
                    plan: plan.with(entry, { ruleAction: "deny" }),
                    expected: [...effect, "nacl-shadowed"],
                },
                {
                    change: `${called(entry)} in the other direction`,
                    plan: plan.with(entry, { egress: entry.inputs.egress !== true }),
                    expected: effect,
                },
            ]),
};

/** Each entry letting in or out more than it did. */
export const widenedEntries: Operator = {
    name: "ACL entry widened",
    isLayered: true,
    mutants: (plan) =>
        plan.ofType(entryType).flatMap((entry) =>
            (
                [
                    [
                        "every protocol and address",
                        {
                            protocol: "-1",
                            fromPort: undefined,
                            toPort: undefined,
                            cidrBlock: "0.0.0.0/0",
                            ruleAction: "allow",
                        },
                    ],
                    [
                        "every TCP port and address",
                        {
                            protocol: "tcp",
                            fromPort: 0,
                            toPort: 65535,
                            cidrBlock: "0.0.0.0/0",
                            ruleAction: "allow",
                        },
                    ],
                ] as readonly (readonly [string, Inputs])[]
            ).map(([change, inputs]) => ({
                change: `${called(entry)}: ${change}`,
                plan: plan.with(entry, { ...inputs, icmpType: undefined, icmpCode: undefined }),
                expected: ["nacl-all-ports", "nacl-admin-ports", "nacl-shadowed", ...effect],
            })),
        ),
};

/** More entries, before or beside those that decide. */
const additions: readonly (readonly [string, Inputs, readonly string[]])[] = [
    ["lets in SSH from everybody", { fromPort: 22, toPort: 22 }, ["nacl-admin-ports"]],
    [
        "lets in SSH from everybody, by a range",
        { fromPort: 20, toPort: 1023 },
        ["nacl-admin-ports", "nacl-ftp"],
    ],
    [
        "lets in RDP from everybody in IPv6",
        { fromPort: 3389, toPort: 3389, cidrBlock: undefined, ipv6CidrBlock: "::/0" },
        ["nacl-admin-ports"],
    ],
    ["lets in FTP from everybody", { fromPort: 20, toPort: 21 }, ["nacl-ftp"]],
    [
        "lets in everything from everybody",
        { protocol: "-1", fromPort: 0, toPort: 0 },
        ["nacl-all-ports", "nacl-admin-ports"],
    ],
    [
        "lets in everything by its name",
        { protocol: "all", fromPort: 0, toPort: 0 },
        ["nacl-all-ports", "nacl-admin-ports"],
    ],
    [
        "lets in everything from everybody in IPv6",
        { protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: undefined, ipv6CidrBlock: "::/0" },
        ["nacl-all-ports", "nacl-admin-ports"],
    ],
    ["denies everything first", { protocol: "-1", ruleAction: "deny" }, ["nacl-shadowed", ...effect]],
    [
        "denies all that is let out",
        { protocol: "-1", ruleAction: "deny", egress: true },
        ["nacl-shadowed", ...effect],
    ],
    ["is of an ACL nobody knows", { networkAclId: unknown, fromPort: 22, toPort: 22 }, ["plan-decidable"]],
    [
        "has an action nobody knows",
        { ruleAction: unknown, fromPort: 22, toPort: 22 },
        ["plan-decidable", "nacl-admin-ports", ...effect],
    ],
];

export const addedEntries: Operator = {
    name: "ACL entry added before all others",
    isLayered: true,
    mutants: (plan) =>
        plan.ofType(aclType).flatMap((acl) =>
            additions.map(([change, inputs, expected]) => ({
                change: `${called(acl)} ${change}`,
                plan: plan.adding(entryType, `${acl.name}-added`, {
                    tags: undefined,
                    networkAclId: refer(acl),
                    ruleNumber: 1,
                    egress: false,
                    protocol: "tcp",
                    ruleAction: "allow",
                    cidrBlock: "0.0.0.0/0",
                    ...inputs,
                }),
                expected,
            })),
        ),
};

/** Denials that come too late, and numbers used twice. */
export const reorderedEntries: Operator = {
    name: "ACL entries in another order",
    isLayered: true,
    mutants: (plan) => {
        const entries = plan.ofType(entryType);
        const denials = entries.filter((entry) => !isAllow(entry));
        return [
            ...denials.map((entry) => ({
                change: `${called(entry)} comes last`,
                plan: plan.with(entry, { ruleNumber: 32000 }),
                expected: ["nacl-shadowed", "nacl-admin-ports", ...effect],
            })),
            ...denials.map((entry) => ({
                change: `${called(entry)} dropped`,
                plan: plan.without(entry),
                expected: ["nacl-admin-ports", "nacl-shadowed", ...effect],
            })),
            ...plan.ofType(aclType).flatMap((acl) => {
                const [one, other] = entries.filter(
                    (entry) =>
                        entry.propertyDependencies.networkAclId!.includes(acl.urn) &&
                        entry.inputs.egress === false,
                );
                return [
                    {
                        change: `${called(other!)} has the number of ${one!.name}`,
                        plan: plan.with(other!, { ruleNumber: one!.inputs.ruleNumber as number }),
                        expected: ["nacl-shadowed"],
                    },
                ];
            }),
        ];
    },
};

/** Each subnet behind another tier's ACL. */
export const reassociatedAcls: Operator = {
    name: "subnet behind another ACL",
    isLayered: true,
    mutants: (plan) =>
        plan.ofType("aws:ec2/networkAclAssociation:NetworkAclAssociation").flatMap((association) =>
            plan
                .ofType(aclType)
                .filter(({ urn }) => !association.propertyDependencies.networkAclId!.includes(urn))
                .map((acl) => ({
                    change: `${called(association)}: networkAclId = ${acl.name}`,
                    plan: plan.with(association, { networkAclId: refer(acl) }),
                    expected: effect,
                })),
        ),
};
