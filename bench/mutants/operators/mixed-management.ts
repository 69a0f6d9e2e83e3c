import { called, type Operator } from "../operator";
import { refer } from "../plan";

const groupType = "aws:ec2/securityGroup:SecurityGroup";

/** Rules inside a group's own resource beside rules of their own: each update undoes the other's. */
export const mixedManagement: Operator = {
    name: "inline rules beside standalone ones",
    mutants: (plan) => [
        ...plan
            .ofType(groupType)
            .filter(({ name }) => !name.includes("quarantine"))
            .flatMap((group) =>
                [
                    {
                        ingress: [
                            {
                                protocol: "tcp",
                                fromPort: 8080,
                                toPort: 8080,
                                cidrBlocks: ["10.0.3.0/24"],
                                description: "by hand",
                            },
                        ],
                    },
                    {
                        egress: [
                            {
                                protocol: "tcp",
                                fromPort: 443,
                                toPort: 443,
                                cidrBlocks: ["10.0.3.0/24"],
                                description: "by hand",
                            },
                        ],
                    },
                    { ingress: [] },
                ].map((inputs) => ({
                    change: `${called(group)}: ${JSON.stringify(inputs).slice(0, 60)} inline`,
                    plan: plan.with(group, inputs),
                    expected: ["sg-rule-management-conflict"],
                })),
            ),
        ...plan.ofType(groupType).flatMap((group) =>
            [
                { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], description: "inline" },
                {
                    protocol: "tcp",
                    fromPort: 22,
                    toPort: 22,
                    ipv6CidrBlocks: ["::/0"],
                    description: "inline",
                },
            ].map((rule) => ({
                change: `${called(group)}: inline ${rule.protocol} from everybody`,
                plan: plan.with(group, { ingress: [rule] }),
                expected: ["sg-all-ports-public", "sg-admin-ports-public"],
            })),
        ),
        ...plan.ofType("aws:ec2/networkAcl:NetworkAcl").map((acl) => ({
            change: `${called(acl)}: an inline entry that lets in everything`,
            plan: plan.with(acl, {
                ingress: [
                    {
                        ruleNo: 1,
                        action: "allow",
                        protocol: "-1",
                        fromPort: 0,
                        toPort: 0,
                        cidrBlock: "0.0.0.0/0",
                    },
                ],
            }),
            expected: ["nacl-all-ports", "nacl-admin-ports"],
        })),
        ...["prod-db", "prod-app-a", "prod-app-b"].map((name) => {
            const table = plan.one("aws:ec2/routeTable:RouteTable", name);
            return {
                change: `${called(table)}: an inline route by the internet gateway`,
                plan: plan.with(table, {
                    routes: [
                        {
                            cidrBlock: "0.0.0.0/0",
                            gatewayId: refer(plan.ofType("aws:ec2/internetGateway:InternetGateway")[0]!),
                        },
                    ],
                }),
                expected: [
                    "intent-equals-effect",
                    "db-no-internet-route",
                    "private-route-via-nat",
                    "three-tier-subnets",
                    "plan-decidable",
                ],
            };
        }),
    ],
};
