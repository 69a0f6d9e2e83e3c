import { called, type Mutant, type Operator } from "../operator";
import { refer, unknown, type Inputs, type Plan, type Value } from "../plan";

const route = "aws:ec2/route:Route";
const table = "aws:ec2/routeTable:RouteTable";
const association = "aws:ec2/routeTableAssociation:RouteTableAssociation";

const anyIpv4 = "0.0.0.0/0";
const isolated = ["db-no-internet-route", "intent-equals-effect", "path-invariants", "three-tier-subnets"];
const anonymous = [
    "private-route-via-nat",
    "intent-equals-effect",
    "three-tier-subnets",
    "instance-public-ip",
];

/** Each default route by another target, and targets swapped between zones. */
export const retargetedRoutes: Operator = {
    name: "route to another target",
    mutants: (plan) => {
        const gateway = refer(plan.ofType("aws:ec2/internetGateway:InternetGateway")[0]!);
        const nats = plan.ofType("aws:ec2/natGateway:NatGateway");
        return ["prod-app-a-internet", "prod-app-b-internet"].flatMap((name) => {
            const one = plan.one(route, name);
            const own = one.propertyDependencies.natGatewayId ?? [];
            const other = nats.find(({ urn }) => !own.includes(urn))!;
            const to = (change: string, inputs: Inputs, expected: readonly string[]): Mutant => ({
                change: `${called(one)}: ${change}`,
                plan: plan.with(one, inputs),
                expected,
            });
            return [
                to("by the internet gateway", { natGatewayId: undefined, gatewayId: gateway }, anonymous),
                to("by the other zone's NAT gateway", { natGatewayId: refer(other) }, ["nat-per-az"]),
                to(
                    "by a network interface",
                    { natGatewayId: undefined, networkInterfaceId: "eni-0123456789abcdef0" },
                    anonymous,
                ),
                to("nowhere known", { natGatewayId: unknown }, ["plan-decidable", ...anonymous]),
                to("for half of the internet only", { destinationCidrBlock: "0.0.0.0/1" }, [
                    "private-route-via-nat",
                    "intent-equals-effect",
                    "nat-per-az",
                ]),
            ];
        });
    },
};

/** Ways into and out of tables that should have none, in one route or in several. */
export const addedRoutes: Operator = {
    name: "route added",
    mutants: (plan) => {
        const gateway = refer(plan.ofType("aws:ec2/internetGateway:InternetGateway")[0]!);
        const nat = refer(plan.ofType("aws:ec2/natGateway:NatGateway")[0]!);
        const ways: readonly (readonly [string, readonly Inputs[], readonly string[]])[] = [
            [
                "IPv4 by the internet gateway",
                [{ destinationCidrBlock: anyIpv4, gatewayId: gateway }],
                isolated,
            ],
            [
                "both halves of IPv4 by the internet gateway",
                ["0.0.0.0/1", "128.0.0.0/1"].map((destinationCidrBlock) => ({
                    destinationCidrBlock,
                    gatewayId: gateway,
                })),
                isolated,
            ],
            [
                "IPv6 by the internet gateway",
                [{ destinationIpv6CidrBlock: "::/0", gatewayId: gateway }],
                isolated,
            ],
            ["IPv4 by a NAT gateway", [{ destinationCidrBlock: anyIpv4, natGatewayId: nat }], isolated],
            [
                "a transit gateway",
                [{ destinationCidrBlock: anyIpv4, transitGatewayId: "tgw-0123456789abcdef0" }],
                isolated,
            ],
            [
                "what nobody knows",
                [{ destinationCidrBlock: unknown, gatewayId: gateway }],
                ["plan-decidable", ...isolated],
            ],
        ];
        const isolatedTable = plan.one(table, "prod-db");
        return [
            ...ways.map(([change, routes, expected]) => ({
                change: `${called(isolatedTable)}: ${change}`,
                plan: routes.reduce<Plan>(
                    (changed, inputs, i) =>
                        changed.adding(route, `added-${i}`, {
                            tags: undefined,
                            routeTableId: refer(isolatedTable),
                            ...inputs,
                        }),
                    plan,
                ),
                expected,
            })),
            ...["prod-app-a", "prod-app-b"].flatMap((name) => {
                const one = plan.one(table, name);
                return ways
                    .filter(([change]) => change.includes("IPv6") || change.includes("halves"))
                    .map(([change, routes]) => ({
                        change: `${called(one)}: ${change}`,
                        plan: routes.reduce<Plan>(
                            (changed, inputs, i) =>
                                changed.adding(route, `added-${i}`, {
                                    tags: undefined,
                                    routeTableId: refer(one),
                                    ...inputs,
                                }),
                            plan,
                        ),
                        expected: anonymous,
                    }));
            }),
        ];
    },
};

/** Each subnet under another table. */
export const reassociatedSubnets: Operator = {
    name: "subnet under another route table",
    mutants: (plan) =>
        plan.ofType(association).flatMap((one) =>
            plan
                .ofType(table)
                .filter(({ urn }) => !one.propertyDependencies.routeTableId!.includes(urn))
                .map((other) => ({
                    change: `${called(one)}: routeTableId = ${other.name}`,
                    plan: plan.with(one, { routeTableId: refer(other) }),
                    expected: ["intent-equals-effect", "three-tier-subnets", "nat-per-az", ...isolated],
                })),
        ),
};

/** Subnets without a table of their own, under a main table that leads to the internet. */
export const implicitMainTable: Operator = {
    name: "implicit main route table",
    mutants: (plan) => {
        const gateway = refer(plan.ofType("aws:ec2/internetGateway:InternetGateway")[0]!);
        const main = plan.ofType("aws:ec2/defaultRouteTable:DefaultRouteTable")[0]!;
        const open = (routes: Value): Plan => plan.with(main, { routes });
        const tables: readonly (readonly [string, Plan])[] = [
            ["IPv4 by the main table", open([{ cidrBlock: anyIpv4, gatewayId: gateway }])],
            ["IPv6 by the main table", open([{ ipv6CidrBlock: "::/0", gatewayId: gateway }])],
            [
                "both halves by the main table",
                open(["0.0.0.0/1", "128.0.0.0/1"].map((cidrBlock) => ({ cidrBlock, gatewayId: gateway }))),
            ],
        ];
        return tables.flatMap(([change, opened]) =>
            plan
                .ofType(association)
                .filter(({ name }) => !name.includes("public"))
                .map((one) => ({
                    change: `${called(one)} dropped, and ${change}`,
                    plan: opened.without(one),
                    expected: [...isolated, ...anonymous],
                })),
        );
    },
};
