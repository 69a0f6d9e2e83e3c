import { called, type Mutant, type Operator } from "../operator";
import { refer, unknown, type Inputs, type Plan } from "../plan";

/** What sits in the wrong subnets, or behind the wrong groups. */
export const misplacedResources: Operator = {
    name: "resource misplaced",
    mutants: (plan) => {
        const subnets = (tier: string) =>
            ["a", "b"].map((zone) => refer(plan.one("aws:ec2/subnet:Subnet", `prod-${tier}-${zone}`)));
        const group = (name: string) =>
            refer(plan.one("aws:ec2/securityGroup:SecurityGroup", `prod-${name}`));
        const closed = refer(plan.ofType("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup")[0]!);
        const to = (
            type: string,
            name: string,
            what: string,
            inputs: Inputs,
            ...expected: string[]
        ): Mutant => ({
            change: `${type.split(":")[1]} ${name}: ${what}`,
            plan: plan.with(plan.one(type, name), inputs),
            expected: [...expected, "intent-equals-effect", "path-invariants"],
        });
        const balancer = "aws:lb/loadBalancer:LoadBalancer";
        const fleet = "aws:autoscaling/group:Group";
        const template = "aws:ec2/launchTemplate:LaunchTemplate";
        const database = "aws:rds/instance:Instance";
        const databaseSubnets = "aws:rds/subnetGroup:SubnetGroup";
        const nat = "aws:ec2/natGateway:NatGateway";
        const templateGroups = "networkInterfaces.0.securityGroups";
        return [
            to(balancer, "prod-alb-lb", "in the app tier", { subnets: subnets("app") }),
            to(balancer, "prod-alb-lb", "in the database tier", { subnets: subnets("db") }),
            to(
                balancer,
                "prod-alb-lb",
                "in one zone",
                { subnets: subnets("public").slice(0, 1) },
                "alb-hygiene",
            ),
            to(
                balancer,
                "prod-alb-lb",
                "behind the app's group",
                { securityGroups: [group("app")] },
                "sg-per-tier",
            ),
            to(
                balancer,
                "prod-alb-lb",
                "behind the default group",
                { securityGroups: [closed] },
                "sg-per-tier",
            ),
            to(balancer, "prod-alb-lb", "internal", { internal: true }),
            to(balancer, "prod-alb-lb", "somewhere nobody knows", { subnets: [unknown] }, "plan-decidable"),
            to(
                fleet,
                "prod-app-group",
                "in the public tier",
                { vpcZoneIdentifiers: subnets("public") },
                "instance-public-ip",
            ),
            to(fleet, "prod-app-group", "in the database tier", { vpcZoneIdentifiers: subnets("db") }),
            to(
                fleet,
                "prod-app-group",
                "somewhere nobody knows",
                { vpcZoneIdentifiers: [unknown] },
                "plan-decidable",
            ),
            ...["alb", "db", "endpoints"].map((name) =>
                to(
                    template,
                    "prod-app-template",
                    `behind the group of ${name}`,
                    { [templateGroups]: [group(name)] },
                    "sg-per-tier",
                ),
            ),
            ...["alb", "db", "endpoints"].map((name) =>
                to(
                    template,
                    "prod-app-template",
                    `behind its group and that of ${name}`,
                    { [templateGroups]: [group("app"), group(name)] },
                    "sg-per-tier",
                ),
            ),
            to(
                template,
                "prod-app-template",
                "behind the default group",
                { [templateGroups]: [closed] },
                "sg-per-tier",
            ),
            to(
                database,
                "prod-db-instance",
                "behind the app's group",
                { vpcSecurityGroupIds: [group("app")] },
                "sg-per-tier",
            ),
            to(
                database,
                "prod-db-instance",
                "behind its group and the app's",
                { vpcSecurityGroupIds: [group("db"), group("app")] },
                "sg-per-tier",
            ),
            to(
                database,
                "prod-db-instance",
                "behind the default group",
                { vpcSecurityGroupIds: [closed] },
                "sg-per-tier",
            ),
            to(
                database,
                "prod-db-instance",
                "behind a group nobody knows",
                { vpcSecurityGroupIds: [unknown] },
                "plan-decidable",
                "sg-per-tier",
                "rds-in-vpc",
            ),
            to(
                databaseSubnets,
                "prod-db-subnets",
                "in the app tier",
                { subnetIds: subnets("app") },
                "db-no-internet-route",
            ),
            to(
                databaseSubnets,
                "prod-db-subnets",
                "in the public tier",
                { subnetIds: subnets("public") },
                "db-no-internet-route",
            ),
            to(
                databaseSubnets,
                "prod-db-subnets",
                "in one zone",
                { subnetIds: subnets("db").slice(0, 1) },
                "rds-multi-az",
                "three-tier-subnets",
            ),
            to(
                databaseSubnets,
                "prod-db-subnets",
                "in two tiers",
                { subnetIds: [...subnets("db"), ...subnets("app")] },
                "db-no-internet-route",
            ),
            ...["a", "b"].flatMap((zone) =>
                ["app", "db"].map((tier) =>
                    to(
                        nat,
                        `prod-nat-${zone}`,
                        `in the ${tier} tier`,
                        { subnetId: subnets(tier)[0] },
                        "nat-in-public-subnet",
                    ),
                ),
            ),
            to(nat, "prod-nat-b", "in the first zone", { subnetId: subnets("public")[0] }, "nat-per-az"),
            ...misplacedEndpoints(plan),
            to(
                "aws:ec2/subnet:Subnet",
                "prod-db-b",
                "in the first zone",
                { availabilityZoneId: "use1-az1" },
                "three-tier-subnets",
                "rds-multi-az",
            ),
            to(
                "aws:ec2/subnet:Subnet",
                "prod-app-b",
                "in the first zone",
                { availabilityZoneId: "use1-az1" },
                "three-tier-subnets",
                "nat-per-az",
            ),
            to(
                "aws:ec2/subnet:Subnet",
                "prod-public-b",
                "in the first zone",
                { availabilityZoneId: "use1-az1" },
                "three-tier-subnets",
                "nat-per-az",
            ),
        ];
    },
};

const misplacedEndpoints = (plan: Plan): readonly Mutant[] =>
    plan
        .ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
        .filter(({ inputs }) => inputs.vpcEndpointType === "Interface")
        .flatMap((endpoint) =>
            ["app", "alb", "db"].map((name) => ({
                change: `${called(endpoint)}: behind the group of ${name}`,
                plan: plan.with(endpoint, {
                    securityGroupIds: [
                        refer(plan.one("aws:ec2/securityGroup:SecurityGroup", `prod-${name}`)),
                    ],
                }),
                expected: ["vpc-endpoint-sg", "intent-equals-effect", "vpc-endpoints-required"],
            })),
        );
