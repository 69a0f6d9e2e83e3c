import * as ec2 from "@pulumi/aws/ec2";
import { awsScope } from "../planning/aws-scope";
import { gatewayEndpointPolicy } from "../planning/endpoint-policy";
import type { GatewayService, NetworkArgs } from "./network-args";
import { named, type PartContext } from "./named";
import type { AssociatedTable } from "./route-tables";

export interface GatewayEndpoint {
    readonly service: GatewayService;
    readonly endpoint: ec2.VpcEndpoint;
    /** What puts its route into a table, by the table's key. */
    readonly associations: ReadonlyMap<string, ec2.VpcEndpointRouteTableAssociation>;
}

/**
 * Makes a gateway endpoint, a route by prefix list in each of the tables given. It costs nothing and
 * keeps the service's traffic off NAT. Public tiers need none: they reach the service without NAT.
 * Without an account to limit it to, it has AWS's policy, which lets everything through.
 * AWS PrivateLink guide, "Gateway endpoints".
 */
export function createGatewayEndpoint(
    context: PartContext,
    vpc: ec2.Vpc,
    { region, accountId }: Pick<NetworkArgs, "region" | "accountId">,
    service: GatewayService,
    tables: readonly AssociatedTable[],
): GatewayEndpoint {
    const name = `${context.name}-${service}`;
    const options = { parent: context.parent };
    const endpoint = new ec2.VpcEndpoint(
        name,
        {
            vpcId: vpc.id,
            serviceName: `com.amazonaws.${region}.${service}`,
            vpcEndpointType: "Gateway",
            ...(accountId === undefined
                ? {}
                : { policy: gatewayEndpointPolicy(awsScope(accountId, region), service) }),
            tags: named(context, name),
        },
        options,
    );
    // One association a table, so that each says by itself which endpoint and which table it joins.
    const associations = tables.map(
        ({ plan, table }) =>
            [
                plan.key,
                new ec2.VpcEndpointRouteTableAssociation(
                    `${name}-${plan.key}`,
                    { vpcEndpointId: endpoint.id, routeTableId: table.id },
                    options,
                ),
            ] as const,
    );
    return { service, endpoint, associations: new Map(associations) };
}
