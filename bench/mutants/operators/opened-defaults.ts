import { called, type Operator } from "../operator";
import { refer, type Inputs, type Value } from "../plan";

const open: readonly (readonly [string, Inputs])[] = [
    ["lets in its members", { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] }],
    [
        "lets in everybody",
        { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] },
    ],
    [
        "lets everything out",
        { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] },
    ],
    [
        "lets everything out in IPv6",
        { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] }] },
    ],
];

const everything: Value = [
    { ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" },
];

/** What AWS makes by default, opened again, with or without somebody behind it. */
export const openedDefaults: Operator = {
    name: "default resource opened",
    mutants: (plan) => {
        const group = plan.ofType("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")[0]!;
        const acl = plan.ofType("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl")[0]!;
        return [
            ...open.map(([change, inputs]) => ({
                change: `${called(group)} ${change}`,
                plan: plan.with(group, inputs),
                expected: ["default-sg-closed"],
            })),
            ...["Ingress", "Egress"].map((direction) => ({
                change: `${called(group)} has a standalone ${direction.toLowerCase()} rule`,
                plan: plan.adding(
                    `aws:vpc/securityGroup${direction}Rule:SecurityGroup${direction}Rule`,
                    "added",
                    {
                        securityGroupId: refer(group),
                        ipProtocol: "tcp",
                        fromPort: 443,
                        toPort: 443,
                        cidrIpv4: "10.0.0.0/16",
                        description: "added",
                    },
                ),
                expected: ["default-sg-closed"],
            })),
            ...plan.ofType("aws:ec2/networkAclAssociation:NetworkAclAssociation").map((association) => ({
                change: `${called(association)} dropped, and the default ACL lets everything through`,
                plan: plan.without(association).with(acl, { ingress: everything, egress: everything }),
                expected: ["nacl-all-ports", "nacl-admin-ports", "intent-equals-effect"],
            })),
        ];
    },
};
