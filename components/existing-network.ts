import * as pulumi from "@pulumi/pulumi";
import { formatCidr } from "../packets/cidr";
import { networkInput, type NetworkArgs } from "./network/network-args";
import { rememberParts, type NetworkSubnet } from "./network/network-parts";
import { isProblems, planNetwork } from "./planning/address-plan";
import { refuse } from "./planning/bad-arguments";
import { existingNetworkProblems } from "./planning/existing-network-plan";

/** The subnets and route tables of one tier of a network that exists. */
export interface ExistingTierArgs {
    /** Subnet id by zone letter. */
    subnetIds: Record<string, pulumi.Input<string>>;
    /** Id of each route table of the tier, by zone letter; one called `all` where zones share it. */
    routeTableIds?: Record<string, pulumi.Input<string>>;
}

/** Arguments of ExistingNetwork. */
export interface ExistingNetworkArgs {
    /** What the network looks like: region, block, zones, tiers and, in `subnets`, every subnet's block. */
    network: NetworkArgs;
    /** The VPC. */
    vpcId: pulumi.Input<string>;
    /** The ids of each tier of `network`, by the tier's key. */
    tiers: Record<string, ExistingTierArgs>;
    /** Ids of the prefix lists of gateway endpoints that it has, by service. Defaults to none. */
    prefixListIds?: Record<string, pulumi.Input<string>>;
    /** Ids of its NAT gateways by zone letter, for alarms. Defaults to none. */
    natGatewayIds?: Record<string, pulumi.Input<string>>;
}

/**
 * A VPC that somebody else made, taken as a network: security groups, NACLs, endpoints, flow logs and
 * load balancers go on top of it exactly as on one of ours.
 *
 * Creates nothing and changes nothing. What it does not manage cannot be seen in a plan either: whether
 * its routes are as described is for `palisade` to say of the stack that has them.
 * Throws a BadArgumentsError for a description that does not fit together.
 */
export class ExistingNetwork extends pulumi.ComponentResource {
    /** The VPC's id. */
    public readonly vpcId: pulumi.Output<string>;

    constructor(name: string, args: ExistingNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        const plan = planNetwork(networkInput(args.network));
        const problems = isProblems(plan) ? plan : [];
        refuse(`ExistingNetwork "${name}"`, [...problems, ...existingNetworkProblems(args)]);
        super("palisade:index:ExistingNetwork", name, args, opts);
        this.vpcId = pulumi.output(args.vpcId);
        if (!isProblems(plan)) {
            rememberParts(this, {
                plan,
                vpcId: this.vpcId,
                subnets: plan.tiers.flatMap((tier) =>
                    tier.subnets.map(({ zone, cidr }): NetworkSubnet => ({
                        tier: tier.key,
                        zone: zone.letter,
                        cidr: formatCidr(cidr),
                        id: pulumi.output(args.tiers[tier.key]!.subnetIds[zone.letter]!),
                        resource: this,
                    })),
                ),
                routeTables: Object.entries(args.tiers).flatMap(([tier, { routeTableIds = {} }]) =>
                    Object.entries(routeTableIds).map(([zone, id]) => ({
                        key: zone === "all" ? tier : `${tier}-${zone}`,
                        tier,
                        ...(zone === "all" ? {} : { zone }),
                        id: pulumi.output(id),
                    })),
                ),
                prefixLists: outputsOf(args.prefixListIds),
                natGatewayIds: outputsOf(args.natGatewayIds),
                ready: Object.fromEntries(plan.tiers.map(({ key }) => [key, []])),
            });
        }
        this.registerOutputs({ vpcId: this.vpcId });
    }
}

const outputsOf = (ids: Record<string, pulumi.Input<string>> = {}): Record<string, pulumi.Output<string>> =>
    Object.fromEntries(Object.entries(ids).map(([key, id]) => [key, pulumi.output(id)]));
