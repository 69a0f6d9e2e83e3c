import * as ec2 from "@pulumi/aws/ec2";
import { formatCidr, parseCidr } from "../../packets/cidr";
import type { NetworkPlan, SubnetPlan, TierPlan } from "../planning/network-plan";
import { ipv6Subnet } from "../planning/subnet-slots";
import { namedInTier, type PartContext } from "./named";
import type { NetworkSubnet } from "./network-parts";

/** Makes a subnet for each tier and zone of the plan. None gives public IPv4 addresses to what starts in it. */
export const createSubnets = (context: PartContext, vpc: ec2.Vpc, plan: NetworkPlan): NetworkSubnet[] =>
    plan.tiers.flatMap((tier) =>
        tier.subnets.map((subnet): NetworkSubnet => {
            const name = `${context.name}-${tier.key}-${subnet.zone.letter}`;
            const cidr = formatCidr(subnet.cidr);
            const resource = new ec2.Subnet(
                name,
                {
                    vpcId: vpc.id,
                    cidrBlock: cidr,
                    availabilityZoneId: subnet.zone.id,
                    mapPublicIpOnLaunch: false,
                    ...(plan.ipv6 ? ipv6Args(vpc, tier, subnet) : {}),
                    tags: namedInTier(context, name, tier.key),
                },
                { parent: context.parent },
            );
            return { tier: tier.key, zone: subnet.zone.letter, cidr, id: resource.id, resource };
        }),
    );

function ipv6Args(
    vpc: ec2.Vpc,
    tier: TierPlan,
    subnet: SubnetPlan,
): Pick<ec2.SubnetArgs, "ipv6CidrBlock" | "assignIpv6AddressOnCreation"> {
    return {
        ipv6CidrBlock: vpc.ipv6CidrBlock.apply((block) =>
            formatCidr(ipv6Subnet(parseCidr(block), subnet.ipv6Slot!)),
        ),
        // Every IPv6 address is a public one. Only where no route leads in may hosts have one unasked.
        assignIpv6AddressOnCreation: tier.access !== "public",
    };
}
