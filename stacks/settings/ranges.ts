import { z } from "zod";

const range = z.strictObject({
    cidrs: z.array(z.string()).meta({ examples: ["[203.0.113.0/24]"] }),
    via: z
        .enum(["internet", "peering", "transitGateway"])
        .optional()
        .meta({ examples: ["internet"] }),
});

/** Addresses outside the network by the names that flows call them: an office, a peered VPC, on-premises. */
export const rangesSection = z
    .record(z.string(), range)
    .default({})
    .meta({ examples: ["{office: {cidrs: [203.0.113.0/24], via: internet}}"] });
