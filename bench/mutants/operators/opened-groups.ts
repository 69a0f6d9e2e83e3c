import { called, type Mutant, type Operator } from "../operator";
import { refer, type Inputs, type Plan } from "../plan";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";

const groupType = "aws:ec2/securityGroup:SecurityGroup";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const legacyType = "aws:ec2/securityGroupRule:SecurityGroupRule";

interface Opening {
    readonly change: string;
    /** One rule resource for each. */
    readonly rules: readonly Inputs[];
    readonly type?: string;
    readonly expected: readonly string[];
}

const everybody = { cidrIpv4: "0.0.0.0/0" };
const tcp = (from: number, to = from): Inputs => ({ ipProtocol: "tcp", fromPort: from, toPort: to });

const openings: readonly Opening[] = [
    {
        change: "SSH from everybody",
        rules: [{ ...tcp(22), ...everybody }],
        expected: ["sg-admin-ports-public"],
    },
    {
        change: "sshd's other port from everybody",
        rules: [{ ...tcp(2222), ...everybody }],
        expected: ["sg-admin-ports-public"],
    },
    {
        change: "RDP from everybody in IPv6",
        rules: [{ ...tcp(3389), cidrIpv6: "::/0" }],
        expected: ["sg-admin-ports-public"],
    },
    {
        change: "IPv6's everybody spelled out",
        rules: [{ ...tcp(22), cidrIpv6: "0:0:0:0:0:0:0:0/0" }],
        expected: ["sg-admin-ports-public"],
    },
    {
        change: "a range around SSH",
        rules: [{ ...tcp(0, 1023), ...everybody }],
        expected: ["sg-admin-ports-public"],
    },
    {
        change: "SSH by protocol number",
        rules: [{ ipProtocol: "6", fromPort: 22, toPort: 22, ...everybody }],
        expected: ["sg-admin-ports-public"],
    },
    {
        change: "SSH from both halves of the internet",
        rules: ["0.0.0.0/1", "128.0.0.0/1"].map((cidrIpv4) => ({ ...tcp(22), cidrIpv4 })),
        expected: ["sg-admin-ports-public", "sg-wide-public-cidr"],
    },
    {
        change: "SSH from both halves of IPv6",
        rules: ["::/1", "8000::/1"].map((cidrIpv6) => ({ ...tcp(22), cidrIpv6 })),
        expected: ["sg-admin-ports-public", "sg-wide-public-cidr"],
    },
    {
        change: "SSH from half of the internet",
        rules: [{ ...tcp(22), cidrIpv4: "128.0.0.0/1" }],
        expected: ["sg-wide-public-cidr", "sg-admin-ports-public"],
    },
    {
        change: "a provider's whole block",
        rules: [{ ...tcp(8443), cidrIpv4: "52.0.0.0/11" }],
        expected: ["sg-wide-public-cidr"],
    },
    {
        change: "MySQL from everybody",
        rules: [{ ...tcp(3306), ...everybody }],
        expected: ["sg-high-risk-ports"],
    },
    {
        change: "an unusual port from everybody",
        rules: [{ ...tcp(8443), ...everybody }],
        expected: ["sg-authorized-public-ports"],
    },
    {
        change: "UDP from everybody",
        rules: [{ ipProtocol: "udp", fromPort: 443, toPort: 443, ...everybody }],
        expected: ["sg-authorized-public-ports"],
    },
    {
        change: "all protocols from everybody",
        rules: [{ ipProtocol: "-1", ...everybody }],
        expected: ["sg-all-ports-public"],
    },
    {
        change: "all protocols from everybody in IPv6",
        rules: [{ ipProtocol: "-1", cidrIpv6: "::/0" }],
        expected: ["sg-all-ports-public"],
    },
    {
        change: "all ports from everybody",
        rules: [{ ...tcp(0, 65535), ...everybody }],
        expected: ["sg-all-ports-public"],
    },
    {
        change: "SSH from the whole VPC",
        rules: [{ ...tcp(22), cidrIpv4: "10.0.0.0/16" }],
        expected: ["intent-equals-effect", "sg-tier-references", "ssm-over-ssh"],
    },
    {
        change: "SSH from everybody by the old rule type",
        rules: [{ type: "ingress", protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
        type: legacyType,
        expected: ["sg-admin-ports-public"],
    },
    {
        change: "everything from everybody by the old rule type",
        rules: [{ type: "ingress", protocol: "all", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] }],
        type: legacyType,
        expected: ["sg-all-ports-public"],
    },
    {
        change: "all protocols to everybody",
        rules: [{ ipProtocol: "-1", ...everybody }],
        type: egressType,
        expected: ["sg-unrestricted-egress"],
    },
    {
        change: "all protocols to everybody in IPv6",
        rules: [{ ipProtocol: "-1", cidrIpv6: "::/0" }],
        type: egressType,
        expected: ["sg-unrestricted-egress"],
    },
    {
        change: "all TCP ports to everybody",
        rules: [{ ...tcp(0, 65535), ...everybody }],
        type: egressType,
        expected: ["sg-unrestricted-egress"],
    },
    {
        change: "all protocols to both halves of the internet",
        rules: ["0.0.0.0/1", "128.0.0.0/1"].map((cidrIpv4) => ({ ipProtocol: "-1", cidrIpv4 })),
        type: egressType,
        expected: ["sg-unrestricted-egress"],
    },
    {
        change: "SMTP to everybody",
        rules: [{ ...tcp(25), ...everybody }],
        type: egressType,
        expected: ["intent-equals-effect", "sg-rules-declared", "sg-unrestricted-egress", "sg-unused"],
    },
];

/** Each security group with one more way in, or out. */
export const openedGroups: Operator = {
    name: "security group opened",
    isLayered: true,
    mutants: (plan) =>
        plan
            .ofType(groupType)
            .flatMap((group) => [
                ...openings.map((opening) => opened(plan, group, opening)),
                throughPrefixList(plan, group),
            ]),
};

function opened(plan: Plan, group: RecordedRegistration, opening: Opening): Mutant {
    const { change, rules, type = ingressType, expected } = opening;
    return {
        change: `${called(group)}: ${change}`,
        plan: rules.reduce<Plan>(
            (changed, rule, i) =>
                changed.adding(type, `${group.name}-added-${i}`, {
                    securityGroupId: refer(group),
                    description: "added for a while",
                    ...rule,
                }),
            plan,
        ),
        expected,
    };
}

const throughPrefixList = (plan: Plan, group: RecordedRegistration): Mutant => {
    const listType = "aws:ec2/managedPrefixList:ManagedPrefixList";
    const withList = plan.adding(listType, "offices", {
        name: "offices",
        addressFamily: "IPv4",
        maxEntries: 2,
        entries: [{ cidr: "0.0.0.0/1" }, { cidr: "128.0.0.0/1" }],
    });
    return {
        change: `${called(group)}: SSH from a prefix list that holds the internet`,
        plan: withList.adding(ingressType, `${group.name}-added`, {
            securityGroupId: refer(group),
            description: "offices",
            ...tcp(22),
            prefixListId: refer(withList.one(listType, "offices")),
        }),
        expected: ["sg-admin-ports-public", "sg-wide-public-cidr"],
    };
};
