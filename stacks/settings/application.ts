import { z } from "zod";

/** The application tier's fleet; none where the section is missing. */
export const applicationSection = z
    .strictObject({
        /** The group of the flow table that its instances are members of. */
        group: z.string().default("app"),
        instanceType: z.string().meta({ examples: ["t4g.small"] }),
        minimum: z.int().min(0),
        maximum: z.int().min(1),
        imageId: z.string().optional(),
        targetCpuPercent: z.int().optional(),
        diskGigabytes: z.int().optional(),
        startCommands: z.array(z.string()).optional(),
    })
    .optional()
    .meta({ examples: ["{instanceType: t4g.small, minimum: 2, maximum: 4}"] });
