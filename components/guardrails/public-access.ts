import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

/** How far VPC Block Public Access closes the account's internet gateways. */
export const PublicAccessMode = {
    /** Nothing passes an internet gateway, in or out, except in excluded subnets. */
    BlockBidirectional: "block-bidirectional",
    /** Nothing comes in; NAT and egress-only gateways still let out. */
    BlockIngress: "block-ingress",
} as const;
export type PublicAccessMode = (typeof PublicAccessMode)[keyof typeof PublicAccessMode];

/** Arguments of VpcPublicAccessBlock. */
export interface VpcPublicAccessBlockArgs {
    /** How far to close; for the whole account and region, every VPC in it. */
    mode: PublicAccessMode;
    /** Subnets that stay open both ways, by a key of your own: those of load balancers and NAT. */
    openSubnetIds?: Record<string, pulumi.Input<string>>;
    /** Tags of the exclusions. */
    tags?: Record<string, string>;
}

/**
 * VPC Block Public Access: closes every internet gateway of the account's region but for the named
 * subnets, whatever routes and security groups say.
 *
 * Creates the account's option and one exclusion a subnet; free. It reaches every VPC of the region, so
 * it is opt-in, and exclusions exist before the block does. Destroying it opens the account again.
 * Source: VPC guide, "Block public access to VPCs and subnets"; FSBP EC2.172.
 */
export class VpcPublicAccessBlock extends pulumi.ComponentResource {
    constructor(name: string, args: VpcPublicAccessBlockArgs, opts?: pulumi.ComponentResourceOptions) {
        super("palisade:index:VpcPublicAccessBlock", name, args, opts);
        const exclusions = Object.entries(args.openSubnetIds ?? {}).map(
            ([key, subnetId]) =>
                new ec2.VpcBlockPublicAccessExclusion(
                    `${name}-open-${key}`,
                    { subnetId, internetGatewayExclusionMode: "allow-bidirectional", tags: args.tags },
                    { parent: this },
                ),
        );
        new ec2.VpcBlockPublicAccessOptions(
            `${name}-block`,
            { internetGatewayBlockMode: args.mode },
            { parent: this, dependsOn: exclusions },
        );
        this.registerOutputs({});
    }
}
