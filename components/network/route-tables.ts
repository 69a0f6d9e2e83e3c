import * as ec2 from "@pulumi/aws/ec2";
import type { NetworkPlan } from "../planning/network-plan";
import {
    routeTables,
    type RoutePlan,
    type RouteTablePlan,
    type RouteTargetPlan,
} from "../planning/route-plan";
import { named, type PartContext } from "./named";
import type { NetworkSubnet } from "./network-parts";

/** A route table with what attaches its subnets to it. */
export interface AssociatedTable {
    readonly plan: RouteTablePlan;
    readonly table: ec2.RouteTable;
    readonly associations: readonly ec2.RouteTableAssociation[];
}

/** The target of a route, as a route takes it: exactly one of these. */
export type RouteTargetArgs = Pick<
    ec2.RouteArgs,
    "gatewayId" | "egressOnlyGatewayId" | "natGatewayId" | "networkInterfaceId"
>;

/** Makes the plan's route tables, without routes yet, and attaches its subnets to them. */
export const createRouteTables = (
    context: PartContext,
    vpc: ec2.Vpc,
    plan: NetworkPlan,
    subnets: readonly NetworkSubnet[],
): AssociatedTable[] =>
    routeTables(plan).map((tablePlan) => {
        const name = `${context.name}-${tablePlan.key}`;
        const options = { parent: context.parent };
        const table = new ec2.RouteTable(name, { vpcId: vpc.id, tags: named(context, name) }, options);
        const associations = subnets
            .filter((subnet) => subnet.tier === tablePlan.tier && tablePlan.zones.includes(subnet.zone))
            .map(
                (subnet) =>
                    new ec2.RouteTableAssociation(
                        `${context.name}-${subnet.tier}-${subnet.zone}`,
                        { routeTableId: table.id, subnetId: subnet.id },
                        options,
                    ),
            );
        return { plan: tablePlan, table, associations };
    });

/**
 * Makes the routes of a table. A route is named by where it leads and not by what takes it there, so
 * that going over to another NAT changes its target in place.
 */
export const createRoutes = (
    context: PartContext,
    { plan, table }: AssociatedTable,
    targetOf: (target: RouteTargetPlan) => RouteTargetArgs,
): ec2.Route[] =>
    plan.routes.map(
        (route) =>
            new ec2.Route(
                `${context.name}-${plan.key}-${destinationNames[route.destination]}`,
                { routeTableId: table.id, ...destinationOf(route), ...targetOf(route.target) },
                { parent: context.parent },
            ),
    );

const destinationNames = { "0.0.0.0/0": "internet", "::/0": "internet-ipv6" } as const;

const destinationOf = ({
    destination,
}: RoutePlan): Pick<ec2.RouteArgs, "destinationCidrBlock" | "destinationIpv6CidrBlock"> =>
    destination === "::/0"
        ? { destinationIpv6CidrBlock: destination }
        : { destinationCidrBlock: destination };
