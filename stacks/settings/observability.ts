import { z } from "zod";

const subscription = z.strictObject({
    protocol: z.enum(["email", "https", "sqs", "lambda", "sms"]),
    endpoint: z.string().min(1),
});

// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
const logRetentions = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** What is recorded, for how long, and who hears of trouble. */
export const observabilitySection = z
    .strictObject({
        /** Days that logs are kept, in log groups and buckets alike. */
        retentionDays: z
            .int()
            .refine((days) => logRetentions.includes(days), `one of ${logRetentions.join(", ")} days`)
            .default(365)
            .meta({ examples: [365] }),
        flowLogs: z
            .strictObject({ toBucket: z.boolean().default(true), toLogGroup: z.boolean().default(false) })
            .default({ toBucket: true, toLogGroup: false }),
        alerts: z
            .record(z.string(), subscription)
            .default({})
            .meta({ examples: ["{operations: {protocol: email, endpoint: ops@example.com}}"] }),
        dashboard: z.boolean().default(true),
        /** The flow table as scopes of AWS's own Network Access Analyzer, for analyses of the live network. */
        accessScopes: z.boolean().default(false),
    })
    .prefault({});
