import { z } from "zod";

const certificate = z
    .strictObject({
        existingArn: z.string().optional(),
        domainName: z.string().optional(),
        alternativeNames: z.array(z.string()).optional(),
        zoneId: z.string().optional(),
    })
    .meta({ examples: ["{domainName: www.example.com, zoneId: Z123}"] });

const backend = z.strictObject({
    /** A name of `ports`. */
    port: z.string().meta({ examples: ["app"] }),
    paths: z.array(z.string()).optional(),
    hosts: z.array(z.string()).optional(),
    priority: z.int().optional(),
    healthCheckPath: z.string().startsWith("/").optional(),
    stickinessSeconds: z.int().optional(),
});

/** The load balancer before the application; none where the section is missing. */
export const loadBalancerSection = z
    .strictObject({
        /** The group of the flow table that it is a member of. */
        group: z.string().default("alb"),
        certificate,
        backends: z.record(z.string(), backend).default({ app: { port: "app" } }),
        idleTimeoutSeconds: z.int().optional(),
        webFirewall: z
            .strictObject({
                requestsPerFiveMinutes: z.int().min(10).optional(),
                countOnly: z.array(z.string()).optional(),
            })
            .optional(),
    })
    .optional()
    .meta({ examples: ["{certificate: {domainName: www.example.com, zoneId: Z123}}"] });
