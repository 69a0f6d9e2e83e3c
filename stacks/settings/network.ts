import { z } from "zod";
import { Addressing, GatewayService, NatStrategy, TierAccess } from "../../components/network/network-args";

const tier = z.strictObject({
    access: z.enum(TierAccess).meta({ examples: ["private"] }),
    slot: z
        .int()
        .optional()
        .meta({ examples: [3] }),
});

/** Where the environment's addresses are and how its tiers get out. What it all means is checked by planning. */
export const networkSection = z
    .strictObject({
        cidr: z.string().meta({ examples: ["10.0.0.0/16"] }),
        addressing: z
            .enum(Addressing)
            .optional()
            .meta({ examples: ["aligned"] }),
        zones: z.record(z.string(), z.string().meta({ examples: ["use1-az1"] })).meta({
            examples: ["{a: use1-az1, b: use1-az2}"],
        }),
        tiers: z
            .record(z.string(), tier)
            .optional()
            .meta({ examples: ["{app: {access: private}}"] }),
        subnets: z
            .record(z.string(), z.record(z.string(), z.string().meta({ examples: ["10.0.7.0/24"] })))
            .optional()
            .meta({ examples: ["{cache: {a: 10.0.7.0/24, b: 10.0.8.0/24}}"] }),
        nat: z
            .enum(NatStrategy)
            .optional()
            .meta({ examples: ["perZone"] }),
        natAllocationIds: z
            .record(z.string(), z.string())
            .optional()
            .meta({ examples: ["{a: eipalloc-0a1b2c3d}"] }),
        ipv4IpamPoolId: z.string().optional(),
        ipv6IpamPoolId: z.string().optional(),
        monitorEncryption: z.boolean().optional(),
        natInstanceType: z
            .string()
            .optional()
            .meta({ examples: ["t4g.nano"] }),
        ipv6: z
            .boolean()
            .optional()
            .meta({ examples: [false] }),
        /** Entries that AWS allows this account in a network ACL each way, its own two included. */
        naclEntryQuota: z
            .int()
            .min(20)
            .max(40)
            .optional()
            .meta({ examples: [40] }),
        gatewayEndpoints: z
            .array(z.enum(GatewayService))
            .optional()
            .meta({ examples: ["[s3]"] }),
    })
    .meta({ examples: ["{cidr: 10.0.0.0/16, zones: {a: use1-az1, b: use1-az2}}"] });
