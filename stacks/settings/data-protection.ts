import { z } from "zod";

/** What keeps data from being lost, by mistake or otherwise. */
export const dataProtectionSection = z
    .strictObject({
        /**
         * Whether AWS and Pulumi refuse to delete what holds data or takes traffic: database, load
         * balancer, buckets of logs.
         */
        deletionProtection: z.boolean().default(true),
        backups: z
            .strictObject({
                retentionDays: z.int().min(7).default(35),
                finalLock: z.boolean().default(false),
                copyToVaultArn: z.string().optional(),
            })
            .optional()
            .meta({ examples: ["{retentionDays: 35}"] }),
        patching: z
            .strictObject({
                schedule: z.string().optional(),
                scheduleTimezone: z.string().optional(),
                approveAfterDays: z.int().min(0).max(30).optional(),
            })
            .optional()
            .meta({ examples: ["{approveAfterDays: 3}"] }),
        incidentResponse: z.boolean().default(false),
    })
    .prefault({});
