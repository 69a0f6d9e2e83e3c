import { z } from "zod";

/** The MySQL database in the isolated tier; none where the section is missing. */
export const databaseSection = z
    .strictObject({
        /** The group of the flow table that it is a member of. */
        group: z.string().default("db"),
        /** The port, as the flow table names it. */
        port: z.string().default("mysql"),
        instanceClass: z.string().meta({ examples: ["db.t4g.medium"] }),
        engineVersion: z.string().optional(),
        multiAz: z.boolean().default(true),
        allocatedStorage: z.int().optional(),
        maxAllocatedStorage: z.int().optional(),
        backupRetentionDays: z.int().default(7),
    })
    .optional()
    .meta({ examples: ["{instanceClass: db.t4g.medium}"] });

/** The cache in the isolated tier; none where the section is missing. */
export const cacheSection = z
    .strictObject({
        /** The group of the flow table that it is a member of. */
        group: z.string().default("cache"),
        /** The port, as the flow table names it. */
        port: z.string().default("redis"),
        nodeType: z.string().meta({ examples: ["cache.t4g.small"] }),
        nodes: z.int().min(1).max(6).default(2),
    })
    .optional()
    .meta({ examples: ["{nodeType: cache.t4g.small}"] });
