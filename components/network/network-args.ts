import type * as pulumi from "@pulumi/pulumi";
import type { NetworkInput } from "../planning/network-input";

/** How subnets get their addresses. */
export const Addressing = {
    /** Every tier owns one block of the VPC and every zone one block of its tier; both can grow. */
    Aligned: "aligned",
    /** Consecutive /24 blocks, 10.0.1.0/24 to 10.0.6.0/24, for public, app and db in zones a and b. */
    Seed: "seed",
} as const;
export type Addressing = (typeof Addressing)[keyof typeof Addressing];

/** What a tier of subnets may route to. */
export const TierAccess = {
    /** The internet gateway, both ways, for what has a public address. */
    Public: "public",
    /** Out through NAT, and the egress-only gateway for IPv6; nothing in. */
    Private: "private",
    /** Inside the VPC only. */
    Isolated: "isolated",
} as const;
export type TierAccess = (typeof TierAccess)[keyof typeof TierAccess];

/** How private tiers get out. */
export const NatStrategy = {
    /** A NAT gateway in every zone, so that no zone needs another. About $37 a month for each. */
    PerZone: "perZone",
    /** One NAT gateway that AWS spreads over the zones in use. About $33 a month for each zone. */
    Regional: "regional",
    /** One NAT gateway, in the zone of the first letter: cheap, and gone with that zone. */
    Single: "single",
    /** An instance of ours in every zone translates. */
    Instance: "instance",
    /** Private tiers have no way out. */
    None: "none",
} as const;
export type NatStrategy = (typeof NatStrategy)[keyof typeof NatStrategy];

/** A service of AWS that a gateway endpoint reaches without NAT. */
export const GatewayService = {
    S3: "s3",
    DynamoDb: "dynamodb",
} as const;
export type GatewayService = (typeof GatewayService)[keyof typeof GatewayService];

export interface NetworkTierArgs {
    /** What the tier may route to. */
    access: TierAccess;
    /**
     * The tier's place in the VPC, 0 to 15; it decides the tier's addresses for good. Defaults to 0 for
     * the tier called public, 1 for app and 2 for db.
     */
    slot?: number;
}

export interface NetworkArgs {
    /** The region the network is in, for example us-east-1. */
    region: string;
    /**
     * The twelve digits of the account. With it gateway endpoints let only this account's principals
     * through, to its own buckets and tables and to the packages that AWS serves. Defaults to none.
     */
    accountId?: string;
    /** The VPC's IPv4 block: private addresses, /16 to /28. */
    cidr: string;
    /**
     * The zones, at least two: AWS's zone id by a letter of our own, as in a: use1-az1. The letter
     * becomes part of every name and must never change; the id means the same zone in every account.
     */
    zones: Record<string, string>;
    /**
     * The tiers of subnets by key; each has one subnet in every zone. Defaults to public, app (private)
     * and db (isolated).
     */
    tiers?: Record<string, NetworkTierArgs>;
    /** How subnets get their addresses. Defaults to aligned. */
    addressing?: Addressing;
    /** Blocks by tier and zone letter, for subnets that addressing gives no place or another one. */
    subnets?: Record<string, Record<string, string>>;
    /** How private tiers get out. Defaults to perZone where a tier is private, to none elsewhere. */
    nat?: NatStrategy;
    /**
     * Addresses that NAT gateways use, by zone letter: ids of elastic IPs that exist, so that whoever
     * allow-lists them need not change when the network is made anew. With a regional gateway they also
     * fix the zones it serves. Defaults to new addresses, and to AWS choosing for a regional gateway.
     */
    natAllocationIds?: Record<string, string>;
    /** Type of NAT instances. Defaults to t4g.nano, about $3 a month for each zone. */
    natInstanceType?: string;
    /** Key for the disks of NAT instances. Defaults to the account's default key for EBS. */
    natInstanceKmsKeyArn?: pulumi.Input<string>;
    /** Whether the network also has IPv6: a /56 from Amazon, a /64 for each subnet. Defaults to false. */
    ipv6?: boolean;
    /** The IPAM pool that the VPC's IPv4 block is taken from. Defaults to none. */
    ipv4IpamPoolId?: pulumi.Input<string>;
    /** The IPAM pool that a dual-stack VPC's /56 is taken from. Defaults to a block of Amazon's. */
    ipv6IpamPoolId?: pulumi.Input<string>;
    /**
     * Whether VPC encryption control watches which traffic AWS encrypts; flow logs then tell of each
     * connection. It enforces nothing. Defaults to false.
     */
    monitorEncryption?: boolean;
    /** Services reached from private and isolated tiers without NAT, at no cost. Defaults to s3. */
    gatewayEndpoints?: GatewayService[];
    /** Tags of everything in the network; Name is added to them. */
    tags?: Record<string, pulumi.Input<string>>;
}

const seedTiers = {
    public: { access: TierAccess.Public },
    app: { access: TierAccess.Private },
    db: { access: TierAccess.Isolated },
};

/** The arguments as the planner takes them, defaults filled in. */
export const networkInput = (args: NetworkArgs): NetworkInput => ({
    region: args.region,
    cidr: args.cidr,
    addressing: args.addressing ?? Addressing.Aligned,
    zones: args.zones,
    tiers: args.tiers ?? seedTiers,
    subnets: args.subnets ?? {},
    ipv6: args.ipv6 ?? false,
    ...(args.nat && { nat: args.nat }),
});
