import { called, type Operator } from "../operator";
import { refer, type Plan } from "../plan";
import { ruleTypes } from "./widened-rules";
import type { RecordedRegistration } from "../../../cli/offline/recorded-registration";

const groupType = "aws:ec2/securityGroup:SecurityGroup";

const byHand = {
    protocol: "tcp",
    fromPort: 8080,
    toPort: 8080,
    cidrBlocks: ["10.0.3.0/24"],
    description: "by hand",
};

const hasRulesOfTheirOwn = (
    plan: Plan,
    { urn }: RecordedRegistration,
    direction: "ingress" | "egress",
): boolean =>
    plan
        .ofType(...ruleTypes)
        .some(
            ({ type, propertyDependencies }) =>
                type.toLowerCase().includes(direction) && propertyDependencies.securityGroupId?.includes(urn),
        );

/** Rules inside a group's own resource beside rules of their own: each update undoes the other's. */
export const mixedManagement: Operator = {
    name: "inline rules beside standalone ones",
    mutants: (plan) => [
        ...plan.ofType(groupType).flatMap((group) =>
            (["ingress", "egress"] as const)
                .filter((direction) => hasRulesOfTheirOwn(plan, group, direction))
                .flatMap((direction) =>
                    [[byHand], []].map((rules) => ({
                        change: `${called(group)}: ${rules.length} inline ${direction} rules`,
                        plan: plan.with(group, { [direction]: rules }),
                        expected: ["sg-rule-management-conflict"],
                    })),
                ),
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
