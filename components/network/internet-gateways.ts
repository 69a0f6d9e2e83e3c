import * as ec2 from "@pulumi/aws/ec2";
import type { NetworkPlan } from "../planning/network-plan";
import { needsInternetGateway, routeTables } from "../planning/route-plan";
import { named, type PartContext } from "./named";

/** The ways out of a VPC that do not translate addresses. Both are free. */
export interface InternetGateways {
    /** Absent where no tier is public. */
    readonly internet?: ec2.InternetGateway;
    /** Lets IPv6 connections of private tiers out and none in; absent where no route leads to it. */
    readonly egressOnly?: ec2.EgressOnlyInternetGateway;
}

export function createInternetGateways(
    context: PartContext,
    vpc: ec2.Vpc,
    plan: NetworkPlan,
): InternetGateways {
    const args = { vpcId: vpc.id, tags: named(context, context.name) };
    const options = { parent: context.parent };
    const needsEgressOnly = routeTables(plan).some((table) =>
        table.routes.some((route) => route.target.kind === "egressOnlyInternetGateway"),
    );
    return {
        ...(needsInternetGateway(plan) && {
            internet: new ec2.InternetGateway(context.name, args, options),
        }),
        ...(needsEgressOnly && {
            egressOnly: new ec2.EgressOnlyInternetGateway(context.name, args, options),
        }),
    };
}
