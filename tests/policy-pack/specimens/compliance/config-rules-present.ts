import { ref, resource, type Specimens } from "../../support/specimen";

const identifiers = [
    "INCOMING_SSH_DISABLED",
    "VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS",
    "VPC_DEFAULT_SECURITY_GROUP_CLOSED",
    "VPC_FLOW_LOGS_ENABLED",
    "ENCRYPTED_VOLUMES",
    "EC2_IMDSV2_CHECK",
    "RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
];
const managed = (names: readonly string[]) =>
    names.map((sourceIdentifier) =>
        resource("aws:cfg/rule:Rule", sourceIdentifier.toLowerCase(), {
            source: { owner: "AWS", sourceIdentifier },
        }),
    );
const vpc = resource("aws:ec2/vpc:Vpc", "vpc", {});

export const specimens: Specimens = {
    compliant: {
        "all of them": managed(identifiers),
        "by the organization": identifiers.map((ruleIdentifier) =>
            resource("aws:cfg/organizationManagedRule:OrganizationManagedRule", ruleIdentifier, {
                ruleIdentifier,
            }),
        ),
        "a conformance pack": [vpc, resource("aws:cfg/conformancePack:ConformancePack", "pack", {})],
        "another stack sees to it": { config: { provided: "elsewhere" }, resources: [vpc] },
    },
    violating: {
        none: [vpc],
        "all but one": managed(identifiers.slice(1)),
    },
    undecidable: {
        "one that nobody knows yet": [
            ...managed(identifiers.slice(1)),
            resource("aws:cfg/rule:Rule", "open", {
                source: { owner: "AWS", sourceIdentifier: ref("open", "anything") },
            }),
        ],
    },
};
