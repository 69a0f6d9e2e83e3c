import { z } from "zod";

const group = z.strictObject({
    tier: z.string().meta({ examples: ["app"] }),
    clients: z
        .enum(["any", "linux", "windows"])
        .optional()
        .meta({ examples: ["linux"] }),
    preservesClientIp: z
        .boolean()
        .optional()
        .meta({ examples: [false] }),
});

/** Security groups by key, and the tier of subnets that the members of each sit in. */
export const groupsSection = z.record(z.string(), group).meta({ examples: ["{app: {tier: app}}"] });
