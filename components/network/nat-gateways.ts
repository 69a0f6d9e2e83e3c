import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { natTierOf } from "../planning/nat-placement";
import type { NetworkPlan } from "../planning/network-plan";
import { named, type PartContext } from "./named";
import type { NetworkSubnet } from "./network-parts";
import type { RouteTargetArgs } from "./route-tables";

/** What translates for private tiers. Another way to translate is another function that returns this. */
export interface Nat {
    /** The target for a zone's NAT, or for the one that serves the region. */
    readonly targetOf: (zone: string | undefined) => RouteTargetArgs;
    /** The public addresses that packets leave with, by the letter of the zone of their NAT. */
    readonly publicIps: { readonly [zone: string]: pulumi.Output<string> };
    /** The ids of NAT gateways, by the letter of their zone; the regional one is `region`. */
    readonly gatewayIds: { readonly [zone: string]: pulumi.Output<string> };
}

/**
 * Makes the NAT gateways of the plan. `wayOut` is what they need before they can work: the internet
 * gateway, and the routes to it of the subnets that they sit in.
 */
export function createNatGateways(
    context: PartContext,
    vpc: ec2.Vpc,
    plan: NetworkPlan,
    subnets: readonly NetworkSubnet[],
    wayOut: readonly pulumi.Resource[],
    allocationIds: Record<string, string> = {},
): Nat {
    const options = { parent: context.parent, dependsOn: [...wayOut] };
    const gateways = new Map<string | undefined, ec2.NatGateway>();
    const publicIps: { [zone: string]: pulumi.Output<string> } = {};
    if (plan.nat === "regional") {
        const name = `${context.name}-nat`;
        gateways.set(
            undefined,
            new ec2.NatGateway(
                name,
                {
                    vpcId: vpc.id,
                    availabilityMode: "regional",
                    connectivityType: "public",
                    ...manualZones(plan, allocationIds),
                    tags: named(context, name),
                },
                options,
            ),
        );
    }
    if (plan.nat === "perZone" || plan.nat === "single") {
        const tier = natTierOf(plan.tiers);
        for (const zone of new Set(Object.values(plan.natZoneOf))) {
            const name = `${context.name}-nat-${zone}`;
            const subnet = subnets.find((candidate) => candidate.tier === tier && candidate.zone === zone)!;
            const address =
                allocationIds[zone] === undefined
                    ? new ec2.Eip(name, { domain: "vpc", tags: named(context, name) }, options)
                    : undefined;
            gateways.set(
                zone,
                new ec2.NatGateway(
                    name,
                    {
                        subnetId: subnet.id,
                        allocationId: address?.id ?? allocationIds[zone],
                        connectivityType: "public",
                        tags: named(context, name),
                    },
                    options,
                ),
            );
            publicIps[zone] = address?.publicIp ?? gateways.get(zone)!.publicIp;
        }
    }
    return {
        targetOf: (zone) => ({ natGatewayId: gateways.get(zone)!.id }),
        publicIps,
        gatewayIds: Object.fromEntries(
            [...gateways].map(([zone, gateway]) => [zone ?? "region", gateway.id]),
        ),
    };
}

/** A regional gateway serves the zones it has addresses for; without any, AWS chooses both. */
const manualZones = (plan: NetworkPlan, allocationIds: Record<string, string>) =>
    Object.keys(allocationIds).length === 0
        ? {}
        : {
              availabilityZoneAddresses: plan.zones.map((zone) => ({
                  availabilityZoneId: zone.id,
                  allocationIds: [allocationIds[zone.letter]!],
              })),
          };
