import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { formatCidr } from "../packets/cidr";
import { ExistingNetwork, type ExistingNetworkArgs } from "./existing-network";
import { lockDownDefaults } from "./network/default-lockdown";
import { createGatewayEndpoint } from "./network/gateway-endpoints";
import { named, type PartContext } from "./network/named";
import type { NetworkArgs } from "./network/network-args";
import { rememberParts, type NetworkSubnet } from "./network/network-parts";
import { gatewayServices, plannedNetwork } from "./network/planned-network";
import { createRouting, readiness } from "./network/routing";
import { createSubnets } from "./network/subnets";
import { isProblems } from "./planning/address-plan";
import { BadArgumentsError } from "./planning/bad-arguments";
import type { NetworkPlan } from "./planning/network-plan";
import { formatProblem } from "./planning/problem";
import { networkWarnings } from "./planning/vpc-block";

/**
 * A VPC whose tiers can reach exactly what their access says.
 *
 * Creates:
 * 1. the VPC, with DNS hostnames and support, and its default security group, network ACL and route
 *    table adopted and emptied;
 * 2. a subnet for each tier and zone, none of which gives out public IPv4 addresses;
 * 3. an internet gateway, if a tier is public;
 * 4. NAT for private tiers, with one Elastic IP for each zonal gateway;
 * 5. a route table for each public and isolated tier, and one for each private tier and zone, with
 *    standalone routes; isolated tables have none;
 * 6. a gateway endpoint for S3 in the tables of private and isolated tiers;
 * 7. where IPv6 is on, a /64 for each subnet and an egress-only gateway for private tiers.
 *
 * It opens nothing to anybody: security groups and network ACLs are the flow table's to make, and
 * until then AWS's default ACL, emptied here, stops every packet.
 *
 * Costs nothing but NAT: a NAT gateway is $0.045 an hour and $0.045 a GB, its address $0.005 an hour,
 * about $37 a month together (us-east-1).
 *
 * Wrong arguments throw one error that lists them all, before anything is registered.
 */
export class Network extends pulumi.ComponentResource {
    /** The VPC's id. */
    public readonly vpcId: pulumi.Output<string>;
    /** The VPC's IPv4 block. */
    public readonly cidrBlock: pulumi.Output<string>;
    /** Subnet ids by tier and zone letter. */
    public readonly subnetIds: pulumi.Output<Record<string, Record<string, string>>>;
    /** Route table ids: by tier for public and isolated ones, by tier and zone as in app-a for private ones. */
    public readonly routeTableIds: pulumi.Output<Record<string, string>>;
    /** The addresses that private tiers appear under on the internet, by the zone letter of their NAT gateway. */
    public readonly natPublicIps: pulumi.Output<Record<string, string>>;
    /** Ids of the prefix lists of the services that have a gateway endpoint, by service. */
    public readonly prefixListIds: pulumi.Output<Record<string, string>>;

    /** Takes a VPC that somebody else made as a network. See ExistingNetwork. */
    static fromExisting(
        name: string,
        args: ExistingNetworkArgs,
        opts?: pulumi.ComponentResourceOptions,
    ): ExistingNetwork {
        return new ExistingNetwork(name, args, opts);
    }

    constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
        const plan = checkedPlan(name, args);
        super("palisade:index:Network", name, args, opts);
        for (const warning of networkWarnings(plan)) {
            void pulumi.log.warn(formatProblem(warning), this);
        }
        const context: PartContext = { name, tags: args.tags ?? {}, parent: this };
        const vpc = createVpc(context, plan, args);
        lockDownDefaults(context, vpc);
        const subnets = createSubnets(context, vpc, plan);
        const { tables, nat } = createRouting(context, vpc, plan, subnets, args);
        const closedTables = tables.filter((table) => table.plan.access !== "public");
        const endpoints = gatewayServices(args).map((service) =>
            createGatewayEndpoint(context, vpc, args, service, closedTables),
        );
        const prefixLists = Object.fromEntries(
            endpoints.map(({ service, endpoint }) => [service, endpoint.prefixListId]),
        );
        rememberParts(this, {
            plan,
            vpcId: vpc.id,
            subnets,
            routeTables: tables.map(({ plan: { key, tier, zone }, table }) => ({
                key,
                tier,
                ...(zone === undefined ? {} : { zone }),
                id: table.id,
            })),
            prefixLists,
            natGatewayIds: nat.gatewayIds,
            ...("securityGroupId" in nat && {
                natInstances: { securityGroupId: nat.securityGroupId, ids: nat.instanceIds },
            }),
            ready: Object.fromEntries(plan.tiers.map(({ key }) => [key, readiness(key, tables, endpoints)])),
        });

        this.vpcId = vpc.id;
        this.cidrBlock = vpc.cidrBlock;
        this.subnetIds = pulumi.output(idsByTierAndZone(subnets));
        this.routeTableIds = pulumi.output(
            Object.fromEntries(tables.map(({ plan: { key }, table }) => [key, table.id])),
        );
        this.natPublicIps = pulumi.output(nat.publicIps);
        this.prefixListIds = pulumi.output(prefixLists);
        this.registerOutputs({
            vpcId: this.vpcId,
            cidrBlock: this.cidrBlock,
            subnetIds: this.subnetIds,
            routeTableIds: this.routeTableIds,
            natPublicIps: this.natPublicIps,
            prefixListIds: this.prefixListIds,
        });
    }
}

function checkedPlan(name: string, args: NetworkArgs): NetworkPlan {
    const plan = plannedNetwork(args);
    if (isProblems(plan)) {
        throw new BadArgumentsError(`Network "${name}"`, plan);
    }
    return plan;
}

function createVpc(context: PartContext, plan: NetworkPlan, args: NetworkArgs): ec2.Vpc {
    const ipv6 =
        args.ipv6IpamPoolId === undefined
            ? { assignGeneratedIpv6CidrBlock: true }
            : { ipv6IpamPoolId: args.ipv6IpamPoolId, ipv6NetmaskLength: 56 };
    const vpc = new ec2.Vpc(
        context.name,
        {
            cidrBlock: formatCidr(plan.cidr),
            ...(args.ipv4IpamPoolId !== undefined && { ipv4IpamPoolId: args.ipv4IpamPoolId }),
            enableDnsSupport: true,
            enableDnsHostnames: true,
            ...(plan.ipv6 && ipv6),
            tags: named(context, context.name),
        },
        { parent: context.parent },
    );
    if (args.monitorEncryption === true) {
        const name = `${context.name}-encryption`;
        new ec2.VpcEncryptionControl(
            name,
            { vpcId: vpc.id, mode: "monitor", tags: named(context, name) },
            { parent: context.parent },
        );
    }
    return vpc;
}

function idsByTierAndZone(
    subnets: readonly NetworkSubnet[],
): Record<string, Record<string, pulumi.Output<string>>> {
    const ids: Record<string, Record<string, pulumi.Output<string>>> = {};
    for (const { tier, zone, id } of subnets) {
        ids[tier] = { ...ids[tier], [zone]: id };
    }
    return ids;
}
