import type * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { NetworkPlan } from "../planning/network-plan";
import type { RouteTargetPlan } from "../planning/route-plan";
import type { GatewayEndpoint } from "./gateway-endpoints";
import { createInternetGateways, type InternetGateways } from "./internet-gateways";
import type { PartContext } from "./named";
import { createNatGateways, type Nat } from "./nat-gateways";
import { createNatInstances, type InstanceNat } from "./nat-instances";
import type { NetworkArgs } from "./network-args";
import type { NetworkSubnet } from "./network-parts";
import { createRoutes, createRouteTables, type AssociatedTable, type RouteTargetArgs } from "./route-tables";

/** A route table that leads somewhere. */
export interface RoutedTable extends AssociatedTable {
    readonly routes: readonly ec2.Route[];
}

export interface Routing {
    readonly tables: readonly RoutedTable[];
    readonly nat: Nat | InstanceNat;
}

type NatChoices = Pick<
    NetworkArgs,
    "region" | "natAllocationIds" | "natInstanceType" | "natInstanceKmsKeyArn"
>;

/** Makes the route tables, the gateways that they lead to and the routes, in the order they need each other. */
export function createRouting(
    context: PartContext,
    vpc: ec2.Vpc,
    plan: NetworkPlan,
    subnets: readonly NetworkSubnet[],
    args: NatChoices,
): Routing {
    const tables = createRouteTables(context, vpc, plan, subnets);
    const gateways = createInternetGateways(context, vpc, plan);
    const publicTables = tables
        .filter((table) => table.plan.access === "public")
        .map((table) => ({ ...table, routes: createRoutes(context, table, gatewayTarget(gateways)) }));
    // A public address works, and can be released again, only while the VPC has its internet gateway;
    // NAT works only once its own subnet leads there.
    const wayOut: pulumi.Resource[] = [
        ...(gateways.internet ? [gateways.internet] : []),
        ...publicTables.flatMap((table) => [...table.associations, ...table.routes]),
    ];
    const nat =
        plan.nat === "instance"
            ? createNatInstances(context, vpc, plan, subnets, wayOut, {
                  region: args.region,
                  instanceType: args.natInstanceType ?? "t4g.nano",
                  kmsKeyArn: args.natInstanceKmsKeyArn,
              })
            : createNatGateways(context, vpc, plan, subnets, wayOut, args.natAllocationIds);
    const otherTables = tables
        .filter((table) => table.plan.access !== "public")
        .map((table) => ({ ...table, routes: createRoutes(context, table, privateTarget(gateways, nat)) }));
    return { tables: [...publicTables, ...otherTables], nat };
}

const gatewayTarget =
    (gateways: InternetGateways) =>
    (target: RouteTargetPlan): RouteTargetArgs =>
        target.kind === "egressOnlyInternetGateway"
            ? { egressOnlyGatewayId: gateways.egressOnly!.id }
            : { gatewayId: gateways.internet!.id };

const privateTarget =
    (gateways: InternetGateways, nat: Nat) =>
    (target: RouteTargetPlan): RouteTargetArgs =>
        target.kind === "natGateway" || target.kind === "natInstance"
            ? nat.targetOf(target.zone)
            : gatewayTarget(gateways)(target);

/** What a member of a tier needs before its first packet gets where the tier may send it. */
export const readiness = (
    tier: string,
    tables: readonly RoutedTable[],
    endpoints: readonly GatewayEndpoint[],
): pulumi.Resource[] =>
    tables
        .filter((table) => table.plan.tier === tier)
        .flatMap((table) => [
            ...table.associations,
            ...table.routes,
            ...endpoints.flatMap(({ associations }) => associations.get(table.plan.key) ?? []),
        ]);
