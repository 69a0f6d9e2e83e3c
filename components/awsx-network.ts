import type * as awsx from "@pulumi/awsx";
import type * as pulumi from "@pulumi/pulumi";
import { formatCidr } from "../packets/cidr";
import { ExistingNetwork } from "./existing-network";
import { networkInput, type NetworkArgs } from "./network/network-args";
import { isProblems, planNetwork } from "./planning/address-plan";
import { refuse } from "./planning/bad-arguments";
import type { NetworkPlan, TierAccess } from "./planning/network-plan";
import type { Problem } from "./planning/problem";

const subnetTypes: Record<TierAccess, awsx.types.enums.ec2.SubnetType> = {
    public: "Public",
    private: "Private",
    isolated: "Isolated",
};

/** The part of an awsx VPC's arguments that says how it is divided. */
export interface AwsxLayout {
    cidrBlock: string;
    numberOfAvailabilityZones: number;
    subnetStrategy: "Auto";
    subnetSpecs: awsx.types.input.ec2.SubnetSpecArgs[];
}

/**
 * Our address plan as `awsx.ec2.Vpc` takes it: explicit blocks for every subnet, so that awsx computes
 * none and never renumbers. awsx knows zones by number; the network's letters stand in their order.
 * Throws a BadArgumentsError for a network that cannot be planned.
 */
export function awsxLayout(network: NetworkArgs): AwsxLayout {
    const plan = planned("awsxLayout", network);
    return {
        cidrBlock: formatCidr(plan.cidr),
        numberOfAvailabilityZones: plan.zones.length,
        subnetStrategy: "Auto",
        subnetSpecs: plan.tiers.map((tier) => ({
            type: subnetTypes[tier.access],
            name: tier.key,
            cidrBlocks: tier.subnets.map(({ cidr }) => formatCidr(cidr)),
        })),
    };
}

/**
 * An awsx VPC that was made by `awsxLayout` of the same network, taken as a network of ours.
 *
 * awsx makes its subnets in a process of its own, so neither a test nor the offline preview sees them;
 * the preview says so instead of passing what it cannot see. Throws a BadArgumentsError for two tiers of
 * one access, for awsx does not tell their subnets apart.
 */
export function networkFromAwsx(
    name: string,
    vpc: awsx.ec2.Vpc,
    network: NetworkArgs,
    opts?: pulumi.ComponentResourceOptions,
): ExistingNetwork {
    const plan = planned(`networkFromAwsx "${name}"`, network);
    const ids: Record<TierAccess, pulumi.Output<string[]>> = {
        public: vpc.publicSubnetIds,
        private: vpc.privateSubnetIds,
        isolated: vpc.isolatedSubnetIds,
    };
    const tiers = plan.tiers.map((tier) => [
        tier.key,
        {
            subnetIds: Object.fromEntries(
                tier.subnets.map(({ zone }, position) => [
                    zone.letter,
                    ids[tier.access].apply((list) => list[position]!),
                ]),
            ),
        },
    ]);
    return new ExistingNetwork(
        name,
        { network, vpcId: vpc.vpcId, tiers: Object.fromEntries(tiers) as ExistingNetworkTiers },
        opts,
    );
}

type ExistingNetworkTiers = ConstructorParameters<typeof ExistingNetwork>[1]["tiers"];

function planned(subject: string, network: NetworkArgs): NetworkPlan {
    const plan = planNetwork(networkInput(network));
    refuse(subject, isProblems(plan) ? plan : repeatedAccess(plan));
    return plan as NetworkPlan;
}

const repeatedAccess = (plan: NetworkPlan): Problem[] =>
    plan.tiers
        .filter((tier, at, all) => all.findIndex(({ access }) => access === tier.access) !== at)
        .map((tier) => ({
            path: `tiers.${tier.key}`,
            given: `access ${tier.access}, like another tier`,
            allowed: "one tier of each access",
            change: "merge the tiers, or make the network with palisade's own Network",
        }));
