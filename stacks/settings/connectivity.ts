import { z } from "zod";
import { PeeringAcceptance } from "../../components/vpc-peering";

const cidrs = z.array(z.string().meta({ examples: ["10.1.0.0/16"] })).min(1);

/** Tiers whose route tables get routes; the flow table says who may then use them. */
const tiers = z.array(z.string().meta({ examples: ["app"] })).min(1);

const peering = z.strictObject({
    /** The range of `ranges` that lies behind it. */
    range: z.string().meta({ examples: ["shared-services"] }),
    peerVpcId: z.string().regex(/^vpc-[0-9a-f]+$/, "the id of a VPC, vpc-…"),
    peerAccountId: z.string().optional(),
    peerRegion: z.string().optional(),
    acceptance: z.enum(PeeringAcceptance).default(PeeringAcceptance.Here),
    tiers,
    peerRouteTableIds: z.record(z.string(), z.string()).optional(),
});

const spoke = z.strictObject({
    /** The hub's id; left out, this environment makes the hub. */
    transitGatewayId: z.string().optional(),
    /** The hub's route table that this network follows, by id, and those that learn of it. */
    routeTableId: z.string().optional(),
    reachableFrom: z.record(z.string(), z.string()).optional(),
    /** Ranges of `ranges` that lie behind the hub. */
    ranges: z.array(z.string().meta({ examples: ["on-prem"] })).min(1),
    tiers,
    vpnSites: z
        .record(
            z.string(),
            z.strictObject({
                address: z.string(),
                asn: z.int().optional(),
                cidrs,
            }),
        )
        .optional(),
});

/** Which other networks the environment is connected to, and how its DNS is watched. */
export const connectivitySection = z
    .strictObject({
        peerings: z.record(z.string(), peering).default({}),
        transitGateway: spoke.optional(),
        dns: z
            .strictObject({
                queryLog: z.boolean().default(true),
                blockedDomains: z.array(z.string()).default([]),
            })
            .optional(),
    })
    .prefault({});
