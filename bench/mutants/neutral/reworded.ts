import { called, neutral, type Operator } from "../operator";
import { ruleTypes } from "../operators/widened-rules";

/** What people read, in other words. */
export const reworded: Operator = {
    name: "display names and descriptions",
    mutants: (plan) => [
        ...[
            "aws:ec2/vpc:Vpc",
            "aws:ec2/subnet:Subnet",
            "aws:ec2/routeTable:RouteTable",
            "aws:ec2/networkAcl:NetworkAcl",
        ]
            .flatMap((type) => plan.ofType(type))
            .map((one) =>
                neutral(`${called(one)}: tags.note`, plan.with(one, { "tags.note": "See the runbook" })),
            ),
        ...plan
            .ofType(
                "aws:ec2/vpc:Vpc",
                "aws:ec2/internetGateway:InternetGateway",
                "aws:ec2/natGateway:NatGateway",
            )
            .map((one) =>
                neutral(
                    `${called(one)}: tags.Name`,
                    plan.with(one, { "tags.Name": "The network of production" }),
                ),
            ),
        ...plan
            .ofType(...ruleTypes)
            .map((one) =>
                neutral(
                    `${called(one)}: description`,
                    plan.with(one, { description: "Agreed on 2026-09-01 (#42)" }),
                ),
            ),
        ...plan
            .ofType("aws:ec2/securityGroup:SecurityGroup")
            .map((one) =>
                neutral(
                    `${called(one)}: description`,
                    plan.with(one, { description: "Members of the tier" }),
                ),
            ),
        ...plan
            .ofType("aws:kms/key:Key")
            .map((one) =>
                neutral(`${called(one)}: description`, plan.with(one, { description: "Another text" })),
            ),
    ],
};
